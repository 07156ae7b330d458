"""Where you stand: radar, ten bars, and the largest gaps with their next steps."""

from typing import Final

from socialplanner.domain.ids import Mode
from socialplanner.presentation.scenes import level_bars, radar
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.standing import GapSummary
from socialplanner.report import components as c
from socialplanner.report import styles
from socialplanner.report.document import Section, stage_for
from socialplanner.report.styles import Paper

TITLE: Final = "Where you stand"
MODES: Final = {Mode.MEDIA: "media", Mode.NETWORK: "networking"}


def standing_sections(summary: Summary, paper: Paper, number: str) -> tuple[Section, ...]:
    """Return the pages on the scores; without any score only their bars are shown."""
    page, stage = summary.standing, stage_for(paper)
    head = (*c.section_head(number, TITLE, page.headline), c.lead(page.lead))
    bars = level_bars(page.groups, title="Ten scores and their targets", stage=stage)
    if not page.is_scored:
        return (Section(title=TITLE, stack=(*head, c.figure(bars), *_reading(summary))),)
    chart = radar(page.spokes, page.profiles, title="Five dimensions in two modes", stage=stage)
    first = Section(title=TITLE, stack=(*head, c.figure(chart), *_reading(summary)))
    heading = c.heading("Ten scores, each with its likely range")
    second = Section(title=TITLE, stack=(heading, c.figure(bars), *_gaps(summary)))
    return first, second


def _reading(summary: Summary) -> tuple[c.Block, ...]:
    left, right = summary.standing.reading
    return (c.halves([c.statement(left.title, left.text)], [c.statement(right.title, right.text)]),)


def _gaps(summary: Summary) -> tuple[c.Block, ...]:
    page = summary.standing
    if not page.gaps:
        return (c.heading(page.gaps_headline),)
    columns = [
        c.Column(title="Gap", weight=1.5, style=styles.CELL_STRONG),
        c.Column(title="Question", weight=1.6),
        c.Column(title="You said", weight=1.1, style=styles.CELL_MUTED),
        c.Column(title="The next step", weight=1.5),
    ]
    rows = [row for gap in page.gaps for row in _rows(gap)]
    return (c.opening(page.gaps_headline, page.gaps_lead), c.table(columns, rows))


def _rows(gap: GapSummary) -> list[tuple[str, ...]]:
    name = f"{gap.name}, {MODES[gap.mode]}: {gap.levels}"
    return [
        (name if place == 0 else "", step.question, step.now, step.then)
        for place, step in enumerate(gap.steps)
    ]
