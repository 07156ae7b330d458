"""Blocks fill pages: nothing is lost, nothing is too long."""

from collections.abc import Callable

import pytest

from socialplanner.report import components as c
from socialplanner.report import styles
from socialplanner.report.blocks import Block, Space, place
from socialplanner.report.columns import Table
from socialplanner.report.text import plain
from tests.report.reading import printed, squeezed

LONG = " ".join(f"word{number}" for number in range(3000))
LONGEST = "x" * 100_000


def test_a_cell_taller_than_a_page_goes_on_under_a_repeated_head() -> None:
    columns = [c.Column(title="Question"), c.Column(title="Reply")]
    found = printed(c.table(columns, [["short", LONG], ["last", "row"]]))
    assert found.text.count("word2999") == 1
    assert sum("Question" in page for page in found.pages) == len(found.pages) - 1 >= 4
    body = "".join(page.split("Reply", 1)[-1] for page in found.pages[1:])
    numbers = [f"word{number}" for number in range(3000)]
    together = squeezed(body)
    assert all(number in together for number in numbers[::97])


@pytest.mark.parametrize(
    "block",
    [
        lambda: plain(LONGEST, styles.BODY),
        lambda: c.heading(LONGEST),
        lambda: c.bullets([LONGEST])[0],
        lambda: c.copyable("Link", LONGEST),
        lambda: c.key_figures([c.KeyFigure(figure=LONGEST, label="a", note="b")]),
        lambda: c.with_margin([c.body("a")], [c.card("b", [c.note(LONGEST)])]),
        lambda: c.numbered([c.Point(head="a", body=LONGEST)])[0],
        lambda: c.table([c.Column(title="a"), c.Column(title="b")], [["c", LONGEST]]),
    ],
    ids=["text", "heading", "bullet", "copyable", "figure", "margin", "numbered", "table"],
)
def test_a_hundred_thousand_letters_without_a_space_are_all_printed(
    block: Callable[[], Block],
) -> None:
    assert printed(block()).text.count("x") >= 100_000


def test_a_table_head_taller_than_a_page_does_not_stop_the_plan() -> None:
    found = printed(c.table([c.Column(title=LONG)], [["cell"]]))
    assert "cell" in found.text


def test_a_heading_stays_with_the_text_below_it() -> None:
    stack = [Space(points=90), c.heading("Heading"), c.body("one\ntwo\nthree\nfour")]
    fit = place(stack, 300, 140)
    assert [type(block) for block, _ in fit.placed] == [Space]
    assert len(fit.rest) == 2


def test_a_paragraph_leaves_no_lone_line() -> None:
    text = plain("one\ntwo\nthree\nfour", styles.BODY)
    head, tail = text.split(300, 3 * styles.BODY.leading, fresh=False)
    assert head is not None
    assert tail is not None
    assert tail.height(300) == 2 * styles.BODY.leading
    assert text.split(300, 1.5 * styles.BODY.leading, fresh=False) == (None, text)


def test_spaces_between_blocks_do_not_add_up() -> None:
    first, second = c.body("a", after=10), c.body("b", before=4)
    assert place([first, second], 300).height == 2 * styles.BODY.leading + 10


def test_a_low_row_is_not_torn() -> None:
    columns = [c.Column(title="a")]
    table = c.table(columns, [["one"], ["two\nthree\nfour\nfive"]])
    head, tail = table.split(300, 70, fresh=True)
    assert head is not None
    assert tail is not None
    assert head.height(300) < 50


def rows_of(count: int, cell: str = "") -> Table:
    columns = [c.Column(title="a"), c.Column(title="b")]
    return c.table(columns, [[f"row {number}", cell] for number in range(count)])


@pytest.mark.parametrize("count", range(3, 9))
@pytest.mark.parametrize("room", range(0, 240, 3))
def test_a_table_leaves_no_row_alone_on_either_side_of_a_break(count: int, room: int) -> None:
    table = rows_of(count)
    head, tail = table.split(300, room, fresh=False)
    if head is None:
        assert tail == table
    elif tail is not None:
        assert isinstance(head, Table)
        assert isinstance(tail, Table)
        assert len(head.rows) >= 2
        assert len(tail.rows) >= 2
        assert (*head.rows, *tail.rows) == table.rows
        assert head.height(300) <= room + 0.01


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("cell", ["", "line\n" * 10, "line\n" * 40, "line\n" * 200])
def test_a_table_goes_on_over_small_pages_until_its_last_row(count: int, cell: str) -> None:
    stack: list[Block] | tuple[Block, ...] = [c.opening("Head", "text"), rows_of(count, cell)]
    pages = 0
    while stack:
        fit = place(stack, 300, 200)
        assert fit.placed
        stack, pages = fit.rest, pages + 1
    assert pages < 150


@pytest.mark.parametrize("room", range(40, 400, 4))
def test_an_opening_never_stays_without_two_rows_of_its_table(room: int) -> None:
    stack = [Space(points=40), c.opening("Head", "One sentence."), rows_of(6)]
    placed = [block for block, _ in place(stack, 300, room).placed]
    assert len(placed) in {1, 3}
    if len(placed) == 3:
        assert isinstance(placed[2], Table)
        assert len(placed[2].rows) >= 2
