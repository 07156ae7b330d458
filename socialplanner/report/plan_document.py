"""The plan as a PDF: from an assessment to bytes."""

from typing import Final

import socialplanner
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.presentation.plan_options import (
    MOST_LINES,
    CoverKind,
    PlanOptions,
    Progress,
    untold,
)
from socialplanner.presentation.summary import Summary, summarise
from socialplanner.report import content, document
from socialplanner.report.contents import Entry
from socialplanner.report.cover import Cover
from socialplanner.report.document import Plan, PlanFile, Section
from socialplanner.report.logo import Logo, logo_of
from socialplanner.report.plan_content import PAPERS, TITLES, plan_sections
from socialplanner.report.setting import blocks
from socialplanner.report.styles import theme

DEFAULTS: Final = PlanOptions()
_PAGES_FOR_A_PART: Final = 3
_DOT: Final = "   ·   "

__all__ = [
    "DEFAULTS",
    "PAPERS",
    "TITLES",
    "cover_of",
    "footer_of",
    "plan_document",
    "plan_file",
    "plan_pdf",
]


def plan_pdf(
    catalogue: Catalogue, assessment: Assessment, options: PlanOptions = DEFAULTS
) -> bytes:
    """Return the plan of an assessment as a PDF; the same input gives the same bytes."""
    return plan_file(assessment, summarise(catalogue, assessment), options).data


def plan_file(
    assessment: Assessment, summary: Summary, options: PlanOptions, progress: Progress = untold
) -> PlanFile:
    """Return the plan as a file; a part made is a step, and so is a page drawn.

    A page is reckoned as long as all parts are, until it is known how many there are.
    """
    parts = len(options.parts)
    shares = 1 + _PAGES_FOR_A_PART
    plan = plan_document(
        assessment, summary, options, lambda done, _: progress(done, shares * parts)
    )
    return document.plan_file(
        plan,
        lambda done, pages: progress(pages + _PAGES_FOR_A_PART * done, shares * pages),
    )


def plan_document(
    assessment: Assessment,
    summary: Summary,
    options: PlanOptions = DEFAULTS,
    progress: Progress = untold,
) -> Plan:
    """Return everything that is printed."""
    cover = summary.cover
    logo = None if options.logo is None else logo_of(options.logo)
    return Plan(
        name=cover.name,
        title=cover.title,
        subject=f"{cover.kind}, {cover.day}",
        author=cover.prepared_by or options.sender,
        language=summary.language,
        creator=f"{socialplanner.APPLICATION_NAME} {socialplanner.__version__}",
        day=assessment.today,
        cover=cover_of(assessment, summary, options, logo),
        sections=tuple(map(_set, plan_sections(summary, options, progress))),
        paper=PAPERS[options.paper],
        theme=theme(*options.colours),
        logo=logo,
        footer=footer_of(summary, options),
        mark=options.mark,
        has_contents=options.has_contents,
        is_tagged=options.is_tagged,
    )


def _set(section: content.Section) -> Section:
    """Return a section as blocks, with its line in the contents."""
    head = section.content[0]
    entry = None
    if isinstance(head, content.SectionHead):
        entry = Entry(number=head.number, title=head.label, headline=head.headline)
    return Section(title=section.title, stack=blocks(section.content), entry=entry)


def footer_of(summary: Summary, options: PlanOptions) -> str:
    """Return what stands at the foot of every page; without a cover also who wrote it, and when."""
    cover = summary.cover
    if options.footer:
        return options.footer
    if options.cover is CoverKind.NONE:
        author = cover.prepared_by or options.sender
        return _DOT.join(filter(None, (cover.kind, author, cover.day)))
    return f"{cover.name}{_DOT}{cover.title}"


def cover_of(
    assessment: Assessment, summary: Summary, options: PlanOptions, logo: Logo | None
) -> Cover | None:
    """Return what stands on the cover, None where there is to be none."""
    if options.cover is CoverKind.NONE:
        return None
    words, cells = summary.cover, assessment.scores.cells
    author = words.prepared_by or options.sender
    reader = words.prepared_for or options.recipient
    details = [f"Prepared for {reader}"] if reader else []
    details += [f"Prepared by {author}"] if author else []
    has_profile = options.cover is CoverKind.PROFILE
    return Cover(
        name=words.name,
        kicker=words.kind,
        title=words.title,
        subtitle=words.subtitle,
        details=[*details, *options.lines[:MOST_LINES], words.day],
        profile=[cells[d, Mode.NETWORK].value for d in Dimension] if has_profile else (),
        target=[assessment.levels[d, Mode.NETWORK] for d in Dimension] if has_profile else (),
        logo=logo,
        mark=options.mark,
    )
