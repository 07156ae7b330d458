"""What a tagged page says of its pieces: each is one, in reading order, however it is drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from socialplanner.presentation.scenes.shapes import Box, Colour, Scene
from socialplanner.report import components as c
from socialplanner.report.blocks import Stack
from socialplanner.report.contents import Entry
from socialplanner.report.document import Plan, Section, render
from socialplanner.report.metadata import Target

LONG = " ".join(f"word{number}" for number in range(2500))


@contextmanager
def tree(*stack: c.Block, sections: int = 1, contents: bool = False) -> Iterator[pikepdf.Object]:
    """Open the structure of a plan; its pieces are there as long as the file is open."""
    entry = Entry(number="1", title="Part", headline="A conclusion")
    made = [Section(title="Part", stack=tuple(stack), entry=entry) for _ in range(sections)]
    plan = Plan(
        name="Firm",
        title="Plan",
        subject="",
        author="",
        language="en",
        creator="",
        day=date(2026, 11, 24),
        cover=None,
        sections=made,
        has_contents=contents,
        is_tagged=True,
    )
    with pikepdf.open(BytesIO(render(plan))) as pdf:
        yield pdf.Root.StructTreeRoot.K[0]


def parts(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for part in element.get("/K", ()):
        if isinstance(part, pikepdf.Dictionary) and part.get("/S") is not None:
            yield part


def named(element: pikepdf.Object) -> object:
    """Return the roles of a piece and of what it holds."""
    inner = [named(part) for part in parts(element)]
    role = str(element.S)[1:]
    return [role, *inner] if inner else role


def roles(*stack: c.Block) -> list[object]:
    with tree(*stack) as root:
        document = named(root)
    assert isinstance(document, list)
    heading, section = document[1:]
    assert heading == "H1"
    assert isinstance(section, list)
    return section[1:]


def pages_of(element: pikepdf.Object) -> int:
    """Return on how many pages a piece has marks."""
    others = [part.Pg.objgen for part in element.K if isinstance(part, pikepdf.Dictionary)]
    return len({element.Pg.objgen, *others})


def test_a_paragraph_that_goes_on_over_pages_is_one_paragraph() -> None:
    with tree(c.body(LONG)) as document:
        (paragraph,) = parts(list(parts(document))[1])
        assert str(paragraph.S) == "/P"
        assert pages_of(paragraph) > 1


def test_a_table_over_pages_is_one_table_whose_head_is_said_once() -> None:
    rows = [[f"row {number}", "cell\n" * 6] for number in range(30)]
    (table,) = roles(c.table([c.Column(title="a"), c.Column(title="b")], rows))
    assert isinstance(table, list)
    assert table[0] == "Table"
    assert table[1] == ["TR", "TH", "TH"]
    assert table[2:] == [["TR", "TD", "TD"]] * 30


@pytest.mark.parametrize(
    ("stack", "expected"),
    [
        (c.section_head("1", "Part", "Conclusion"), ["H2"]),
        ((c.opening("Heading", "Sentence."),), ["H3", "P"]),
        (c.bullets(["a", "b"]), [["L", *[["LI", "Lbl", "LBody"]] * 2]]),
        (c.numbered([c.Point(head="a")] * 2), [["L", *[["LI", "Lbl", "LBody"]] * 2]]),
        ((c.card("Label", [c.body("a")]),), [["Div", "P", "P"]]),
        ((c.halves([c.body("a")], [c.body("b")]),), [["Div", "P"], ["Div", "P"]]),
        ((c.remark("Title", "a"),), [["Div", "P", "P"]]),
        ((c.tick_box("a"),), ["P"]),
        (
            (c.key_figures([c.KeyFigure(figure="1", label="a", note="b")]),),
            [["Div", "P", "P", "P"]],
        ),
    ],
    ids=["head", "opening", "bullets", "numbered", "card", "halves", "remark", "tick", "figure"],
)
def test_each_kind_of_piece_has_its_roles(stack: Stack, expected: list[object]) -> None:
    assert roles(*stack) == expected


def test_a_chart_is_one_figure_with_its_rows_as_words() -> None:
    shapes = (Box(x=0, y=0, width=20, height=9, fill=Colour.MEDIA),) * 3
    rows = (("", "Hours"), ("Now", "2"), ("Plan", "3"))
    scene = Scene(width=200, height=50, shapes=shapes, title="Hours", rows=rows)
    with tree(c.body("a"), c.figure(scene), c.body("b")) as document:
        _, figure, _ = parts(list(parts(document))[1])
        assert str(figure.Alt) == "Hours. Now: Hours 2. Plan: Hours 3."
        assert len(figure.K) == 1
        assert len(figure.A.BBox) == 4


def test_columns_that_go_on_over_pages_are_read_one_after_the_other() -> None:
    columns = c.with_margin([c.body(LONG), c.body("end")], [c.note(LONG), c.note("end")])
    assert roles(columns) == [["Div", "P", "P"], ["Div", "P", "P"]]


def test_contents_are_a_list_of_links_to_their_sections() -> None:
    stack = c.section_head("1", "Part", "Headline")
    with tree(*stack, sections=2, contents=True) as document:
        shown = named(list(parts(document))[1])
    item = ["TOCI", "Lbl", ["Reference", "Link"], "P"]
    assert shown == ["Sect", "H2", ["TOC", item, item]]


def test_no_address_but_a_secure_one_becomes_a_link() -> None:
    for address in ("http://a.example", "javascript:alert(1)", "file:///etc/passwd"):
        with pytest.raises(ValueError, match="https"):
            Target(says="", address=address)
