"""The plan on one page."""

from dataclasses import replace
from typing import Final

from socialplanner.presentation.scenes import Colour, MixRow, Stage, mix_bars
from socialplanner.presentation.summary import Summary
from socialplanner.report import components as c
from socialplanner.report import styles
from socialplanner.report.document import Section, fits_one_page, stage_for
from socialplanner.report.styles import Paper

TITLE: Final = "Summary"
_TIGHT: Final = 3.0
_NUMBER: Final = replace(styles.CELL_STRONG, colour=Colour.ACCENT_TEXT)


def overview_section(summary: Summary, paper: Paper, number: str) -> Section:
    """Return the page that is read when only one page is read.

    It names as many first steps as the page holds; all of them stand in the 90 days.
    """
    count = len(summary.overview.actions)
    while count > 1 and not fits_one_page(_stack(summary, paper, number, count), paper):
        count -= 1
    return Section(title=TITLE, stack=_stack(summary, paper, number, count))


def _stack(summary: Summary, paper: Paper, number: str, count: int) -> c.Stack:
    page = summary.overview
    figures = [c.KeyFigure(figure=f.value, label=f.label, note=f.note) for f in page.figures]
    points = [c.Point(head=one.title, body=one.text) for one in page.findings]
    main = (c.caption("What we found"), *c.numbered(points), *_actions(summary, count))
    return (
        *c.section_head(number, TITLE, page.headline),
        c.lead(page.lead),
        c.key_figures(figures),
        c.with_margin(main, [_card(summary, paper), c.note(page.note)]),
    )


def _actions(summary: Summary, count: int) -> tuple[c.Block, ...]:
    columns = [
        c.Column(title="", fixed=14, style=_NUMBER),
        c.Column(title="First steps", weight=3),
        c.Column(title="When", fixed=58, style=styles.CELL_MUTED),
        c.Column(title="Who", fixed=62, style=styles.CELL_MUTED),
    ]
    rows = [
        (str(place), one.text, one.when, one.who)
        for place, one in enumerate(summary.overview.actions[:count], start=1)
    ]
    return (c.caption("What to do first"), c.table(columns, rows, padding=_TIGHT))


def _card(summary: Summary, paper: Paper) -> c.Block:
    wide = stage_for(paper, 4)
    stage = Stage(width=wide.width - 32, measure=wide.measure)
    labels = ("Hours now", "Answers", "The plan")
    rows = [
        MixRow(label=label, share=row.share, error=row.error)
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
    return c.card("Your mix", [c.figure(scene)])
