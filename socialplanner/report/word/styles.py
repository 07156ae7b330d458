"""The styles of the Word document: whoever edits it changes the look in one place."""

from collections.abc import Iterator
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.office_file import SCHEME, hex_of, locale_of
from socialplanner.report.styles import Theme
from socialplanner.report.word.elements import Element, node, twips
from socialplanner.report.word.looks import LOOKS, PADDING, Look, style_key

TABLE: Final = "PlanTable"
CELL_GAP: Final = 8.0
_SLOTS: Final = {"dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2"}
_THEMED: Final = {
    colour: _SLOTS.get(name, name) for name, colour in SCHEME.items() if name != "folHlink"
}
_KEPT: Final = frozenset({"DefaultParagraphFont", "TableNormal", "NoList"})
_NORMAL: Final = Look(name="Normal", after=6, next_name="")


def give_styles(document: Document, theme: Theme, width: float, language: str) -> None:
    """Give a document our styles, and none but those that every document has besides."""
    styles = document.styles.element
    for style in styles.style_lst:
        if style.styleId not in _KEPT:
            styles.remove(style)
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is not None:
        styles.remove(defaults)
    styles.insert(0, _defaults(language))
    styles.append(_normal(theme))
    styles.extend(paragraph_style(look, theme, width) for look in LOOKS)
    styles.extend(_letter_styles(theme))
    styles.append(_table(theme))


def _defaults(language: str) -> Element:
    said = node("lang", val=locale_of(language), bidi="fa-IR")
    letters = node("rPrDefault", node("rPr", said))
    return node("docDefaults", letters, node("pPrDefault"))


def _normal(theme: Theme) -> Element:
    made = node("style", node("name", val="Normal"), node("qFormat"), type="paragraph")
    made.set(qn("w:default"), "1")
    made.set(qn("w:styleId"), "Normal")
    made.extend((_paragraph_properties(_NORMAL, theme, 0), _letters(_NORMAL, theme)))
    return made


def _letter_styles(theme: Theme) -> Iterator[Element]:
    """Yield the styles of words that stand out from their paragraph."""
    for name, is_bold, colour in (
        ("Strong", True, None),
        ("Muted", False, Colour.MUTED),
        ("Accent", True, Colour.ACCENT_TEXT),
        ("Hyperlink", False, Colour.BRAND_TEXT),
    ):
        look = [node("b"), node("bCs")] if is_bold else []
        look += [node("color", **colour_attributes(colour, theme))] if colour else []
        look += [node("u", val="single")] if name == "Hyperlink" else []
        said = (node("name", val=name), node("qFormat"), node("rPr", *look))
        yield node("style", *said, type="character", styleId=name)


def _table(theme: Theme) -> Element:
    """Return the style of tables: no boxes, a rule below the head, hairlines between rows."""
    hair = {"val": "single", "sz": 4, "space": 0, "color": hex_of(theme[Colour.RULE])}
    strong = {"val": "single", "sz": 8, "space": 0, "color": hex_of(theme[Colour.BRAND_TEXT])}
    borders = node("tblBorders", node("bottom", **hair), node("insideH", **hair))
    gap = {"type": "dxa"}
    margins = node(
        "tblCellMar",
        node("top", w=60, **gap),
        node("left", w=0, **gap),
        node("bottom", w=60, **gap),
        node("right", w=twips(CELL_GAP), **gap),
    )
    first = node("tcPr", node("tcBorders", node("bottom", **strong)))
    return node(
        "style",
        node("name", val="Plan Table"),
        node("basedOn", val="TableNormal"),
        node("qFormat"),
        node("tblPr", borders, margins),
        node("tblStylePr", first, type="firstRow"),
        type="table",
        styleId=TABLE,
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
        said.append(node("pageBreakBefore"))
    if look.list_key:
        said.append(node("numPr", node("ilvl", val=0), node("numId", val=look.list_key)))
    if look.ground is not None:
        said += _ground(look.ground, look.bar, theme)
    line = {"line": round(240 * look.line), "lineRule": "auto"}
    said.append(node("spacing", before=twips(look.before), after=twips(look.after), **line))
    right = max(0.0, width - look.widest) if look.widest else look.inset
    ends = {"left": twips(look.indent), "right": twips(right), "hanging": twips(look.hang)}
    said.append(node("ind", **ends))
    if look.level:
        said.append(node("outlineLvl", val=look.level - 1))
    return node("pPr", *said)


def _ground(ground: Colour, bar: Colour | None, theme: Theme) -> tuple[Element, Element]:
    """Return a tinted ground with some air round the words, and a bar at their left."""
    fill = hex_of(theme[ground])
    air = {"val": "single", "sz": 4, "space": round(PADDING) - 2, "color": fill}
    sides = {side: node(side, **air) for side in ("top", "left", "bottom", "right")}
    if bar is not None:
        edge = {"val": "single", "sz": 24, "space": round(PADDING) - 2}
        sides["left"] = node("left", **edge, color=hex_of(theme[bar]))
    return node("pBdr", *sides.values()), node("shd", val="clear", color="auto", fill=fill)


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
