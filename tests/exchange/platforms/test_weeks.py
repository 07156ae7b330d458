"""Weeks run from Monday to Sunday in every year; what is not a whole week says so."""

from dataclasses import replace
from datetime import date, timedelta
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.figures import Gap
from socialplanner.domain.moment import week_of
from socialplanner.errors import UserError
from tests.exchange.platforms.tables import SAID, preview, views

MONDAYS = st.dates(date(2001, 1, 1), date(2026, 9, 1)).map(week_of)


@given(MONDAYS, st.integers(1, 5))
def test_whole_weeks_are_whole_across_every_turn_of_the_year(monday: date, weeks: int) -> None:
    days = [(monday + timedelta(days=number), 1) for number in range(7 * weeks)]
    figures = preview(views(days)).figures
    assert [each.monday for each in figures] == [monday + timedelta(weeks=n) for n in range(weeks)]
    assert {(each.value, each.gaps) for each in figures} == {(7.0, ())}


@given(
    st.lists(
        st.tuples(st.dates(date(2020, 1, 1), date(2026, 11, 1)), st.integers(0, 10**6)),
        min_size=1,
        max_size=60,
    )
)
def test_the_figures_of_all_weeks_add_up_to_the_rows(rows: list[tuple[date, int]]) -> None:
    days = {day for day, _ in rows}
    if len(days) > 1 and (
        all(day.day == 1 for day in days)
        or {b - a for a, b in zip(sorted(days), sorted(days)[1:], strict=False)}
        == {timedelta(weeks=1)}
    ):
        return
    seen = preview(views(rows))
    figures, counted = seen.figures, dict(reversed(rows))
    assert fsum(each.value for each in figures) == sum(counted.values())
    assert len(seen.refused) == len(rows) - len(counted)
    assert {each.monday for each in figures} == {week_of(day) for day, _ in rows}


@given(
    st.lists(st.sampled_from(["2026-10-05,5", "2026-10-06,x", "no,1", "2026-10-12,-"]), max_size=9)
)
def test_every_row_is_accepted_or_refused_with_its_line(lines: list[str]) -> None:
    seen = preview("\n".join(["Date,Views", *lines]).encode())
    bad = {
        number
        for number, line in enumerate(lines, 2)
        if line in {"2026-10-06,x", "no,1"} or line in lines[: number - 2]
    }
    assert {each.line for each in seen.refused} == bad
    assert seen.accepted == len(lines) - len(bad)
    assert fsum(each.value for each in seen.figures) == 5 * ("2026-10-05,5" in lines)


def test_a_moment_belongs_to_the_day_the_platform_wrote() -> None:
    sunday, monday = "2026-10-04T23:59:59+0000", "2026-10-05T00:00:01-0700"
    assert [each.monday for each in preview(views([(sunday, 1), (monday, 2)])).figures] == [
        date(2026, 9, 28),
        date(2026, 10, 5),
    ]


def test_a_week_that_lacks_a_day_is_marked() -> None:
    days = [(date(2026, 10, 5) + timedelta(days=number), 1) for number in (0, 1, 2, 4, 5, 6)]
    assert [each.gaps for each in preview(views(days)).figures] == [(Gap.DAYS,)]


def test_a_day_without_a_figure_is_lacking_and_a_zero_is_not() -> None:
    days = [(date(2026, 10, 5) + timedelta(days=number), "-") for number in range(7)]
    assert preview(views(days)).figures == ()
    some = [(day, 0 if day.day != 7 else "-") for day, _ in days]
    assert [(each.value, each.gaps) for each in preview(views(some)).figures] == [(0, (Gap.DAYS,))]
    zeros = [(day, 0) for day, _ in days]
    assert [(each.value, each.gaps) for each in preview(views(zeros)).figures] == [(0, ())]


def test_weeks_from_monday_are_whole_weeks() -> None:
    rows = [("2026-10-05", 10), ("2026-10-12", 20), ("2026-10-19", 30)]
    assert [(each.value, each.gaps) for each in preview(views(rows)).figures] == [
        (10, ()),
        (20, ()),
        (30, ()),
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("2026-10-04", 1), ("2026-10-11", 1)], "weeks that begin on Sunday"),
        ([("2026-09-01", 1), ("2026-10-01", 1)], "one row a month"),
    ],
)
def test_rows_that_cut_weeks_are_refused(rows: list[tuple[object, object]], said: str) -> None:
    with pytest.raises(UserError, match=said):
        preview(views(rows))


def test_a_day_still_to_come_is_refused() -> None:
    seen = preview(views([("2026-11-25", 1), ("2026-11-26", 1)]))
    assert [each.reason for each in seen.refused] == ["2026-11-26 is still to come."]


def test_a_sum_beyond_all_reason_is_refused() -> None:
    with pytest.raises(UserError, match="more than can be real"):
        preview(views([("2026-10-05", 10**12), ("2026-10-06", 10**12)]))


def test_a_table_about_more_than_a_week_is_refused_and_one_about_less_is_marked() -> None:
    data = b"Session primary channel group (Default channel group),Sessions\nOrganic Social,5\n"
    long = replace(SAID, period=(date(2026, 10, 1), date(2026, 10, 31)))
    with pytest.raises(UserError, match="more than one week from Monday to Sunday"):
        preview(data, long)
    short = replace(SAID, period=(date(2026, 10, 5), date(2026, 10, 7)))
    assert [each.gaps for each in preview(data, short).figures] == [(Gap.DAYS,)]


def test_days_still_to_come_do_not_make_a_week_whole() -> None:
    data = b"Session primary channel group (Default channel group),Sessions\nDirect,5\n"
    said = replace(SAID, period=(date(2026, 11, 23), date(2026, 11, 29)))
    assert [(each.value, each.gaps) for each in preview(data, said).figures] == [(0, (Gap.DAYS,))]


def test_a_week_is_not_whole_before_it_is_over() -> None:
    rows = [("2026-11-09", 1), ("2026-11-16", 2), ("2026-11-23", 3)]
    assert [each.gaps for each in preview(views(rows)).figures] == [(), (), (Gap.DAYS,)]
    days = [(date(2026, 11, 16) + timedelta(days=number), 1) for number in range(7)]
    sunday, monday = (replace(SAID, today=date(2026, 11, day)) for day in (22, 23))
    assert [each.gaps for each in preview(views(days), sunday).figures] == [(Gap.DAYS,)]
    assert [each.gaps for each in preview(views(days), monday).figures] == [()]


def test_a_table_by_video_says_what_to_take_instead() -> None:
    with pytest.raises(UserError, match=r"Take Totals\.csv of the same export"):
        preview(b"Content,Video title,Video publish time,Views\nabc,Tea,2026-10-05,4\n")
