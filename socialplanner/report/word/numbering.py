"""The lists of the Word document: its parts, its bullets, and one count for every numbered list."""

from typing import Final

from docx.document import Document

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.office_file import hex_of
from socialplanner.report.styles import Theme
from socialplanner.report.word.elements import Element, node, twips
from socialplanner.report.word.looks import BULLETS, PARTS, POINTS, style_key

_NONE: Final = 0


class Lists:
    """Gives lists their numbers; each numbered list counts from one."""

    def __init__(self, document: Document, theme: Theme) -> None:
        """Put our kinds of lists into a document."""
        self._numbering = document.part.numbering_part.element
        for each in list(self._numbering):
            self._numbering.remove(each)
        accent = hex_of(theme[Colour.ACCENT_TEXT])
        self._numbering.extend(
            (
                _kind(PARTS, "%1", "decimal", _level(gap=18)),
                _kind(BULLETS, "\u2013", "bullet", _level(gap=14, colour=accent)),
                _kind(POINTS, "%1", "decimal", _level(gap=24, colour=accent, size=13)),
            )
        )
        self._lists = [PARTS, BULLETS, POINTS]
        self._numbering.extend(_list(key, key) for key in self._lists)

    def new(self) -> int:
        """Return the key of a numbered list that begins here."""
        key = len(self._lists) + 1
        self._lists.append(key)
        start = node("lvlOverride", node("startOverride", val=1), ilvl=0)
        self._numbering.append(_list(key, POINTS, start))
        return key


def item_of(key: int) -> Element:
    """Return what makes a paragraph an item of a list."""
    return node("numPr", node("ilvl", val=0), node("numId", val=key))


def unnumbered() -> Element:
    """Return what takes its number from a heading."""
    return item_of(_NONE)


def _list(key: int, kind: int, *overrides: Element) -> Element:
    return node("num", node("abstractNumId", val=kind), *overrides, numId=key)


def _level(*, gap: float, colour: str = "", size: float = 0) -> tuple[Element, ...]:
    """Return what a level says after its text: its place, and how its numbers look."""
    indent = {"left": twips(gap), "hanging": twips(gap)}
    look: list[Element] = []
    if size:
        fonts = dict.fromkeys(("asciiTheme", "hAnsiTheme"), "majorHAnsi")
        look += [node("rFonts", **fonts), node("b"), node("bCs")]
    look += [node("color", val=colour)] if colour else []
    look += [node("sz", val=round(2 * size))] if size else []
    return (node("lvlJc", val="left"), node("pPr", node("ind", **indent)), node("rPr", *look))


def _kind(key: int, text: str, form: str, after: tuple[Element, ...]) -> Element:
    linked = (node("pStyle", val=style_key("heading 1")),) if key == PARTS else ()
    level = node(
        "lvl",
        node("start", val=1),
        node("numFmt", val=form),
        *linked,
        node("suff", val="tab"),
        node("lvlText", val=text),
        *after,
        ilvl=0,
    )
    return node("abstractNum", node("multiLevelType", val="singleLevel"), level, abstractNumId=key)
