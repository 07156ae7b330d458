"""Progress: an earlier assessment and this one side by side."""

from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.moved import ScoreRow
from socialplanner.presentation.summary.progress import SideBySide
from socialplanner.report import content as c
from socialplanner.report.sections.tables import text_table

TITLE: Final = "Progress"


def progress_section(summary: Summary, number: str) -> c.Section:
    """Return the pages on progress, or the one that says there is nothing to compare yet."""
    page = summary.progress
    head = c.SectionHead(number=number, label=TITLE, headline=page.headline)
    found = () if page.compared is None else _side_by_side(page.compared)
    content = (head, c.lead(page.lead), *found)
    return c.Section(title=TITLE, content=content, part=PlanPart.PROGRESS)


def _side_by_side(found: SideBySide) -> tuple[c.Node, ...]:
    said = (found.versions, found.overlap)
    return (
        *(c.body(text) for text in said if text),
        c.Heading(title="The mix then and now", text=found.mix_note),
        text_table(found.mix, (1.6, 1, 1, 1.1), strong=(0,)),
        c.Heading(title=found.scores_headline, text=found.scores_note),
        _scores(found),
        *_yardsticks(found),
        c.Heading(title=found.kept.headline, text=found.kept.lead),
        *([text_table(found.kept.hours, (2, 1, 1, 1))] if found.kept.hours.rows else []),
        c.Heading(title="Answers that differ", text=found.answers_lead),
        *(
            [text_table(found.answers, (1.4, 1, 1), strong=(0,), small=True)]
            if found.answers.rows
            else []
        ),
    )


def _yardsticks(found: SideBySide) -> tuple[c.Node, ...]:
    words = found.yardsticks
    if words is None:
        return ()
    heading = c.Heading(title=words.headline, text=words.lead)
    if not words.split.rows:
        return (heading,)
    return (heading, text_table(words.split, (1.9, 1, 1, 1.2, 1.2), strong=(0,), small=True))


def _scores(found: SideBySide) -> c.Grid:
    columns = (
        c.Column(title="Score", weight=1.6),
        c.Column(title=f"Then, {found.then}", weight=1.1, look=c.CellLook.FIGURE),
        c.Column(title=f"Now, {found.now}", weight=1.1, look=c.CellLook.FIGURE),
        c.Column(title="Change", weight=1.1, look=c.CellLook.MUTED),
    )
    rows = (*map(_row, found.scores), *map(_strong, found.overall))
    return c.Grid(columns=columns, rows=rows, is_tight=True)


def _row(row: ScoreRow) -> tuple[c.CellContent, ...]:
    return (row.name, row.then, row.now, row.change)


def _strong(row: ScoreRow) -> tuple[c.CellContent, ...]:
    return (c.Strong(text=row.name), c.Strong(text=row.then), c.Strong(text=row.now), row.change)
