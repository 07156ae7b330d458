"""The styles of the Word document: whoever edits it changes the look in one place."""

from dataclasses import dataclass, replace
from typing import Final

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.office_file import SCHEME, hex_of, locale_of
from socialplanner.report.styles import Theme
from socialplanner.report.word.elements import Element, node, twips

TEXT_WIDE: Final = 390.0
"""The longest line that is read with ease, in points."""

SMALL: Final = " Small"
"""Ends the names of the styles of tables that hold much."""

TABLE: Final = "PlanTable"
CELL_GAP: Final = 8.0
_HEAD_WIDE: Final = 430.0
_SLOTS: Final = {"dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2"}
_THEMED: Final = {
    colour: _SLOTS.get(name, name) for name, colour in SCHEME.items() if name != "folHlink"
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the paragraphs of a style look, in points; `line` in parts of the font's own pitch.

    Lines are never longer than `widest`, where it is not 0. `level` is that of a heading from 1.
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
    tracking: float = 0.0
    is_kept: bool = False
    indent: float = 0.0
    hang: float = 0.0
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
        is_kept=True,
        next_name="Headline",
    ),
    Look(
        name="Headline",
        size=22,
        is_heading=True,
        is_bold=True,
        line=1.0,
        after=14,
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
    Look(
        name="heading 3", size=11, is_bold=True, before=12, after=4, level=3, is_kept=True
    ),
    Look(name="Body Text", after=8, widest=TEXT_WIDE),
    Look(name="Lead", size=13, is_heading=True, line=1.15, after=16, widest=_HEAD_WIDE),
    _LABEL,
    Look(name="Note", size=8.5, colour=Colour.MUTED, before=6, after=8, widest=TEXT_WIDE),
    Look(name="List Number", after=7, indent=24, hang=24, widest=TEXT_WIDE, next_name=""),
    Look(name="List Bullet", after=4, indent=14, hang=14, widest=TEXT_WIDE, next_name=""),
    Look(name="Figure", line=1.0, before=6, after=10),
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
    replace(
        _LABEL,
        name="Remark Label",
        before=6,
        after=0,
        indent=12,
        bar=Colour.ACCENT,
        ground=Colour.PALE,
        widest=TEXT_WIDE,
        next_name="Remark",
    ),
    Look(
        name="Remark",
        after=0,
        indent=12,
        bar=Colour.ACCENT,
        ground=Colour.PALE,
        widest=TEXT_WIDE,
        next_name="Remark",
    ),
    replace(_LABEL, name="Panel Label", before=0, after=6, next_name="Panel"),
    Look(name="Panel", size=10, after=4, next_name="Panel"),
    Look(name="Panel Note", size=8.5, colour=Colour.MUTED, before=8, after=4),
    Look(
        name="Tick Box", size=9.5, after=4, indent=18, hang=18, widest=TEXT_WIDE, next_name=""
    ),
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


def paragraph_style(look: Look, theme: Theme, width: float) -> Element:
    """Return a style for paragraphs that have so much room."""
    made = node("style", node("name", val=look.name), type="paragraph", styleId=look.key)
    made.append(node("basedOn", val="Normal"))
    if look.next_name:
        made.append(node("next", val=style_key(look.next_name)))
    made.extend((node("uiPriority", val=9), node("qFormat")))
    made.extend((_paragraph_properties(look, theme, width), _letters(look, theme)))
    return made


def _paragraph_properties(look: Look, theme: Theme, width: float) -> Element:
    said: list[Element] = []
    if look.is_kept:
        said += [node("keepNext"), node("keepLines")]
    if look.level == 1:
        numbered = node("numPr", node("ilvl", val=0), node("numId", val=1))
        said += [node("pageBreakBefore"), numbered]
    if look.bar is not None:
        bar = node("left", val="single", sz=24, space=8, color=hex_of(theme[look.bar]))
        said.append(node("pBdr", bar))
    if look.ground is not None:
        said.append(node("shd", val="clear", color="auto", fill=hex_of(theme[look.ground])))
    line = {"line": round(240 * look.line), "lineRule": "auto"}
    said.append(node("spacing", before=twips(look.before), after=twips(look.after), **line))
    right = max(0.0, width - look.widest) if look.widest else 0.0
    ends = {"left": twips(look.indent), "right": twips(right), "hanging": twips(look.hang)}
    said.append(node("ind", **ends))
    if look.level:
        said.append(node("outlineLvl", val=look.level - 1))
    return node("pPr", *said)


def _letters(look: Look, theme: Theme) -> Element:
    kind = "major" if look.is_heading else "minor"
    names = {"asciiTheme": "HAnsi", "hAnsiTheme": "HAnsi", "eastAsiaTheme": "EastAsia"}
    fonts = {place: f"{kind}{script}" for place, script in names.items()}
    said = [node("rFonts", **fonts, cstheme=f"{kind}Bidi")]
    said += [node("b"), node("bCs")] if look.is_bold else []
    said += [node("caps")] if look.tracking else []
    said.append(node("color", **colour_attributes(look.colour, theme)))
    said += [node("spacing", val=twips(look.tracking))] if look.tracking else []
    half_points = round(2 * look.size)
    said += [node("sz", val=half_points), node("szCs", val=half_points)]
    return node("rPr", *said)


def colour_attributes(colour: Colour, theme: Theme) -> dict[str, str]:
    """Return a colour as its value and, where it is one of the theme's, as its place there."""
    said = {"val": hex_of(theme[colour])}
    return {**said, "themeColor": _THEMED[colour]} if colour in _THEMED else said


def language_of(language: str) -> Element:
    """Return the language that spelling is checked in."""
    return node("lang", val=locale_of(language), eastAsia="ja-JP", bidi="fa-IR")
