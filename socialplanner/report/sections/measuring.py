"""Measuring return: break-even, what to count, links and the question, decision rules."""

from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.summary import Summary
from socialplanner.report import content as c
from socialplanner.report.sections.tables import text_table

TITLE: Final = "Measuring return"


def measuring_section(summary: Summary, number: str) -> c.Section:
    """Return the pages on return."""
    page = summary.measuring
    money = page.break_even
    content = (
        c.SectionHead(number=number, label=TITLE, headline=page.headline),
        c.lead(page.lead),
        text_table(money.formulas, (150, 1, 84), strong=(0,)),
        c.note(money.note),
        c.Heading(title="Two accounts, one clock"),
        text_table(money.ledgers, (104, 62, 70, 1), strong=(0,)),
        *(c.body(text) for text in money.honesty),
        c.Heading(title="What to count", text=page.kpi_note),
        text_table(page.kpis, (74, 1.1, 1.5, 1, 1.5), strong=(0,), small=True),
        *_question(summary),
        c.Detail(content=_links(summary)),
        *_rules(summary),
    )
    return c.Section(title=TITLE, content=content, part=PlanPart.MEASURING)


def _question(summary: Summary) -> tuple[c.Node, ...]:
    page = summary.measuring
    return (
        c.Heading(title="The one question", text=page.question_lead),
        c.Copyable(label="Ask", text=page.question),
        c.body(page.codes),
    )


def _links(summary: Summary) -> tuple[c.Node, ...]:
    page = summary.measuring
    heading, note = c.Heading(title="Links ready to copy"), c.note(page.links_note)
    if not page.links.rows:
        return (heading, note)
    links = text_table(page.links, (100, 76, 1), strong=(0,), small=True)
    return (c.Whole(content=(heading, links, note)),)


def _rules(summary: Summary) -> tuple[c.Node, ...]:
    page = summary.measuring
    columns = (
        c.Column(title="Rule", weight=3),
        c.Column(title="The number is", weight=1, look=c.CellLook.MUTED),
    )
    rows = tuple((rule.text, rule.basis) for rule in page.rules)
    if not rows:
        return ()
    opening = c.Heading(title="Decisions agreed now", text=page.rules_lead)
    return (opening, c.Grid(columns=columns, rows=rows))
