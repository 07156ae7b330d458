"""The sheet “Reviews”: what the log says of each rule agreed in advance, and its charts."""

from typing import TYPE_CHECKING, Final

from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.log_charts import write_charts
from socialplanner.exchange.workbook.log_grid import Log
from socialplanner.exchange.workbook.log_rules import CHECKS, Case, verdict, verdict_formula
from socialplanner.exchange.workbook.page import Page, open_page

if TYPE_CHECKING:
    from socialplanner.domain.decision import DecisionRule
    from socialplanner.exchange.workbook.book import Book
    from socialplanner.presentation.summary.measuring import Rule

NAME: Final = "Reviews"
WIDTHS: Final = (13, 12, 12, 20, 68)
HEAD: Final = ("By", "In the log", "Against", "So far", "The rule, and whose figure it rests on")
NOTE: Final = (
    "In the log: the average of the weeks before the day of review; for enquiries that can be "
    "traced, as many a month; for hours, the number of weeks that fell short. Against: what was "
    "agreed; for an early sign, the four weeks before; for hours, half of the weeks logged."
)
EMPTY: Final = "No figure was logged yet: the charts fill as you fill in “KPI log”."


def write_reviews(book: "Book", log: Log) -> None:
    """Write the rules with what the log says so far, and the charts that read the log."""
    page = open_page(book, NAME, WIDTHS, title="Reviews: what the log says")
    page.explain(book.source.summary.measuring.rules_lead, looks.PROSE)
    rules, words = book.assessment.rules, book.source.summary.measuring.rules
    if rules:
        page.next()
        page.head(HEAD, (1, 2))
        for rule, said in zip(rules, words, strict=True):
            _rule(page, log, rule, said)
        page.explain(NOTE)
    page.heading("Charts: they follow what you fill in")
    if not any(len(cells) > 1 for cells in log.grid.cells):
        page.across(EMPTY, looks.MUTED)
    write_charts(page, log)


def _rule(page: Page, log: Log, rule: "DecisionRule", words: "Rule") -> None:
    """Write a rule; its verdict is a formula that compares the two cells before it."""
    per = page.book.source.catalogue.parameters.money.weeks_per_month
    case = Case(assessment=page.book.assessment, log=log, rule=rule, weeks_per_month=per)
    check, shape = CHECKS[rule.kind](case), looks.number("#,##0.0")
    page.put(0, rule.by, looks.DATE)
    page.formula(1, check.seen, "" if check.found is None else check.found, shape)
    if check.against:
        page.formula(2, check.against, "" if check.limit is None else check.limit, shape)
    else:
        page.put(2, check.limit, shape)
    text = verdict_formula(check, page.at(1), page.at(2))
    page.formula(3, text, verdict(check), looks.STRONG)
    page.put(4, f"{words.text} Rests on: {words.basis}.")
    page.next()
