"""The parts of a page, ready to use: give words, get blocks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from socialplanner.presentation.scenes.description import described
from socialplanner.presentation.scenes.shapes import Colour, Scene
from socialplanner.report import styles
from socialplanner.report.blocks import Block, Box, Outlined, Rule, Space, Stack, Together
from socialplanner.report.columns import Card, Cell, Columns, beside
from socialplanner.report.drawings import Figure
from socialplanner.report.grids import Column, table
from socialplanner.report.styles import GUTTER, Paint, Style
from socialplanner.report.tags import Role, Tag
from socialplanner.report.text import Emphasis, Text, capitals, plain, rich

__all__ = [
    "Block",
    "Column",
    "KeyFigure",
    "Point",
    "Stack",
    "blank",
    "body",
    "bullets",
    "caption",
    "card",
    "copyable",
    "figure",
    "halves",
    "heading",
    "key_figures",
    "lead",
    "note",
    "numbered",
    "opening",
    "remark",
    "section_head",
    "statement",
    "table",
    "tick_box",
    "with_margin",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A number that matters, what it is, and a note."""

    figure: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A finding or a step: its conclusion in bold, then its reason."""

    head: str
    body: str = ""


def section_head(number: str, label: str, headline: str, *, outline: str = "") -> tuple[Block, ...]:
    """Return the spaced label and the conclusion in large type that open a section."""
    tag = Tag(Role.H2)
    if not headline:
        title = replace(plain(label, styles.HEADLINE, after=14), keep_next=True, tag=tag)
        return (Outlined(block=title, title=outline or label, after=14),)
    top = capitals(f"{number}   {label}".strip() + " ", styles.SECTION_LABEL, after=6)
    top = replace(top, keep_next=True, tag=tag)
    return (
        Outlined(block=top, title=outline or label, after=6),
        replace(plain(headline, styles.HEADLINE, after=14), keep_next=True, tag=tag),
    )


def lead(text: str) -> Text:
    """Return the paragraph that says a section in two sentences."""
    return _paragraph(plain(text, styles.LEAD, after=20))


def heading(text: str) -> Text:
    """Return a heading inside a section, kept with what follows."""
    text_block = plain(text, styles.HEADING, before=18, after=6)
    return replace(text_block, keep_next=True, tag=Tag(Role.H3))


def opening(head: str, text: str) -> Together:
    """Return a heading with its first sentence, kept with what follows."""
    return Together(stack=(heading(head), body(text)), before=18, after=8, keep_next=True)


def caption(text: str) -> Text:
    """Return a small label in spaced capitals, kept with what follows."""
    return replace(_paragraph(capitals(text, styles.CAPTION, before=16, after=8)), keep_next=True)


def body(text: str, *, before: float = 0, after: float = 8) -> Text:
    """Return a paragraph."""
    return _paragraph(plain(text, styles.BODY, before=before, after=after))


def _paragraph(text: Text) -> Text:
    return replace(text, tag=Tag(Role.PARAGRAPH))


def statement(head: str, text: str, *, style: Style = styles.BODY, after: float = 8) -> Text:
    """Return a paragraph that opens with its point in bold."""
    parts = [(head, Emphasis.BOLD), (f" {text}" if text else "", Emphasis.PLAIN)]
    return _paragraph(rich(parts, style, after=after))


def note(text: str, *, before: float = 8) -> Text:
    """Return a source or a remark in small type."""
    return _paragraph(plain(text, styles.NOTE, before=before, after=8))


def figure(scene: Scene, *, before: float = 4, after: float = 12) -> Figure:
    """Return a chart."""
    tag = Tag(Role.FIGURE, described(scene))
    return Figure(scene=scene, before=before, after=after, tag=tag)


def numbered(points: Sequence[Point], *, first: int = 1) -> tuple[Block, ...]:
    """Return points with large numerals at their left."""
    whole = Tag(Role.LIST)
    return tuple(
        _item(
            whole,
            Cell(stack=(plain(str(number), styles.NUMERAL),), fixed=18),
            replace(statement(point.head, point.body), tag=None),
            gaps=(6, 9),
        )
        for number, point in enumerate(points, start=first)
    )


def _item(whole: Tag, mark: Cell, text: Text, *, gaps: tuple[float, float]) -> Columns:
    """Return an item of a list: its mark, and its text beside; gaps are between and after."""
    return Columns(
        cells=(
            replace(mark, tag=Tag(Role.LABEL)),
            Cell(stack=(text,), tag=Tag(Role.ITEM_BODY)),
        ),
        gap=gaps[0],
        after=gaps[1],
        tag=Tag(Role.ITEM, parent=whole),
    )


def bullets(items: Sequence[str], *, style: Style = styles.BODY) -> tuple[Block, ...]:
    """Return items with a small dash at their left."""
    dash = plain("–", replace(style, colour=Colour.ACCENT))
    whole = Tag(Role.LIST)
    return tuple(
        _item(whole, Cell(stack=(dash,), fixed=8), plain(item, style), gaps=(4, 4))
        for item in items
    )


def key_figures(figures: Sequence[KeyFigure]) -> Columns:
    """Return key figures in a row, each below a rule; the first rule is the accent."""
    return Columns(
        cells=tuple(
            Cell(
                stack=_key_figure(one, Colour.BRAND if index else Colour.ACCENT),
                tag=Tag(Role.DIVISION),
            )
            for index, one in enumerate(figures)
        ),
        before=8,
        after=24,
    )


def _key_figure(one: KeyFigure, paint: Paint) -> tuple[Block, ...]:
    return (
        Rule(colour=paint, thickness=1.8, after=8),
        plain(one.figure, styles.KEY_FIGURE, after=2),
        plain(one.label, styles.KEY_LABEL),
        *((plain(one.note, styles.KEY_NOTE),) if one.note else ()),
    )


def card(label: str, stack: Stack) -> Card:
    """Return a margin card: a label in capitals and a stack on a pale ground."""
    top = replace(capitals(label, styles.CAPTION, after=10), keep_next=True)
    return Card(stack=(top, *stack), before=4, after=14, tag=Tag(Role.DIVISION))


def copyable(label: str, text: str) -> Together:
    """Return words meant to be copied, on a pale ground below their label."""
    words = (plain(label, styles.KEY_LABEL, after=3), plain(text, styles.SMALL))
    return Together(stack=(Card(stack=words, padding=8, tag=Tag(Role.DIVISION)),), after=6)


def with_margin(main: Stack, margin: Stack) -> Columns:
    """Return text on eight columns with a margin column of four."""
    return beside(main, margin, weights=(8, 4), gap=GUTTER + 8)


def halves(left: Stack, right: Stack) -> Columns:
    """Return two stacks of equal width."""
    return beside(left, right, weights=(1, 1), gap=GUTTER * 2)


def remark(title: str, text: str) -> Card:
    """Return the sender's own words on a pale ground, with a bar at their left."""
    words = (
        replace(capitals(title, styles.CAPTION, after=6), keep_next=True),
        _paragraph(plain(text, styles.BODY)),
    )
    return Card(stack=words, bar=Colour.ACCENT, after=16, tag=Tag(Role.DIVISION))


def tick_box(text: str, style: Style = styles.CELL) -> Columns:
    """Return a box to tick by hand, with its text beside."""
    box = Box(side=style.size - 1, line=style.leading)
    return Columns(
        cells=(Cell(stack=(box,), fixed=10), Cell(stack=(plain(text, style),))),
        gap=6,
        after=2.5,
        tag=Tag(Role.PARAGRAPH),
    )


def blank(label: str) -> Columns:
    """Return a label with a line to write on behind it."""
    words = _paragraph(plain(label, styles.KEY_LABEL))
    line = (Space(points=styles.KEY_LABEL.leading - 3), Rule(colour=Colour.MUTED))
    return Columns(
        cells=(Cell(stack=(words,), weight=1.4), Cell(stack=line, weight=4)),
        before=10,
        after=10,
    )
