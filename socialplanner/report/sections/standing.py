"""Where you stand: radar, ten bars, and the largest gaps with their next steps."""

from dataclasses import replace
from typing import Final

from socialplanner.domain.ids import Mode
from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.scenes import level_bars, radar
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.standing import GapSummary
from socialplanner.report import content as c
from socialplanner.report.document import stage_for
from socialplanner.report.styles import Paper

TITLE: Final = "Where you stand"
MODES: Final = {Mode.MEDIA: "media", Mode.NETWORK: "networking"}


def standing_sections(summary: Summary, paper: Paper, number: str) -> tuple[c.Section, ...]:
    """Return the pages on the scores; without any score only their bars are shown."""
    page, stage = summary.standing, stage_for(paper)
    head = c.SectionHead(number=number, label=TITLE, headline=page.headline)
    lead, reading = c.lead(page.lead), _reading(summary)
    bars = c.Chart(scene=level_bars(page.groups, title="Ten scores and their targets", stage=stage))
    if not page.is_scored:
        return (_section(head, lead, bars, reading),)
    scene = radar(page.spokes, page.profiles, title="Five dimensions in two modes", stage=stage)
    heading = c.Heading(title="Ten scores, each with its likely range")
    return (
        replace(_section(head, lead, c.Chart(scene=scene), reading), is_continued=True),
        _section(heading, bars, *_gaps(summary)),
    )


def _section(*content: c.Node) -> c.Section:
    return c.Section(title=TITLE, content=content, part=PlanPart.STANDING)


def _reading(summary: Summary) -> c.Node:
    left, right = (c.Findings(statements=(one,)) for one in summary.standing.reading)
    return c.Detail(content=(c.Beside(left=(left,), right=(right,)),))


def _gaps(summary: Summary) -> tuple[c.Node, ...]:
    page = summary.standing
    if not page.gaps:
        return (c.Heading(title=page.gaps_headline),)
    columns = (
        c.Column(title="Gap", weight=1.5, look=c.CellLook.STRONG),
        c.Column(title="Question", weight=1.6),
        c.Column(title="You said", weight=1.1, look=c.CellLook.MUTED),
        c.Column(title="The next step", weight=1.5),
    )
    rows = tuple(row for gap in page.gaps for row in _rows(gap))
    opening = c.Heading(title=page.gaps_headline, text=page.gaps_lead)
    return (opening, c.Grid(columns=columns, rows=rows))


def _rows(gap: GapSummary) -> list[tuple[str, ...]]:
    name = f"{gap.name}, {MODES[gap.mode]}: {gap.levels}"
    return [
        (name if place == 0 else "", step.question, step.now, step.then)
        for place, step in enumerate(gap.steps)
    ]
