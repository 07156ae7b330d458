"""How each kind of paragraph of the Word document looks."""

from dataclasses import dataclass, replace
from typing import Final

from socialplanner.presentation.scenes.shapes import Colour

PARTS, BULLETS, POINTS = 1, 2, 3
"""The lists that every document has: of its parts, of bullets, and one that is numbered."""

TEXT_WIDE: Final = 390.0
"""The longest line that is read with ease, in points."""

PADDING: Final = 10.0
"""Between the edge of a tinted ground and the words on it."""

SMALL: Final = " Small"
"""Ends the names of the styles of tables that hold much."""

_HEAD_WIDE: Final = 430.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the paragraphs of a style look, in points; `line` in parts of the font's own pitch.

    Lines are never longer than `widest`, where it is not 0. `level` is that of a heading from 1,
    `list_key` the list whose items the paragraphs are.
    """

    name: str
    size: float = 10.5
    is_heading: bool = False
    is_bold: bool = False
    colour: Colour = Colour.INK
    line: float = 1.12
    before: float = 0.0
    after: float = 0.0
    widest: float = 0.0
    level: int = 0
    list_key: int = 0
    tracking: float = 0.0
    is_kept: bool = False
    indent: float = 0.0
    hang: float = 0.0
    inset: float = 0.0
    ground: Colour | None = None
    bar: Colour | None = None
    next_name: str = "Body Text"

    @property
    def key(self) -> str:
        """Return the name by which paragraphs call the style."""
        return style_key(self.name)


def style_key(name: str) -> str:
    """Return the key of a style: its name without spaces."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


_CELL: Final = Look(name="Table Text", size=9.5, line=1.05, next_name="Table Text")
_LABEL: Final = Look(
    name="caption",
    size=8,
    is_bold=True,
    colour=Colour.MUTED,
    tracking=0.9,
    before=14,
    after=6,
    is_kept=True,
)

_ITEM: Final = Look(name="List", widest=TEXT_WIDE, next_name="")
_PANEL: Final = Look(
    name="Panel", size=10, after=4, indent=PADDING, inset=PADDING, ground=Colour.PALE, next_name=""
)


def _boxed(name: str, bar: Colour | None = None) -> tuple[Look, Look]:
    """Return the looks of words on a tinted ground, and of the label above them."""
    words = replace(_PANEL, name=name, bar=bar)
    label = replace(_LABEL, before=12, after=4, indent=PADDING, inset=PADDING, ground=Colour.PALE)
    return replace(label, name=f"{name} Label", bar=bar, next_name=name), words


LOOKS: Final = (
    Look(
        name="Title",
        size=30,
        is_heading=True,
        is_bold=True,
        colour=Colour.BRAND_TEXT,
        line=1.0,
        after=8,
    ),
    Look(name="Subtitle", size=13, is_heading=True, colour=Colour.MUTED, after=12),
    Look(
        name="heading 1",
        size=9,
        is_bold=True,
        colour=Colour.ACCENT_TEXT,
        tracking=0.9,
        after=6,
        level=1,
        list_key=PARTS,
        is_kept=True,
        next_name="Headline",
    ),
    Look(
        name="Headline",
        size=22,
        is_heading=True,
        is_bold=True,
        line=1.0,
        after=10,
        widest=_HEAD_WIDE,
        is_kept=True,
        next_name="Lead",
    ),
    Look(
        name="heading 2",
        size=15,
        is_heading=True,
        is_bold=True,
        line=1.0,
        before=18,
        after=6,
        widest=_HEAD_WIDE,
        level=2,
        is_kept=True,
    ),
    Look(name="heading 3", size=11, is_bold=True, before=12, after=4, level=3, is_kept=True),
    Look(name="Body Text", after=8, widest=TEXT_WIDE),
    Look(name="Opening", after=8, widest=TEXT_WIDE, is_kept=True),
    Look(name="Lead", size=13, is_heading=True, line=1.15, after=12, widest=_HEAD_WIDE),
    _LABEL,
    Look(name="Note", size=8.5, colour=Colour.MUTED, before=6, after=8, widest=TEXT_WIDE),
    replace(_ITEM, name="List Number", after=7, indent=24, hang=24, list_key=POINTS),
    replace(_ITEM, name="List Bullet", after=4, indent=14, hang=14, list_key=BULLETS),
    Look(name="After Table", size=5, line=1.0),
    Look(name="Figure", line=1.0, before=4, after=8),
    Look(
        name="Key Figure",
        size=26,
        is_heading=True,
        is_bold=True,
        colour=Colour.BRAND_TEXT,
        line=1.0,
        before=4,
        next_name="Key Label",
    ),
    Look(name="Key Label", size=9.5, is_bold=True, line=1.0, after=1, next_name="Key Note"),
    Look(name="Key Note", size=9, colour=Colour.MUTED, line=1.0, next_name="Key Note"),
    _CELL,
    replace(_CELL, name=f"{_CELL.name}{SMALL}", size=8.5),
    replace(_CELL, name="Table Head", size=8.5, is_bold=True, colour=Colour.MUTED, is_kept=True),
    replace(
        _CELL,
        name=f"Table Head{SMALL}",
        size=8,
        is_bold=True,
        colour=Colour.MUTED,
        is_kept=True,
    ),
    *_boxed("Remark", bar=Colour.ACCENT),
    *_boxed("Copyable"),
    *_boxed("Panel"),
    replace(_PANEL, name="Panel Note", size=8.5, colour=Colour.MUTED),
    replace(_PANEL, name="Panel Figure", line=1.0),
    replace(_CELL, name="Tick Box", after=3, indent=16, hang=16),
    replace(_CELL, name=f"Tick Box{SMALL}", size=8.5, after=2, indent=15, hang=15),
    Look(name="Blank", size=9.5, is_bold=True, before=10, after=10),
    Look(name="header", size=8.5, colour=Colour.MUTED, line=1.0, next_name=""),
    Look(name="footer", size=8.5, colour=Colour.MUTED, line=1.0, next_name=""),
    Look(
        name="TOC Heading",
        size=22,
        is_heading=True,
        is_bold=True,
        line=1.0,
        after=14,
    ),
    Look(name="toc 1", size=12, is_heading=True, is_bold=True, before=12, is_kept=True),
    Look(name="toc 2", size=9.5, colour=Colour.MUTED, widest=_HEAD_WIDE, after=2, indent=24),
)
