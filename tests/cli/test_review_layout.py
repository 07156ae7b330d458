"""Tables of a review at a terminal: in columns where they fit, as records where they do not."""

from hypothesis import given
from hypothesis import strategies as st

from socialplanner.cli.reviewing.layout import part_lines, table_lines
from socialplanner.presentation.summary.parts import table

WORDS = st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4)


@given(ROWS)
def test_no_line_is_too_wide_and_no_word_is_lost(rows: list[tuple[str, str, str]]) -> None:
    lines = list(table_lines(table(("One", "Two", "Three"), rows), 80))
    assert max(map(len, lines)) <= 80
    said = sorted(" ".join(lines).split())
    wanted = [word for row in rows for cell in row for word in cell.split()]
    assert all(said.count(word) >= wanted.count(word) for word in wanted)


def test_figures_keep_to_the_right_and_in_one_piece() -> None:
    shown = table(("What", "", "How"), [("hours " * 9, "1,000 to 2,000", "a " * 40)], figures=(1,))
    lines = list(table_lines(shown, 60))
    assert sum("1,000 to 2,000" in line for line in lines) == 1
    assert max(map(len, lines)) <= 60


def test_what_fits_in_no_columns_stands_as_records() -> None:
    head = tuple("abcdefgh")
    rows = [tuple(f"{letter * 14}" for letter in head)]
    lines = list(table_lines(table(head, rows), 80))
    assert lines[0] == "a" * 14
    assert lines[1:3] == [f"  b  {'b' * 14}", f"  c  {'c' * 14}"]


def test_a_heading_over_nothing_is_left_out() -> None:
    assert list(part_lines("Nothing", "", table=table(("a",), ()))) == []
    assert list(part_lines("Title", "Text")) == ["", "Title", "-----", "Text"]
