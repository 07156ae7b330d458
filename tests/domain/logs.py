"""Logbooks for tests: the tax adviser keeps the plan, and enquiries come as a test says."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache

from socialplanner.domain.answers import Answer
from socialplanner.domain.belief import Present, present_of
from socialplanner.domain.counted_log import CountedWeek, Log, counted_weeks
from socialplanner.domain.learning import Learning, learn
from socialplanner.domain.learning_case import LearningCase, learning_case
from socialplanner.domain.record import Enquiry, LoggedWeek
from socialplanner.domain.roadmap import WEEK
from socialplanner.domain.setting import Setting
from tests.domain.assessments import firm_with, setting
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS

NOW = datetime(2027, 1, 1, tzinfo=UTC)
MONDAY = date(2027, 1, 4)
"""The first week of every log."""
LONG_AFTER = date(2030, 1, 7)
PLAN = FIRMS["tax_adviser"].hours
FIGURES: dict[str, Answer] = {
    "enquiries_per_month": 39.0,
    "close_rate": 4.0,
    "hour_cost": 35.0,
    "repeat_buyers": "3_4",
}


@cache
def adviser() -> Setting:
    """Return the allocation problem of the tax adviser, who has nine enquiries a week."""
    return setting(firm_with("tax_adviser", **FIGURES))


def present() -> Present:
    """Return how things stand with the tax adviser when the log begins."""
    return present_of(shipped_catalogue(), adviser().business, PLAN)


def week(
    number: int,
    hours: Mapping[str, float] | None = None,
    *,
    outcomes: Mapping[str, float] | None = None,
    is_odd: bool = False,
    money: float | None = None,
) -> LoggedWeek:
    """Return a logged week, counted from 1; the plan's hours where none are given."""
    return LoggedWeek(
        monday=MONDAY + (number - 1) * WEEK,
        changed_at=NOW,
        hours=PLAN if hours is None else hours,
        outcomes=outcomes or {},
        is_odd=is_odd,
        money=money,
    )


def enquiries(number: int, *sources: str, trace: str = "asked") -> list[Enquiry]:
    """Return enquiries of a week, one for each activity named; "" is one that named none."""
    day = MONDAY + (number - 1) * WEEK
    return [
        Enquiry(
            id=f"{number}-{place}-{source}",
            day=day,
            changed_at=NOW,
            activity_id=source,
            trace=trace,
        )
        for place, source in enumerate(sources)
    ]


def steady_log(weeks: int, *sources: str, trace: str = "asked") -> Log:
    """Return a log in which every week is the plan's and brings the same enquiries."""
    numbers = range(1, weeks + 1)
    return Log(
        weeks=[week(number) for number in numbers],
        enquiries=[each for n in numbers for each in enquiries(n, *sources, trace=trace)],
    )


def case_of(log: Log) -> LearningCase:
    """Return the case of a log of the tax adviser."""
    problem = adviser()
    weeks = counted_weeks(shipped_catalogue(), log, LONG_AFTER)
    return case_of_weeks(weeks, problem)


def case_of_weeks(weeks: Sequence[CountedWeek], problem: Setting | None = None) -> LearningCase:
    """Return the case of some counted weeks."""
    problem = problem or adviser()
    return learning_case(
        shipped_catalogue(), problem.activities, problem.circumstances, present(), weeks
    )


def learnt(log: Log) -> Learning:
    """Return what a log of the tax adviser teaches."""
    return learn(case_of(log))
