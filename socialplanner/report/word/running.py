"""Head and foot of the pages of the Word document."""

from typing import Final

from docx.document import Document
from docx.parts.story import StoryPart

from socialplanner.presentation.scenes.labels import Stage
from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.office_file import hex_of
from socialplanner.report.office_plan import OfficePlan, logo_png
from socialplanner.report.office_text import one_line
from socialplanner.report.text import MEASURE
from socialplanner.report.word.elements import Element, Ink, field, node, paragraph, runs, twips
from socialplanner.report.word.pictures import picture_run

_SIZE: Final = 8.5
_GAP: Final = 16.0
_LOGO: Final = (84.0, 18.0)
_PAGE_ROOM: Final = 64.0
_STAGE: Final = Stage(measure=MEASURE)


def give_running(document: Document, plan: OfficePlan) -> None:
    """Give every page but the cover whose plan it is, and which page of how many."""
    section = document.sections[0]
    section.different_first_page_header_footer = plan.cover is not None
    for place in (section.header, section.footer):
        place.is_linked_to_previous = False
    _fill(section.header._element, _head(section.header.part, plan))  # noqa: SLF001 - no other door
    _fill(section.footer._element, _foot(plan))  # noqa: SLF001 - the same


def _fill(place: Element, made: Element) -> None:
    for each in list(place):
        place.remove(each)
    place.append(made)


def _head(part: StoryPart, plan: OfficePlan) -> Element:
    """Return the logo, whose plan it is, and at the right what it is."""
    content: list[Element] = []
    room = plan.paper.text_width - _width(plan.title) - _GAP
    if plan.logo is not None:
        width = plan.logo.size_within(*_LOGO)[0]
        content.append(picture_run(part, logo_png(plan.logo), width, ("Logo", plan.name)))
        content.extend(runs("  "))
        room -= width + _GAP
    name = Ink(character_style="Strong", colour=hex_of(plan.theme[Colour.BRAND_TEXT]))
    content.extend(runs(_fitting(plan.name, room), name))
    content.append(node("r", node("tab")))
    content.extend(runs(plan.title))
    return _line("Header", content, plan, "bottom")


def _foot(plan: OfficePlan) -> Element:
    """Return the words at the foot, the mark, and which page of how many."""
    room = plan.paper.text_width - _PAGE_ROOM
    content: list[Element] = []
    mark = plan.mark.upper()
    if mark:
        room -= _width(mark) + _GAP
    content.extend(runs(_fitting(plan.footer, room)))
    content.append(node("r", node("tab")))
    if mark:
        ink = Ink(character_style="Accent")
        content.extend((*runs(one_line(mark), ink), *runs("      ")))
    content.extend((*field("PAGE", runs("1")), *runs(" / "), *field("NUMPAGES", runs("1"))))
    return _line("Footer", content, plan, "top")


def _line(style: str, content: list[Element], plan: OfficePlan, side: str) -> Element:
    """Return a line with a rule at one side and a place at its right end."""
    end = node("tabs", node("tab", val="right", pos=twips(plan.paper.text_width)))
    colour = hex_of(plan.theme[Colour.RULE])
    rule = node("pBdr", node(side, val="single", sz=4, space=6, color=colour))
    return paragraph(style, content, rule, end)


def _fitting(text: str, room: float) -> str:
    return _STAGE.shorten(one_line(text), room, _SIZE, bold=True)


def _width(text: str) -> float:
    return _STAGE.width_of(one_line(text), _SIZE, bold=True)
