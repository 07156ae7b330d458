"""The look: paper and grid, type scale, and colours that stay readable whatever the brand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum, unique
from math import inf
from typing import Final

from socialplanner.presentation.brand_colours import (
    INK,
    USUAL_ACCENT,
    USUAL_BRAND,
    WHITE,
    blend,
    brand_colours,
)
from socialplanner.presentation.contrast import RGB, rgb
from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.fonts import Font

Paint = Colour | RGB

MARGIN: Final = 48.0
GUTTER: Final = 12.0
UNIT: Final = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A page size, with twelve columns between its margins."""

    name: str
    width: float
    height: float

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * MARGIN

    def span(self, columns: int) -> float:
        """Return the width of so many columns with the gutters between them."""
        column = (self.text_width - 11 * GUTTER) / 12
        return columns * column + (columns - 1) * GUTTER


A4: Final = Paper(name="a4", width=595.276, height=841.89)
LETTER: Final = Paper(name="letter", width=612.0, height=792.0)


@unique
class Align(StrEnum):
    """Where the lines of a text stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text looks.

    `tracking` is extra space between letters, for capitals only; lines are never longer than
    `widest`, so that they stay readable on a wide page.
    """

    font: Font = Font.SANS
    bold: Font = Font.SANS_SEMI
    italic: Font = Font.SANS_ITALIC
    size: float = 9.25
    leading: float = 14.0
    colour: Paint = Colour.INK
    align: Align = Align.LEFT
    tracking: float = 0.0
    balanced: bool = False
    widest: float = inf


def _serif(size: float, leading: float, colour: Paint = Colour.INK) -> Style:
    return Style(
        font=Font.SERIF,
        bold=Font.SERIF_SEMI,
        italic=Font.SERIF,
        size=size,
        leading=leading,
        colour=colour,
    )


def _serif_semi(size: float, leading: float, colour: Paint, *, balanced: bool = False) -> Style:
    return Style(
        font=Font.SERIF_SEMI,
        bold=Font.SERIF_SEMI,
        italic=Font.SERIF_SEMI,
        size=size,
        leading=leading,
        colour=colour,
        balanced=balanced,
    )


BODY: Final = Style(widest=372)
LEAD: Final = replace(_serif(13, 19), widest=416, balanced=True)
QUOTE: Final = _serif(11, 16, Colour.BRAND_TEXT)
HEADLINE: Final = replace(_serif_semi(22, 27, Colour.INK, balanced=True), widest=416)
HEADING: Final = _serif_semi(15, 20, Colour.INK, balanced=True)
KEY_FIGURE: Final = _serif_semi(28, 34, Colour.BRAND_TEXT)
NUMERAL: Final = _serif_semi(15, 10, Colour.ACCENT)
KEY_LABEL: Final = Style(font=Font.SANS_SEMI, size=8.5, leading=12)
KEY_NOTE: Final = Style(size=8, leading=11.5, colour=Colour.MUTED)
NOTE: Final = Style(size=7.5, leading=11, colour=Colour.MUTED, widest=372)
SMALL: Final = Style(size=8.5, leading=12.5)
SMALL_STRONG: Final = Style(font=Font.SANS_SEMI, size=8.5, leading=12.5)
SECTION_LABEL: Final = Style(
    font=Font.SANS_SEMI, size=7, leading=10, colour=Colour.ACCENT_TEXT, tracking=0.9
)
CAPTION: Final = Style(font=Font.SANS_SEMI, size=7, leading=10, colour=Colour.MUTED, tracking=0.9)
CELL: Final = Style(font=Font.TAB, bold=Font.TAB_SEMI, size=8.5, leading=12.5)
CELL_STRONG: Final = Style(font=Font.TAB_SEMI, bold=Font.TAB_SEMI, size=8.5, leading=12.5)
CELL_MUTED: Final = Style(
    font=Font.TAB, bold=Font.TAB_SEMI, size=8.5, leading=12.5, colour=Colour.MUTED
)
CELL_FIGURE: Final = Style(
    font=Font.TAB, bold=Font.TAB_SEMI, size=8.5, leading=12.5, align=Align.RIGHT
)
CELL_HEAD: Final = Style(font=Font.SANS_SEMI, size=7.5, leading=10.5, colour=Colour.MUTED)
CELL_HEAD_RIGHT: Final = Style(
    font=Font.SANS_SEMI, size=7.5, leading=10.5, colour=Colour.MUTED, align=Align.RIGHT
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The values of all colour names."""

    colours: Mapping[Colour, RGB]

    def __getitem__(self, paint: Paint) -> RGB:
        """Return the value of a colour name; a value stands for itself."""
        return self.colours[paint] if isinstance(paint, Colour) else paint


def theme(brand: str = USUAL_BRAND, accent: str = USUAL_ACCENT) -> Theme:
    """Return the colours for a brand, readable whatever it is; `brand_colours` says how."""
    made = brand_colours(brand, accent)
    return Theme(
        colours={
            Colour.INK: INK,
            Colour.MUTED: rgb("#5C6875"),
            Colour.RULE: rgb("#D3D9E0"),
            Colour.TRACK: blend(made.bars, 0.12),
            Colour.PALE: blend(made.bars, 0.05),
            Colour.PAPER: WHITE,
            Colour.BRAND: made.field,
            Colour.BRAND_TEXT: made.words,
            Colour.ON_BRAND: made.on_field,
            Colour.ACCENT: made.accent,
            Colour.ACCENT_TEXT: made.accent_words,
            Colour.MEDIA: made.bars,
            Colour.MEDIA_TINT: blend(made.bars, 0.28),
            Colour.NETWORK: made.network,
            Colour.NETWORK_TINT: blend(made.network, 0.32),
        }
    )
