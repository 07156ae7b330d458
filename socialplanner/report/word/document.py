"""The plan as a Word document, made to be edited: real headings, lists, tables and fields."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from socialplanner.presentation.plan_options import untold
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.report.office_file import branded, locale_of, steady
from socialplanner.report.office_plan import OfficePlan, office_plan
from socialplanner.report.office_text import one_line
from socialplanner.report.plan_content import plan_sections
from socialplanner.report.styles import MARGIN
from socialplanner.report.word.body import Body
from socialplanner.report.word.contents import contents
from socialplanner.report.word.cover import cover_table
from socialplanner.report.word.elements import node
from socialplanner.report.word.running import give_running
from socialplanner.report.word.styles import give_styles

_TOP: Final = 72.0
_BOTTOM: Final = 62.0
_RUNNING: Final = 30.0
_SPARE: Final = 14.0
_LONGEST_PROPERTY: Final = 255
_UNNEEDED: Final = frozenset(
    {"thumbnail", "customXml", "stylesWithEffects", "webSettings", "extended-properties"}
)


def word_file(source: PlanSource) -> bytes:
    """Return the plan as a Word document; the same source gives the same bytes."""
    plan = office_plan(source)
    sections = plan_sections(source.summary, source.options, untold)
    document = docx.Document()
    _prepare(document, plan)
    has_front = plan.cover is not None or source.options.has_contents
    body = Body(document, plan.theme, plan.paper, breaks=has_front)
    place = document.element.body
    end = place.sectPr
    if plan.cover is not None:
        height = plan.paper.height - _TOP - _BOTTOM - _SPARE
        end.addprevious(cover_table(document.part, plan.cover, plan, height))
    if source.options.has_contents:
        for each in contents(sections, plan.paper.text_width):
            end.addprevious(each)
    for section in sections:
        for each in body.section(section):
            end.addprevious(each)
    _number_pictures(document)
    written = BytesIO()
    document.save(written)
    return steady(written.getvalue())


def _number_pictures(document: Document) -> None:
    """Give each picture a number of its own, as Word asks."""
    places = (document.element.body, document.sections[0].header._element)  # noqa: SLF001
    pictures = (each for place in places for each in place.iter(qn("wp:docPr")))
    for number, each in enumerate(pictures, start=1):
        each.set("id", str(number))


def _prepare(document: Document, plan: OfficePlan) -> None:
    """Give an empty document our paper, styles, theme and properties, and nothing else."""
    for each in list(document.element.body)[:-1]:
        document.element.body.remove(each)
    _give_paper(document, plan)
    give_styles(document, plan.theme, plan.paper.text_width, plan.language)
    give_running(document, plan)
    _give_properties(document, plan)
    _give_settings(document, plan.language)
    _drop_unneeded(document)
    theme = document.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = branded(theme.blob, plan.theme)  # noqa: SLF001 - a part has no other door


def _give_paper(document: Document, plan: OfficePlan) -> None:
    section = document.sections[0]
    section._sectPr.attrib.clear()  # noqa: SLF001 - it says which session of Word it was made in
    section.page_width, section.page_height = Pt(plan.paper.width), Pt(plan.paper.height)
    section.left_margin = section.right_margin = Pt(MARGIN)
    section.top_margin, section.bottom_margin = Pt(_TOP), Pt(_BOTTOM)
    section.header_distance = section.footer_distance = Pt(_RUNNING)


def _give_properties(document: Document, plan: OfficePlan) -> None:
    said = document.core_properties
    made = datetime.combine(plan.day, time(), UTC).replace(tzinfo=None)
    said.title = one_line(f"{plan.title}: {plan.name}")[:_LONGEST_PROPERTY]
    said.author = one_line(plan.author)[:_LONGEST_PROPERTY]
    said.subject = one_line(plan.subject)[:_LONGEST_PROPERTY]
    said.language = locale_of(plan.language)
    said.last_modified_by = one_line(plan.author)[:_LONGEST_PROPERTY]
    said.comments = plan.creator
    said.created = said.modified = made
    said.revision = 1


def _give_settings(document: Document, language: str) -> None:
    """Say that this is a document of today, which nothing has been done to yet."""
    settings = document.settings.element
    for each in list(settings):
        settings.remove(each)
    mode = node(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    settings.extend(
        (
            node("zoom", percent=100),
            node("defaultTabStop", val=360),
            node("characterSpacingControl", val="doNotCompress"),
            node("compat", mode),
            node("themeFontLang", val=locale_of(language)),
            node("decimalSymbol", val="."),
            node("listSeparator", val=","),
        )
    )


def _drop_unneeded(document: Document) -> None:
    """Drop parts of the empty document that say nothing of this one."""
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _UNNEEDED:
                del relations[key]
