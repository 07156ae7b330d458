"""The plan as slides: a title, and one conclusion a slide, for whoever presents it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

import pptx
from pptx.presentation import Presentation

from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.report.office_file import locale_of, steady
from socialplanner.report.office_plan import OfficePlan, office_plan
from socialplanner.report.office_text import one_line
from socialplanner.report.plan_content import CLOSING, REMARK
from socialplanner.report.slides.front import front
from socialplanner.report.slides.master import give_master
from socialplanner.report.slides.pages import PAGES
from socialplanner.report.slides.slate import Slate

MOST_PARTS: Final = 5
"""So many slides follow the title; only where there are fewer, the summary has one of its own."""

_LONGEST_PROPERTY: Final = 255
_UNNEEDED: Final = frozenset({"thumbnail", "printerSettings", "extended-properties"})


def slides_file(source: PlanSource) -> bytes:
    """Return the plan as slides; the same source gives the same bytes."""
    plan = office_plan(source)
    presentation = pptx.Presentation()
    give_master(presentation, plan)
    _give_properties(presentation, plan)
    _drop_unneeded(presentation)
    slate = Slate(presentation, plan, layout=0)
    said = front(slate, source, plan)
    for part in parts_shown(source):
        slate.close(said)
        slate = Slate(presentation, plan)
        said = (*PAGES[part](slate, source.summary), *_remark(source.options, part))
    slate.close((*said, *_closing(source.options)))
    written = BytesIO()
    presentation.save(written)
    return steady(written.getvalue())


def parts_shown(source: PlanSource) -> tuple[PlanPart, ...]:
    """Return the parts that have a slide, in their order; progress only where there is some."""
    has_progress = source.summary.progress.compared is not None
    slides = frozenset(PAGES) - (frozenset() if has_progress else {PlanPart.PROGRESS})
    shown = tuple(part for part in source.options.parts if part in slides)
    others = tuple(part for part in shown if part is not PlanPart.SUMMARY)
    return others if len(others) >= MOST_PARTS else shown


def _remark(options: PlanOptions, part: PlanPart) -> Iterator[str]:
    text = options.notes.get(part, "")
    if text.strip():
        yield f"{REMARK}: {text}"


def _closing(options: PlanOptions) -> Iterator[str]:
    if options.closing.strip():
        yield f"{CLOSING}: {options.closing}"


def _give_properties(presentation: Presentation, plan: OfficePlan) -> None:
    said = presentation.core_properties
    said.title = one_line(f"{plan.title}: {plan.name}")[:_LONGEST_PROPERTY]
    said.author = said.last_modified_by = one_line(plan.author)[:_LONGEST_PROPERTY]
    said.subject = one_line(plan.subject)[:_LONGEST_PROPERTY]
    said.language = locale_of(plan.language)
    said.comments = plan.creator
    said.created = said.modified = datetime.combine(plan.day, time(), UTC).replace(tzinfo=None)
    said.revision = 1


def _drop_unneeded(presentation: Presentation) -> None:
    """Drop parts of the empty presentation that say nothing of this one."""
    for relations in (presentation.part.rels, presentation.part.package._rels):  # noqa: SLF001
        for key, relation in list(relations.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _UNNEEDED:
                relations.pop(key)
