"""The plan on one page."""

from collections.abc import Callable
from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.scenes import MixRow, Stage, mix_bars
from socialplanner.presentation.summary import Summary
from socialplanner.report import content as c
from socialplanner.report.document import stage_for
from socialplanner.report.styles import Paper

TITLE: Final = "Summary"


def overview_section(
    summary: Summary, paper: Paper, number: str, fits: Callable[[c.Section], bool]
) -> c.Section:
    """Return the page that is read when only one page is read.

    It names as many first steps as the page holds; all of them stand in the 90 days.
    """
    count = len(summary.overview.actions)
    section = _section(summary, paper, number, count)
    while count > 1 and not fits(section):
        count -= 1
        section = _section(summary, paper, number, count)
    return section


def _section(summary: Summary, paper: Paper, number: str, count: int) -> c.Section:
    content = _content(summary, paper, number, count)
    return c.Section(title=TITLE, content=content, part=PlanPart.SUMMARY)


def _content(summary: Summary, paper: Paper, number: str, count: int) -> tuple[c.Node, ...]:
    page = summary.overview
    main = (
        c.caption("What we found"),
        c.Findings(statements=page.findings, is_numbered=True),
        *_actions(summary, count),
    )
    return (
        c.SectionHead(number=number, label=TITLE, headline=page.headline),
        c.lead(page.lead),
        c.KeyFigures(figures=page.figures),
        c.Beside(left=main, right=(_card(summary, paper), c.note(page.note)), is_margin=True),
    )


def _actions(summary: Summary, count: int) -> tuple[c.Node, ...]:
    columns = (
        c.Column(title="", fixed=14, look=c.CellLook.NUMBER),
        c.Column(title="First steps", weight=3),
        c.Column(title="When", fixed=58, look=c.CellLook.MUTED),
        c.Column(title="Who", fixed=62, look=c.CellLook.MUTED),
    )
    rows = tuple(
        (str(place), one.text, one.when, one.who)
        for place, one in enumerate(summary.overview.actions[:count], start=1)
    )
    return (c.caption("What to do first"), c.Grid(columns=columns, rows=rows, is_tight=True))


def _card(summary: Summary, paper: Paper) -> c.Node:
    wide = stage_for(paper, 4)
    stage = Stage(width=wide.width - 32, measure=wide.measure)
    labels = ("Hours now", "Answers", "The plan")
    rows = [
        MixRow(label=label, share=row.share, error=row.error, said=row.note)
        for label, row in zip(labels, summary.mix.rows, strict=True)
        if row.share is not None
    ]
    scene = mix_bars(
        rows,
        summary.mix.band,
        title="Share of networking",
        modes=("Networking", "Media"),
        stage=stage,
    )
    return c.Panel(label="Your mix", content=(c.Chart(scene=scene),))
