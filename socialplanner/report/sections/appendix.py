"""The appendix: all answers, assumptions by origin, sources, the method on one page."""

from dataclasses import replace
from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.appendix import Appendix
from socialplanner.report import content as c
from socialplanner.report.sections.tables import text_table

TITLE: Final = "Appendix"
HEADLINE: Final = "All answers, as they were given"
_SECURE: Final = "https://"


def appendix_section(summary: Summary, number: str) -> c.Section:
    """Return the pages of the appendix."""
    page = summary.appendix
    head = c.SectionHead(number=number, label=TITLE, headline=HEADLINE)
    answers: list[c.Node] = [head, *_open_points(summary)]
    for section in page.answers:
        table = text_table(section.rows, (1.25, 1), small=True)
        answers += [c.Heading(title=section.title), table]
    assumptions = (
        c.Heading(title="What we assume", text=page.assumptions_lead),
        text_table(page.assumptions, (1, 46, 104), small=True),
        c.Heading(title="What we assume of each planned activity", text=page.activities_lead),
        text_table(
            page.activities, (92, 26, 26, 26, 32, 30, 40, 22, 36, 1), strong=(0,), small=True
        ),
    )
    sources = (
        c.Heading(title="Sources", text=page.sources_lead),
        _sources(page),
    )
    method = (
        c.Whole(
            content=(
                c.Heading(title="The method on one page"),
                c.Findings(statements=tuple(page.method)),
            )
        ),
    )
    content = (*answers, *assumptions, *sources, *method)
    return c.Section(title=TITLE, content=content, part=PlanPart.APPENDIX)


def _sources(page: Appendix) -> c.Grid:
    """Return the sources; those with the address of a secure page lead there."""
    grid = text_table(page.sources, (1.7, 1.4, 28, 62, 1.2), small=True)
    pairs = zip(page.sources.rows, page.sources_addresses, strict=True)
    rows = tuple((row[0], _source(row[1], address), *row[2:]) for row, address in pairs)
    return replace(grid, rows=rows)


def _source(name: str, address: str) -> c.CellContent:
    return c.Address(text=name, address=address) if address.startswith(_SECURE) else name


def _open_points(summary: Summary) -> list[c.Node]:
    page = summary.change
    if not page.open_points.rows:
        return [c.body(page.open_lead)]
    points = text_table(page.open_points, (1, 2, 1.3), strong=(0,), small=True)
    return [c.Heading(title="Still open", text=page.open_lead), points]
