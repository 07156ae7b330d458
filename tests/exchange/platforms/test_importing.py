"""Figures come in all at once, nothing gives way unasked, and it can be undone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.figures import Figure, FigureChoices, Gap, with_figures
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import LoggedWeek, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.platforms.importing import against, chosen, imported
from socialplanner.exchange.record_file import parse_record, record_json
from tests.exchange.platforms.tables import NOW, SAID, empty_record, preview, sample, views

FIRST, SECOND = date(2026, 10, 5), date(2026, 10, 12)
WEEKS = preview(views([(FIRST + timedelta(days=number), 1) for number in range(10)]))
ALL = FigureChoices(replaces_all=True, takes_partial=True)


def logged(value: float | None) -> ProfileRecord:
    outcomes = {"calls": 3.0} if value is None else {"calls": 3.0, "views": value}
    week = LoggedWeek(
        monday=FIRST,
        changed_at=NOW.moment,
        hours={"newsletter": 2.0},
        outcomes=outcomes,
        money=5.0,
        is_odd=True,
        note="Rain.",
    )
    return replace(empty_record(), weeks=(week,))


def outcomes(record: ProfileRecord) -> dict[date, dict[str, float]]:
    return {week.monday: dict(week.outcomes) for week in record.weeks}


def test_whole_weeks_that_are_new_come_in_and_others_only_if_said() -> None:
    record = empty_record()
    assert outcomes(imported(record, WEEKS, FigureChoices(), NOW)) == {FIRST: {"views": 7.0}}
    both = imported(record, WEEKS, FigureChoices(takes_partial=True), NOW)
    assert outcomes(both) == {FIRST: {"views": 7.0}, SECOND: {"views": 3.0}}


def test_what_is_logged_stays_unless_it_is_to_give_way() -> None:
    record = logged(99.0)
    assert imported(record, WEEKS, FigureChoices(), NOW) == record
    named = FigureChoices(replaced=frozenset({(FIRST, "views")}))
    for choices in (named, FigureChoices(replaces_all=True)):
        assert outcomes(imported(record, WEEKS, choices, NOW)) == {
            FIRST: {"calls": 3.0, "views": 7.0}
        }


def test_everything_else_of_a_week_stays_as_it_was() -> None:
    before = logged(None)
    (after,) = imported(before, WEEKS, FigureChoices(), NOW).weeks
    assert after == replace(
        before.weeks[0],
        outcomes={"calls": 3.0, "views": 7.0},
        origins={"views": WEEKS.layout.name},
    )


def test_a_figure_can_be_left_out() -> None:
    choices = FigureChoices(left_out=frozenset({(FIRST, "views")}))
    assert imported(empty_record(), WEEKS, choices, NOW) == empty_record()


def test_the_preview_shows_both_figures() -> None:
    first, second = against(WEEKS, logged(99.0)).figures
    assert (first.value, first.logged, first.differs) == (7.0, 99.0, True)
    assert (second.is_new, second.gaps) == (True, (Gap.DAYS,))
    same = against(WEEKS, logged(7.0)).figures[0]
    assert (same.differs, same.is_new) == (False, False)


def test_the_logbook_as_it_is_now_decides_not_the_one_that_was_looked_at() -> None:
    seen = against(WEEKS, empty_record())
    meanwhile = logged(99.0)
    assert chosen(seen, meanwhile, FigureChoices()) == ()
    assert imported(meanwhile, seen, FigureChoices(), NOW) == meanwhile


def test_taking_a_table_twice_changes_nothing_the_second_time() -> None:
    once = imported(empty_record(), WEEKS, ALL, NOW)
    later = replace(NOW, moment=NOW.moment + timedelta(hours=1))
    assert imported(once, WEEKS, ALL, later) == once


def test_nothing_comes_in_while_a_question_is_open() -> None:
    seen = preview(sample("linkedin_page_visitors.csv"))
    assert not seen.is_ready
    with pytest.raises(UserError, match="still open; nothing was changed"):
        imported(empty_record(), seen, ALL, NOW)


def test_weeks_stay_in_the_order_of_the_calendar() -> None:
    earlier = preview(views([(FIRST - timedelta(days=7) + timedelta(days=n), 1) for n in range(7)]))
    record = imported(imported(empty_record(), WEEKS, ALL, NOW), earlier, ALL, NOW)
    assert [week.monday for week in record.weeks] == sorted(week.monday for week in record.weeks)


KEYS = st.tuples(st.dates(date(2025, 1, 1), date(2026, 1, 1)).map(week_of), st.sampled_from("abc"))
FIGURES = st.dictionaries(KEYS, st.integers(0, 9), max_size=20).map(
    lambda found: [Figure(monday=m, kpi=k, value=float(v)) for (m, k), v in found.items()]
)


@given(FIGURES, FIGURES)
def test_an_edit_holds_every_figure_and_keeps_all_others(
    before: list[Figure], after: list[Figure]
) -> None:
    record = with_figures(with_figures(empty_record(), before, NOW), after, NOW)
    expected = {each.key: each.value for each in (*before, *after)}
    found = {
        (week.monday, kpi): value for week in record.weeks for kpi, value in week.outcomes.items()
    }
    assert found == expected
    later = replace(NOW, moment=NOW.moment + timedelta(hours=1))
    assert with_figures(record, after, later) is record


def test_a_record_with_figures_passes_through_a_bundle() -> None:
    seen = preview(sample("meta_instagram_posts.csv"), SAID)
    record = imported(empty_record(), seen, ALL, NOW)
    assert parse_record(record_json(record), "record") == record
    assert len(record.weeks) == 4
