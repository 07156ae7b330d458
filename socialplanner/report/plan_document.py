"""The plan as a PDF: from an assessment to bytes."""

from typing import Final

import socialplanner
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.presentation.summary import Summary, summarise
from socialplanner.report.document import Cover, Plan, Section, render
from socialplanner.report.sections.appendix import appendix_section
from socialplanner.report.sections.change import change_section
from socialplanner.report.sections.days import days_section
from socialplanner.report.sections.measuring import measuring_section
from socialplanner.report.sections.mixture import mix_section
from socialplanner.report.sections.overview import overview_section
from socialplanner.report.sections.standing import standing_sections
from socialplanner.report.sections.week import week_section
from socialplanner.report.styles import A4, LETTER, Paper

PAPERS: Final = {"a4": A4, "letter": LETTER}
SUBTITLE: Final = "Where your hours go, where they should go, and how you will see what comes of it"


def plan_pdf(catalogue: Catalogue, assessment: Assessment, *, paper: str = "a4") -> bytes:
    """Return the plan of an assessment as a PDF on "a4" or "letter" paper.

    The same assessment gives the same bytes; KeyError for any other paper.
    """
    return render(plan_document(assessment, summarise(catalogue, assessment), PAPERS[paper]))


def plan_document(assessment: Assessment, summary: Summary, paper: Paper) -> Plan:
    """Return everything that is printed."""
    cover = summary.cover
    return Plan(
        name=cover.name,
        title=cover.title,
        subject=f"{cover.kind}, {cover.day}",
        author=cover.prepared_by,
        language=summary.language,
        creator=f"{socialplanner.APPLICATION_NAME} {socialplanner.__version__}",
        day=assessment.today,
        cover=_cover(assessment, summary),
        sections=_sections(summary, paper),
        paper=paper,
    )


def _cover(assessment: Assessment, summary: Summary) -> Cover:
    words, cells = summary.cover, assessment.scores.cells
    details = [f"Prepared for {words.prepared_for}"] if words.prepared_for else []
    details += [f"Prepared by {words.prepared_by}"] if words.prepared_by else []
    return Cover(
        name=words.name,
        kicker=words.kind,
        title=words.title,
        subtitle=SUBTITLE,
        details=[*details, words.day],
        profile=[cells[d, Mode.NETWORK].value for d in Dimension],
        target=[assessment.levels[d, Mode.NETWORK] for d in Dimension],
    )


def _sections(summary: Summary, paper: Paper) -> tuple[Section, ...]:
    return (
        overview_section(summary, paper, "1"),
        *standing_sections(summary, paper, "2"),
        mix_section(summary, paper, "3"),
        week_section(summary, paper, "4"),
        days_section(summary, paper, "5"),
        measuring_section(summary, "6"),
        change_section(summary, paper, "7"),
        appendix_section(summary, "8"),
    )
