"""The appendix: all answers, assumptions by origin, sources, the method on one page."""

from typing import Final

from socialplanner.presentation.summary import Summary
from socialplanner.report import components as c
from socialplanner.report.document import Section
from socialplanner.report.sections.tables import text_table

TITLE: Final = "Appendix"


def appendix_section(summary: Summary, number: str) -> Section:
    """Return the pages of the appendix."""
    page = summary.appendix
    answers = [*c.section_head(number, TITLE, "All answers, as they were given")]
    answers += _open_points(summary)
    for section in page.answers:
        answers += [c.heading(section.title), text_table(section.rows, (1.25, 1), small=True)]
    assumptions = (
        c.opening("What we assume", page.assumptions_lead),
        text_table(page.assumptions, (1, 46, 104), small=True),
        c.opening("What we assume of each planned activity", page.activities_lead),
        text_table(
            page.activities, (92, 26, 26, 26, 32, 30, 40, 22, 36, 1), strong=(0,), small=True
        ),
    )
    sources = (
        c.opening("Sources", page.sources_lead),
        text_table(page.sources, (1.7, 1.4, 28, 62, 1.2), small=True),
    )
    method = (
        c.heading("The method on one page"),
        *(c.statement(one.title, one.text) for one in page.method),
    )
    return Section(title=TITLE, stack=(*answers, *assumptions, *sources, *method))


def _open_points(summary: Summary) -> list[c.Block]:
    page = summary.change
    if not page.open_points.rows:
        return [c.body(page.open_lead)]
    points = text_table(page.open_points, (1, 2, 1.3), strong=(0,), small=True)
    return [c.opening("Still open", page.open_lead), points]
