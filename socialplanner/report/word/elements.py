"""The pieces of a Word document: paragraphs, runs of text, fields; nothing in a text is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from socialplanner.report.office_text import clean, is_to_left, pieces

Element = BaseOxmlElement

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_ORDER: Final = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "numPr",
    "pBdr",
    "shd",
    "tabs",
    "bidi",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How words stand out from their style: a colour in six digits, a size in points."""

    character_style: str = ""
    colour: str = ""
    size: float = 0.0


PLAIN: Final = Ink()
STRONG: Final = Ink(character_style="Strong")


def node(tag: str, *children: Element, **attributes: object) -> Element:
    """Return an element of a document; a trailing underscore keeps Python's words apart."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    made.extend(children)
    return made


def twips(points: float) -> int:
    """Return points in the unit of Word's lengths."""
    return round(20 * points)


def paragraph(style: str, content: Iterable[Element] = (), *properties: Element) -> Element:
    """Return a paragraph; its properties may come in any order."""
    said = [node("pStyle", val=style), *properties]
    ranks = {qn(f"w:{name}"): rank for rank, name in enumerate(_ORDER)}
    made = node("p", node("pPr", *sorted(said, key=lambda each: ranks[str(each.tag)])))
    made.extend(content)
    return made


def text_paragraph(style: str, text: str, *properties: Element, ink: Ink = PLAIN) -> Element:
    """Return a paragraph of one text, written from right to left where its letters are."""
    return rich_paragraph(style, [(text, ink)], *properties)


def rich_paragraph(style: str, parts: Iterable[tuple[str, Ink]], *properties: Element) -> Element:
    """Return a paragraph of several texts, each as it stands out."""
    cleaned = [(clean(text), ink) for text, ink in parts]
    whole = "".join(text for text, _ in cleaned)
    is_turned = is_to_left(whole)
    if is_turned:
        properties = tuple(map(_turned, properties))
    direction = (node("bidi"),) if is_turned else ()
    content = (run for text, ink in cleaned for run in runs(text, ink))
    return paragraph(style, content, *direction, *properties)


def _turned(said: Element) -> Element:
    """Return a property for a paragraph that begins at the right, where "right" means its end."""
    is_right = said.tag == qn("w:jc") and said.get(qn("w:val")) == "right"
    return node("jc", val="left") if is_right else said


def runs(text: str, ink: Ink = PLAIN) -> Iterator[Element]:
    """Yield the runs of a text, one for each direction of writing."""
    for piece, to_left in pieces(clean(text)):
        yield node("r", *_look(ink, to_left=to_left), *_words(piece))


def _look(ink: Ink, *, to_left: bool) -> tuple[Element, ...]:
    said: list[Element] = []
    if ink.character_style:
        said.append(node("rStyle", val=ink.character_style))
    if ink.colour:
        said.append(node("color", val=ink.colour))
    if ink.size:
        half_points = round(2 * ink.size)
        said += [node("sz", val=half_points), node("szCs", val=half_points)]
    if to_left:
        said.append(node("rtl"))
    return (node("rPr", *said),) if said else ()


def _words(text: str) -> Iterator[Element]:
    for place, line in enumerate(text.split("\n")):
        if place:
            yield node("br")
        if line:
            written = node("t")
            written.text = line
            written.set(_SPACE, "preserve")
            yield written


def field(instruction: str, result: Iterable[Element]) -> list[Element]:
    """Return a field with what it shows until it is worked out anew; its code is ours alone."""
    code = node("instrText")
    code.text = f" {instruction} "
    code.set(_SPACE, "preserve")
    begin, between, end = (
        node("r", node("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")
    )
    return [begin, node("r", code), between, *result, end]
