"""The logbook as learning needs it: calendar weeks, hours, and where outcomes came from."""

from dataclasses import replace
from datetime import timedelta

import pytest

from socialplanner.domain.counted_log import CountedWeek, Log, asked_share, counted_weeks
from socialplanner.domain.roadmap import WEEK
from tests.domain.builders import shipped_catalogue
from tests.domain.logs import LONG_AFTER, MONDAY, NOW, PLAN, enquiries, week


def counted(log: Log) -> tuple[CountedWeek, ...]:
    """Return the counted weeks of a log, long after it ended."""
    return counted_weeks(shipped_catalogue(), log, LONG_AFTER)


def test_a_missed_week_keeps_the_hours_of_the_week_before_and_is_not_learnt_from() -> None:
    log = Log(weeks=[week(1, {"newsletter": 2.0}), week(3)], enquiries=enquiries(2, "newsletter"))
    first, missed, last = counted(log)
    assert [first.is_learnt_from, missed.is_learnt_from, last.is_learnt_from] == [True, False, True]
    assert missed.hours == {"newsletter": 2.0}
    assert missed.traced == {"newsletter": 1}
    assert last.hours == PLAN


def test_an_odd_week_is_left_out_of_learning_and_keeps_its_hours() -> None:
    (found,) = counted(Log(weeks=[week(1, is_odd=True)], enquiries=[]))
    assert not found.is_learnt_from
    assert found.hours == PLAN


@pytest.mark.parametrize(("days", "weeks"), [(0, 0), (3, 0), (4, 1), (7, 1), (10, 1), (11, 2)])
def test_a_logged_week_counts_from_its_friday_on(days: int, weeks: int) -> None:
    log = Log(weeks=[week(1), week(2)], enquiries=[])
    found = counted_weeks(shipped_catalogue(), log, MONDAY + timedelta(days=days))
    assert [each.monday for each in found] == [MONDAY, MONDAY + WEEK][:weeks]


def test_what_names_no_activity_or_gives_no_trace_is_untraced() -> None:
    noted = enquiries(1, "newsletter", "", "no_such_activity") + enquiries(1, "articles", trace="")
    (found,) = counted(Log(weeks=[week(1)], enquiries=noted))
    assert found.traced == {"newsletter": 1}
    assert (found.untraced, found.total, found.sourced) == (3, 4, 3)


def test_own_words_count_as_asked_before_anybody_coded_them() -> None:
    (noted,) = enquiries(1, "", trace="")
    (found,) = counted(Log(weeks=[week(1)], enquiries=[replace(noted, words="A friend")]))
    assert (found.untraced, found.sourced) == (1, 1)


def test_another_outcome_counts_by_its_typed_figure_alone_and_a_week_without_it_does_not() -> None:
    log = Log(
        weeks=[week(1, outcomes={"all": 5.0}), week(2, outcomes={"all": 0.0}), week(3)],
        enquiries=enquiries(1, "newsletter", ""),
        total_kpi="all",
    )
    found = counted(log)
    assert [(each.total, each.is_learnt_from) for each in found] == [
        (5, True),
        (0, True),
        (0, False),
    ]
    assert not any(each.traced or each.sourced for each in found)
    assert all(each.is_logged for each in found)


@pytest.mark.parametrize(
    ("asked", "tagged", "total"), [(5.0, 3.0, 5), (3.0, 5.0, 5), (0.0, 0.0, 2), (1.0, 2.0, 2)]
)
def test_a_week_had_as_many_enquiries_as_the_largest_of_list_and_typed_figures_says(
    asked: float, tagged: float, total: int
) -> None:
    outcomes = {"leads_asked": asked, "leads_tagged": tagged, "conversations_started": 30.0}
    log = Log(weeks=[week(1, outcomes=outcomes)], enquiries=enquiries(1, "newsletter", ""))
    (found,) = counted(log)
    assert (found.total, found.unlisted, found.sourced) == (total, total - 2, 2)
    assert found.traced == {"newsletter": 1}


def test_typed_totals_alone_are_enquiries_without_a_source() -> None:
    log = Log(weeks=[week(1, outcomes={"leads_asked": 5.0})], enquiries=[])
    (found,) = counted(log)
    assert (found.total, found.unlisted, found.sourced) == (5, 5, 0)
    assert asked_share([found]) == 0.0


def test_where_conversations_are_counted_typed_enquiries_are_not() -> None:
    outcomes = {"leads_asked": 5.0, "conversations_started": 3.0}
    log = Log(weeks=[week(1, outcomes=outcomes)], enquiries=[], total_kpi="conversations_started")
    (found,) = counted(log)
    assert found.total == 3


def test_hours_and_traces_under_an_old_id_belong_to_the_new_one() -> None:
    catalogue = replace(shipped_catalogue(), renamed={"mail": "newsletter"})
    log = Log(
        weeks=[week(1, {"mail": 1.0, "newsletter": 0.5, "gone": 3.0})],
        enquiries=enquiries(1, "mail"),
    )
    (found,) = counted_weeks(catalogue, log, LONG_AFTER)
    assert found.hours == {"newsletter": 1.5}
    assert found.traced == {"newsletter": 1}


def test_without_hours_there_is_no_log() -> None:
    assert counted(Log(weeks=[week(1, {})], enquiries=enquiries(1, "newsletter"))) == ()


def test_the_asked_share_counts_all_outcomes() -> None:
    weeks = [CountedWeek(untraced=3, sourced=1), CountedWeek(traced={"a": 1}, sourced=1)]
    assert asked_share(weeks) == pytest.approx(0.5)
    assert asked_share([CountedWeek(monday=NOW.date())]) is None
