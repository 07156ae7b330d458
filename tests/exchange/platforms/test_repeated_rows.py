"""Rows that stand there twice count once; rows that cannot be placed leave no week whole."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.figures import FigurePreview, Gap
from tests.exchange.platforms.tables import SAID, preview, sample, views

FIRST, SECOND = date(2026, 10, 5), date(2026, 10, 12)
WEEK = [(FIRST + timedelta(days=number), 10 + number) for number in range(7)]
CHANNEL = "Session primary channel group (Default channel group)"


def seen(rows: list[tuple[object, object]]) -> list[tuple[date, float, tuple[Gap, ...]]]:
    return [(each.monday, each.value, each.gaps) for each in preview(views(rows)).figures]


def reasons(found: FigurePreview) -> list[str]:
    return [f"{each.line}: {each.reason}" for each in found.refused]


def test_a_table_pasted_twice_counts_once_and_its_weeks_stay_whole() -> None:
    found = preview(views([*WEEK, *WEEK]))
    assert [(each.value, each.gaps) for each in found.figures] == [(91, ())]
    assert reasons(found) == [f"{n + 9}: This is the same as line {n + 2}." for n in range(7)]


def test_a_day_with_two_figures_counts_once_and_its_week_is_not_whole() -> None:
    assert seen([*WEEK, (FIRST, 500)]) == [(FIRST, 91, (Gap.ROWS,))]
    assert reasons(preview(views([*WEEK, (FIRST, 500)]))) == [
        "9: This is the same as line 2, but with other figures; the first counts."
    ]


def test_two_tables_below_each_other_are_one() -> None:
    found = preview(views([*WEEK, ("", ""), ("Date", "Views"), *WEEK]))
    assert [each.value for each in found.figures] == [91]
    assert reasons(found)[0] == "10: “Date” is no day."
    assert len(found.refused) == 8


def test_the_same_day_written_otherwise_is_the_same_day() -> None:
    found = preview(views([(FIRST, 5), ("5 Oct 2026", 5), ("20261005", 5)]))
    assert (found.figures[0].value, len(found.refused)) == (5, 2)


def test_posts_that_stand_there_twice_count_once() -> None:
    text = sample("meta_facebook_posts.csv").decode("utf-8-sig")
    once = preview(text.encode())
    twice = preview((text + "".join(text.splitlines(keepends=True)[1:])).encode())
    assert twice.figures == once.figures
    assert len(twice.refused) == once.accepted + 2 * len(once.refused)


def test_posts_whose_numbers_a_spreadsheet_rounded_are_told_apart_by_their_links() -> None:
    rows = "".join(f"1.22E+17,Us,2026-10-0{n} 09:00,https://x/{n},5\n" for n in (5, 6))
    found = preview(f"Post ID,Page name,Publish time,Permalink,Reach\n{rows}".encode())
    assert (found.accepted, found.refused) == (2, ())


def test_a_day_has_a_row_for_each_channel_and_each_further_dimension() -> None:
    head = f"Date,{CHANNEL},Session source,Sessions\n"
    rows = "20261005,Organic Social,a,1\n20261005,Organic Social,b,2\n20261005,Paid Social,a,4\n"
    found = preview((head + rows).encode())
    assert ([each.value for each in found.figures], found.refused) == ([7], ())
    assert len(preview((head + rows + rows).encode()).refused) == 3


def test_a_day_that_cannot_be_read_leaves_the_week_around_it_not_whole() -> None:
    later = [(day + timedelta(weeks=1), number) for day, number in WEEK]
    rows: list[tuple[object, object]] = [*WEEK, *later]
    rows[3] = ("2026-10-32", 13)
    assert [gaps for _, _, gaps in seen(rows)] == [(Gap.DAYS, Gap.ROWS), ()]
    assert [gaps for _, _, gaps in seen(rows[::-1])] == [(Gap.DAYS, Gap.ROWS), ()]


def posts(*days: object) -> list[tuple[Gap, ...]]:
    rows = "".join(f"{n},Us,{day},{n}\n" for n, day in enumerate(days, 1))
    found = preview(f"Post ID,Page name,Publish time,Reach\n{rows}".encode())
    return [each.gaps for each in found.figures if each.kpi == "reach"]


def test_a_post_without_a_day_belongs_between_its_neighbours_or_anywhere() -> None:
    first, *rest = (FIRST + timedelta(weeks=week) for week in range(4))
    in_order = posts(first, rest[0], "soon", rest[1], rest[2])
    assert [Gap.ROWS in gaps for gaps in in_order] == [False, True, True, False]
    no_order = posts(rest[1], first, "soon", rest[0], rest[2])
    assert all(Gap.ROWS in gaps for gaps in no_order)


def test_a_row_without_a_day_at_either_end_touches_that_end_alone() -> None:
    days = [FIRST + timedelta(weeks=week) for week in range(3)]
    assert [Gap.ROWS in gaps for gaps in posts("x", *days)] == [True, False, False]
    assert [Gap.ROWS in gaps for gaps in posts(*days, "x")] == [False, False, True]


def test_a_day_still_to_come_touches_no_other_week() -> None:
    rows: list[tuple[object, object]] = [*WEEK, (SAID.today + timedelta(days=1), 3)]
    assert seen(rows) == [(FIRST, 91, ())]


@given(st.permutations(range(14)), st.integers(0, 13))
def test_no_order_of_the_rows_makes_a_week_whole_that_lacks_a_day(
    order: list[int], broken: int
) -> None:
    days = [(FIRST + timedelta(days=number), 1) for number in range(14)]
    rows: list[tuple[object, object]] = [days[each] for each in order]
    rows[order.index(broken)] = ("someday", 1)
    lacking = FIRST if broken < 7 else SECOND
    gaps = {monday: each for monday, _, each in seen(rows)}
    assert Gap.ROWS in gaps[lacking]
    assert gaps[SECOND if lacking == FIRST else FIRST] == ()
