"""Write content into a Word document: each kind of it becomes paragraphs, lists and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from docx.document import Document

from socialplanner.presentation.scenes.description import described
from socialplanner.presentation.scenes.shapes import Colour, Scene
from socialplanner.report import content as c
from socialplanner.report.office_text import paragraphs_of, without_orphan
from socialplanner.report.picture import scene_png, scene_size
from socialplanner.report.styles import Paper, Theme
from socialplanner.report.word.elements import (
    PLAIN,
    STRONG,
    Element,
    Ink,
    node,
    paragraph,
    rich_paragraph,
    text_paragraph,
    twips,
)
from socialplanner.report.word.looks import BULLETS, PADDING, style_key
from socialplanner.report.word.numbering import Lists, item_of, unnumbered
from socialplanner.report.word.pictures import picture_paragraph
from socialplanner.report.word.tables import Cell, beside, grid, key_figures

_MARGIN_SHARES: Final = (8, 4)
_HALVES: Final = (1, 1)
_GAP: Final = 20.0
_TALLEST: Final = 640.0
_AFTER_BOX: Final = 16.0
_LOOKS: Final = {
    c.Look.LEAD: "Lead",
    c.Look.BODY: "Body Text",
    c.Look.CAPTION: "caption",
    c.Look.NOTE: "Note",
}
_IN_PANEL: Final = {"Body Text": "Panel", "Opening": "Panel", "Lead": "Panel", "Note": "Panel Note"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where content is written: how wide it is, whether inside a cell, and on what ground."""

    width: float
    is_cell: bool = False
    ground: Colour = Colour.PAPER


class Body:
    """Writes content; `is_first` until something is written that a page may begin with."""

    def __init__(self, document: Document, theme: Theme, paper: Paper, *, breaks: bool) -> None:
        """Write into a document; with `breaks` its first part begins on a page of its own."""
        self._document = document
        self._theme = theme
        self._room = Room(width=paper.text_width)
        self._lists = Lists(document, theme)
        self._breaks = breaks
        self._parts = 0

    def section(self, section: c.Section) -> Iterator[Element]:
        """Yield the elements of a section."""
        yield from self._all(section.content, self._room)

    def _all(self, content: c.Content, room: Room) -> Iterator[Element]:
        for each in content:
            yield from self._node(each, room)

    def _node(self, each: c.Node, room: Room) -> Iterator[Element]:  # noqa: C901, PLR0912 - one case a kind
        match each:
            case c.SectionHead():
                yield from self._head(each)
            case c.Heading():
                yield from self._heading(each, room)
            case c.Passage():
                yield from self._text(_LOOKS[each.look], each.text, room)
            case c.Findings():
                yield from self._findings(each, room)
            case c.Bullets():
                yield from self._bullets(each, room)
            case c.KeyFigures():
                yield from _apart(key_figures(each.figures, room.width, self._theme))
            case c.Grid():
                yield from _apart(grid(each, room.width))
            case c.Chart():
                yield self._chart(each.scene, room)
            case c.Panel():
                yield from self._panel(each, room)
            case c.Copyable() | c.Remark():
                yield from _set_apart(each)
            case c.Blank():
                yield _blank(each.label, room)
            case c.Beside():
                yield from self._beside(each, room)
            case c.Whole() | c.Detail():
                yield from self._all(each.content, room)
            case _:
                assert_never(each)

    def _head(self, head: c.SectionHead) -> Iterator[Element]:
        """Yield the name of a part, to which the contents lead, and its conclusion."""
        self._parts += 1
        said = [] if head.number else [unnumbered(), node("ind", left=0, hanging=0)]
        if self._parts == 1 and not self._breaks:
            said.append(node("pageBreakBefore", val=0))
        made = text_paragraph(style_key("heading 1"), head.label, *said)
        key = self._parts
        start = node("bookmarkStart", id=key, name=part_place(key))
        made.insert(1, start)
        made.append(node("bookmarkEnd", id=key))
        yield made
        if head.headline:
            yield text_paragraph("Headline", without_orphan(head.headline))

    def _text(self, look: str, text: str, room: Room) -> Iterator[Element]:
        is_tinted = room.ground is not Colour.PAPER
        style = style_key(_IN_PANEL.get(look, look) if is_tinted else look)
        for part in paragraphs_of(text):
            yield text_paragraph(style, part, *_across(room))

    def _heading(self, heading: c.Heading, room: Room) -> Iterator[Element]:
        yield text_paragraph(style_key("heading 2"), heading.title, *_across(room))
        if heading.text:
            yield from self._text("Opening", heading.text, room)

    def _bullets(self, bullets: c.Bullets, room: Room) -> Iterator[Element]:
        for item in bullets.items:
            yield self._item("List Bullet", ((item, PLAIN),), BULLETS, room)

    def _findings(self, findings: c.Findings, room: Room) -> Iterator[Element]:
        key = self._lists.new() if findings.is_numbered else None
        for one in findings.statements:
            parts = ((one.title, STRONG), (f" {one.text}" if one.text else "", PLAIN))
            if key is None:
                yield rich_paragraph(style_key("Body Text"), parts, *_across(room))
            else:
                yield self._item("List Number", parts, key, room)

    def _item(
        self, style: str, parts: Sequence[tuple[str, Ink]], list_key: int, room: Room
    ) -> Element:
        said = (item_of(list_key), *_across(room))
        return rich_paragraph(style_key(style), parts, *said)

    def _chart(self, scene: Scene, room: Room) -> Element:
        """Return a chart as a picture that says in words what it shows."""
        png = scene_png(scene, self._theme, ground=room.ground)
        wide, high = scene_size(scene)
        width = wide * min(1.0, room.width / wide, _TALLEST / high)
        says = (scene.title, described(scene))
        style = style_key("Panel Figure" if room.ground is not Colour.PAPER else "Figure")
        return picture_paragraph(self._document.part, style, png, width, says)

    def _panel(self, panel: c.Panel, room: Room) -> Iterator[Element]:
        yield text_paragraph(style_key("Panel Label"), panel.label)
        inner = Room(width=room.width - 2 * PADDING, is_cell=room.is_cell, ground=Colour.PALE)
        yield from self._all(panel.content, inner)

    def _beside(self, both: c.Beside, room: Room) -> Iterator[Element]:
        """Yield two pieces beside one another where the second is a picture or a margin.

        Other words follow one another, and so does a table where it can: cells in cells are hard
        to edit. A margin of tables stays one, or the weekly sheet would take two pages.
        """
        place, end = _first_grid(both.left), _last_picture(both.right)
        if not end and not both.is_margin:
            yield from self._all((*both.left, *both.right), room)
            return
        if not end:
            place, end = len(both.left), len(both.right)
        weights = _MARGIN_SHARES if both.is_margin else _HALVES
        left, right = ((room.width - _GAP) * each / sum(weights) for each in weights)
        words = list(self._all(both.left[:place], Room(width=left, is_cell=True)))
        shown = list(self._all(both.right[:end], Room(width=right, is_cell=True)))
        gap = node("tcMar", node("right", w=twips(_GAP), type="dxa"))
        wide = Cell(content=words, width=left + _GAP, properties=(gap,))
        yield from _apart(beside(wide, Cell(content=shown, width=right)))
        yield from self._all((*both.left[place:], *both.right[end:]), room)


def part_place(part: int) -> str:
    """Return the name of the place that the contents lead to for a part, counted from 1."""
    return f"_Toc{part:08d}"


def _set_apart(said: c.Copyable | c.Remark) -> Iterator[Element]:
    """Yield words that stand apart below their label."""
    if isinstance(said, c.Remark):
        style, label = "Remark", said.title
    else:
        style, label = "Copyable", said.label
    yield text_paragraph(style_key(f"{style} Label"), label)
    *first, last = paragraphs_of(said.text)
    for part in first:
        yield text_paragraph(style, part)
    yield text_paragraph(style, last, node("spacing", after=twips(_AFTER_BOX)))


def _blank(label: str, room: Room) -> Element:
    """Return a label with a line to write on behind it."""
    end = node("tabs", node("tab", val="right", leader="underscore", pos=twips(room.width)))
    made = text_paragraph(style_key("Blank"), f"{label} ", end)
    made.append(node("r", node("tab")))
    return made


def _first_grid(content: c.Content) -> int:
    """Return where the first table begins, with the label that stands over it."""
    for place, each in enumerate(content):
        if isinstance(each, c.Grid):
            before = content[place - 1] if place else None
            is_label = isinstance(before, c.Heading) or (
                isinstance(before, c.Passage) and before.look is c.Look.CAPTION
            )
            return place - 1 if is_label else place
    return len(content)


def _last_picture(content: c.Content) -> int:
    """Return how many pieces there are up to the last picture."""
    places = [i for i, each in enumerate(content, 1) if isinstance(each, c.Chart | c.Panel)]
    return max(places, default=0)


def _across(room: Room) -> tuple[Element, ...]:
    """Return that lines go as far as a narrow place does."""
    return (node("ind", right=0),) if room.is_cell and room.ground is Colour.PAPER else ()


def _apart(table: Element) -> Iterator[Element]:
    """Yield a table and the paragraph that keeps it apart from a table that follows."""
    yield table
    yield paragraph(style_key("After Table"))
