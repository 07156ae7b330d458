"""The parts of a page, ready to use: give words, get blocks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from socialplanner.presentation.scenes.shapes import Colour, Scene
from socialplanner.report import styles
from socialplanner.report.blocks import Block, Outlined, Rule, Stack, Together
from socialplanner.report.columns import Card, Cell, Columns, Table, beside
from socialplanner.report.drawings import Figure
from socialplanner.report.styles import GUTTER, Paint, Style
from socialplanner.report.text import Emphasis, Text, capitals, plain, rich

_ROW_PADDING: Final = 4.5
_ROW_WHOLE_BELOW: Final = 180.0


__all__ = [
    "Block",
    "Column",
    "KeyFigure",
    "Point",
    "Stack",
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
    "section_head",
    "statement",
    "table",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A table column; `fixed` is in points, otherwise `weight` shares what is left."""

    title: str
    fixed: float = 0.0
    weight: float = 1.0
    style: Style = styles.CELL

    @property
    def head_style(self) -> Style:
        """Return the style of its head, which stands where its cells stand."""
        return replace(styles.CELL_HEAD, align=self.style.align)


def section_head(number: str, label: str, headline: str, *, outline: str = "") -> tuple[Block, ...]:
    """Return the spaced label and the conclusion in large type that open a section."""
    top = capitals(f"{number}   {label}".strip(), styles.SECTION_LABEL, after=6)
    return (
        Outlined(block=replace(top, keep_next=True), title=outline or label, after=6),
        replace(plain(headline, styles.HEADLINE, after=14), keep_next=True),
    )


def lead(text: str) -> Text:
    """Return the paragraph that says a section in two sentences."""
    return plain(text, styles.LEAD, after=20)


def heading(text: str) -> Text:
    """Return a heading inside a section, kept with what follows."""
    return replace(plain(text, styles.HEADING, before=18, after=6), keep_next=True)


def opening(head: str, text: str) -> Together:
    """Return a heading with its first sentence, kept with what follows."""
    return Together(stack=(heading(head), body(text)), before=18, after=8, keep_next=True)


def caption(text: str) -> Text:
    """Return a small label in spaced capitals, kept with what follows."""
    return replace(capitals(text, styles.CAPTION, before=16, after=8), keep_next=True)


def body(text: str, *, before: float = 0, after: float = 8) -> Text:
    """Return a paragraph."""
    return plain(text, styles.BODY, before=before, after=after)


def statement(head: str, text: str, *, style: Style = styles.BODY, after: float = 8) -> Text:
    """Return a paragraph that opens with its point in bold."""
    parts = [(head, Emphasis.BOLD), (f" {text}" if text else "", Emphasis.PLAIN)]
    return rich(parts, style, after=after)


def note(text: str, *, before: float = 8) -> Text:
    """Return a source or a remark in small type."""
    return plain(text, styles.NOTE, before=before, after=8)


def figure(scene: Scene, *, before: float = 4, after: float = 12) -> Figure:
    """Return a chart."""
    return Figure(scene=scene, before=before, after=after)


def numbered(points: Sequence[Point], *, first: int = 1) -> tuple[Block, ...]:
    """Return points with large numerals at their left."""
    return tuple(
        Columns(
            cells=(
                Cell(stack=(plain(str(number), styles.NUMERAL),), fixed=18),
                Cell(stack=(statement(point.head, point.body),)),
            ),
            gap=6,
            after=9,
        )
        for number, point in enumerate(points, start=first)
    )


def bullets(items: Sequence[str], *, style: Style = styles.BODY) -> tuple[Block, ...]:
    """Return items with a small dash at their left."""
    dash = replace(style, colour=Colour.ACCENT)
    return tuple(
        Columns(
            cells=(
                Cell(stack=(plain("–", dash),), fixed=8),
                Cell(stack=(plain(item, style),)),
            ),
            gap=4,
            after=4,
        )
        for item in items
    )


def key_figures(figures: Sequence[KeyFigure]) -> Columns:
    """Return key figures in a row, each below a rule; the first rule is the accent."""
    return Columns(
        cells=tuple(
            Cell(stack=_key_figure(one, Colour.BRAND if index else Colour.ACCENT))
            for index, one in enumerate(figures)
        ),
        before=8,
        after=24,
    )


def _key_figure(one: KeyFigure, paint: Paint) -> tuple[Block, ...]:
    return (
        Rule(paint=paint, thickness=1.8, after=8),
        plain(one.figure, styles.KEY_FIGURE, after=2),
        plain(one.label, styles.KEY_LABEL),
        *((plain(one.note, styles.KEY_NOTE),) if one.note else ()),
    )


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | Block]],
    *,
    padding: float = _ROW_PADDING,
) -> Table:
    """Return a table without boxes: a strong rule under the head, hairlines between rows."""
    head = Columns(
        cells=tuple(_cell(column, column.title, column.head_style) for column in columns),
        padding=4,
        rule=Colour.BRAND_TEXT,
        thickness=0.8,
    )
    body_rows = tuple(_row(columns, row, padding) for row in rows)
    return Table(head=head, rows=body_rows, after=14)


def _row(columns: Sequence[Column], row: Sequence[str | Block], padding: float) -> Columns:
    return Columns(
        cells=tuple(
            _cell(column, value, column.style) for column, value in zip(columns, row, strict=True)
        ),
        padding=padding,
        rule=Colour.RULE,
        whole_below=_ROW_WHOLE_BELOW,
    )


def _cell(column: Column, value: str | Block, style: Style) -> Cell:
    block = plain(value, style) if isinstance(value, str) else value
    return Cell(stack=(block,), fixed=column.fixed, weight=column.weight)


def card(label: str, stack: Stack) -> Card:
    """Return a margin card: a label in capitals and a stack on a pale ground."""
    top = replace(capitals(label, styles.CAPTION, after=10), keep_next=True)
    return Card(stack=(top, *stack), before=4, after=14)


def copyable(label: str, text: str) -> Together:
    """Return words meant to be copied, on a pale ground below their label."""
    words = (plain(label, styles.KEY_LABEL, after=3), plain(text, styles.SMALL))
    return Together(stack=(Card(stack=words, padding=8),), after=6)


def with_margin(main: Stack, margin: Stack) -> Columns:
    """Return text on eight columns with a margin column of four."""
    return beside(main, margin, weights=(8, 4), gap=GUTTER + 8)


def halves(left: Stack, right: Stack) -> Columns:
    """Return two stacks of equal width."""
    return beside(left, right, weights=(1, 1), gap=GUTTER * 2)
