"""Answers that do not go together (method section 7): each is worth a second look, none is wrong.

Every threshold here is our own judgement: wide enough that ordinary answers pass, since a false
alarm costs trust. Only what was really answered is compared; an open answer contradicts nothing.
"""

from collections.abc import Callable, Mapping
from typing import Final

from socialplanner.domain.answers import Answers
from socialplanner.domain.business import LONG_CYCLE, TALKING
from socialplanner.domain.consistency_of_hours import HOURS_RULES
from socialplanner.domain.contradiction import (
    TALKING_AIMS,
    Contradiction,
    Doubt,
    chosen_of,
    is_high,
    number_of,
)
from socialplanner.domain.questionnaire import QuestionKind, Questionnaire

SAME_IN_A_ROW: Final = 10
"""Identical answers one after the other from which on to ask for a second look."""

PEOPLE_MARGIN: Final = 1.0
PEOPLE_RATIO: Final = 1.25
"""The hours of all people may differ from the weekly hours by an hour, or by a quarter."""

ENQUIRIES: Final = 10
"""The question asks for the last ten."""

SCHEDULERS: Final = frozenset({"scheduler", "platform_planner"})


def doubts(questionnaire: Questionnaire, answers: Answers) -> tuple[Doubt, ...]:
    """Return everything that does not go together, in a fixed order."""
    found = [rule(answers) for rule in _RULES]
    found.append(_same_answers(questionnaire, answers))
    return tuple(each for each in found if each is not None)


def _column(answers: Answers, key: str, column: str) -> tuple[object, ...]:
    """Return one column of a table that was filled in; nothing else."""
    value = answers.get(key)
    rows = value if isinstance(value, tuple) else ()
    return tuple(row.get(column) for row in rows if isinstance(row, Mapping))


def _numbers(cells: tuple[object, ...]) -> float:
    return sum(float(cell) for cell in cells if isinstance(cell, int | float))


def _talking_aim_nobody(answers: Answers) -> Doubt | None:
    aims = chosen_of(answers, "business.goals") or frozenset()
    strengths = _column(answers, "business.people", "strength")
    if aims & TALKING_AIMS and strengths and not TALKING & set(strengths):
        ids = ("business.people", "business.goals")
        return Doubt(kind=Contradiction.TALKING_AIM_NOBODY, question_ids=ids)
    return None


def _people_hours(answers: Answers) -> Doubt | None:
    week = number_of(answers, "business.hours_per_week")
    cells = _column(answers, "business.people", "hours")
    if week is None or not cells:
        return None
    people = _numbers(cells)
    low, high = sorted((week, people))
    if high - low <= PEOPLE_MARGIN or high <= PEOPLE_RATIO * low:
        return None
    return Doubt(
        kind=Contradiction.PEOPLE_HOURS,
        question_ids=("business.people", "business.hours_per_week"),
        figures={"people": people, "week": week},
    )


def _ads_no_money(answers: Answers) -> Doubt | None:
    hours = number_of(answers, "hours.advertising") or 0.0
    if hours > 0 and number_of(answers, "business.ad_budget_per_week") == 0:
        ids = ("business.ad_budget_per_week", "hours.advertising")
        return Doubt(kind=Contradiction.ADS_NO_MONEY, question_ids=ids, figures={"hours": hours})
    return None


def _tool_not_named(answers: Answers) -> Doubt | None:
    tools = chosen_of(answers, "business.tools")
    if is_high(answers, "effort.scheduling_tool") and tools is not None and not tools & SCHEDULERS:
        ids = ("business.tools", "effort.scheduling_tool")
        return Doubt(kind=Contradiction.TOOL_NOT_NAMED, question_ids=ids)
    return None


def _repeat_no_orders(answers: Answers) -> Doubt | None:
    repeat = answers.get("business.repeat_buyers")
    returns = isinstance(repeat, str) and repeat != "0"
    if returns and number_of(answers, "business.orders_per_year") == 0:
        ids = ("business.orders_per_year", "business.repeat_buyers")
        return Doubt(kind=Contradiction.REPEAT_NO_ORDERS, question_ids=ids)
    return None


def _patience_short(answers: Answers) -> Doubt | None:
    is_long = answers.get("business.sales_cycle") in LONG_CYCLE
    if answers.get("business.patience") == "month" and is_long:
        ids = ("business.patience", "business.sales_cycle")
        return Doubt(kind=Contradiction.PATIENCE_SHORT, question_ids=ids)
    return None


def _too_many_enquiries(answers: Answers) -> Doubt | None:
    count = _numbers(_column(answers, "business.last_ten_enquiries", "count"))
    if count <= ENQUIRIES:
        return None
    ids = ("business.last_ten_enquiries",)
    return Doubt(kind=Contradiction.TOO_MANY_ENQUIRIES, question_ids=ids, figures={"count": count})


def _same_answers(questionnaire: Questionnaire, answers: Answers) -> Doubt | None:
    """Return the longest run of one level in asking order; an open answer ends a run."""
    longest: list[str] = []
    run: list[str] = []
    last: float | None = None
    for question in questionnaire:
        if question.kind is not QuestionKind.ANCHORED:
            continue
        level = number_of(answers, question.id)
        run = [*run, question.id] if run and level is not None and level == last else [question.id]
        last = level
        if level is not None and len(run) > len(longest):
            longest = run
    if len(longest) < SAME_IN_A_ROW:
        return None
    count = float(len(longest))
    kind = Contradiction.SAME_ANSWERS
    return Doubt(kind=kind, question_ids=tuple(longest), figures={"count": count})


_RULES: Final[tuple[Callable[[Answers], Doubt | None], ...]] = (
    _talking_aim_nobody,
    _people_hours,
    *HOURS_RULES,
    _ads_no_money,
    _tool_not_named,
    _repeat_no_orders,
    _patience_short,
    _too_many_enquiries,
)
