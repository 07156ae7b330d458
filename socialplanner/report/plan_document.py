"""The plan as a PDF: from an assessment to bytes."""

from collections.abc import Callable
from functools import partial
from typing import Final

import socialplanner
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.presentation.plan_options import (
    MOST_LINES,
    PlanOptions,
    PlanPart,
    Progress,
    untold,
)
from socialplanner.presentation.summary import Summary, summarise
from socialplanner.report import document
from socialplanner.report.document import Cover, Plan, PlanFile, Section
from socialplanner.report.logo import logo_of
from socialplanner.report.sections import (
    appendix,
    change,
    closing,
    days,
    measuring,
    mixture,
    overview,
    standing,
    week,
)
from socialplanner.report.styles import A4, LETTER, Paper, theme

PAPERS: Final = {"a4": A4, "letter": LETTER}
SUBTITLE: Final = "Where your hours go, where they should go, and how you will see what comes of it"
DEFAULTS: Final = PlanOptions()
_PAGES_FOR_A_PART: Final = 3

TITLES: Final = {
    PlanPart.SUMMARY: overview.TITLE,
    PlanPart.STANDING: standing.TITLE,
    PlanPart.MIX: mixture.TITLE,
    PlanPart.WEEK: week.TITLE,
    PlanPart.DAYS: days.TITLE,
    PlanPart.MEASURING: measuring.TITLE,
    PlanPart.CHANGE: change.TITLE,
    PlanPart.APPENDIX: appendix.TITLE,
}
"""The name of each part in the plan."""


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
    return Plan(
        name=cover.name,
        title=cover.title,
        subject=f"{cover.kind}, {cover.day}",
        author=cover.prepared_by or options.sender,
        language=summary.language,
        creator=f"{socialplanner.APPLICATION_NAME} {socialplanner.__version__}",
        day=assessment.today,
        cover=_cover(assessment, summary, options),
        sections=_sections(summary, options, progress),
        paper=PAPERS[options.paper],
        theme=theme(*options.colours),
    )


def _cover(assessment: Assessment, summary: Summary, options: PlanOptions) -> Cover:
    words, cells = summary.cover, assessment.scores.cells
    author = words.prepared_by or options.sender
    details = [f"Prepared for {words.prepared_for}"] if words.prepared_for else []
    details += [f"Prepared by {author}"] if author else []
    return Cover(
        name=words.name,
        kicker=words.kind,
        title=words.title,
        subtitle=SUBTITLE,
        details=[*details, *options.lines[:MOST_LINES], words.day],
        profile=[cells[d, Mode.NETWORK].value for d in Dimension],
        target=[assessment.levels[d, Mode.NETWORK] for d in Dimension],
        logo=None if options.logo is None else logo_of(options.logo),
    )


def _sections(summary: Summary, options: PlanOptions, progress: Progress) -> tuple[Section, ...]:
    """Return the chosen parts, numbered from one without a gap, and what is always said."""
    chosen = [part for part in PlanPart if part in options.parts]
    shown = summary if PlanPart.APPENDIX in options.parts else closing.without_appendix(summary)
    sections: list[Section] = []
    for place, part in enumerate(chosen, start=1):
        sections += _makers(shown, PAPERS[options.paper], str(place))[part]()
        progress(place, len(chosen))
    if options.left_out:
        left_out = [TITLES[part] for part in options.left_out]
        number = str(len(chosen) + 1)
        sections.append(closing.closing_section(summary, left_out, options, number))
    return tuple(sections)


def _makers(
    summary: Summary, paper: Paper, number: str
) -> dict[PlanPart, Callable[[], tuple[Section, ...]]]:
    def one(make: Callable[[], Section]) -> Callable[[], tuple[Section, ...]]:
        return lambda: (make(),)

    return {
        PlanPart.SUMMARY: one(partial(overview.overview_section, summary, paper, number)),
        PlanPart.STANDING: partial(standing.standing_sections, summary, paper, number),
        PlanPart.MIX: one(partial(mixture.mix_section, summary, paper, number)),
        PlanPart.WEEK: one(partial(week.week_section, summary, paper, number)),
        PlanPart.DAYS: one(partial(days.days_section, summary, paper, number)),
        PlanPart.MEASURING: one(partial(measuring.measuring_section, summary, number)),
        PlanPart.CHANGE: one(partial(change.change_section, summary, paper, number)),
        PlanPart.APPENDIX: one(partial(appendix.appendix_section, summary, number)),
    }
