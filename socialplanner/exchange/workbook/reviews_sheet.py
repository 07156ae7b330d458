"""The sheet “Reviews”: what the log says of each rule agreed in advance, and its charts."""

from typing import TYPE_CHECKING, Final

from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.log_charts import write_charts
from socialplanner.exchange.workbook.log_grid import Log
from socialplanner.exchange.workbook.log_rules import Case, check, verdict, verdict_formula
from socialplanner.exchange.workbook.page import Page, open_page
from socialplanner.presentation import formats

if TYPE_CHECKING:
    from socialplanner.domain.decision import DecisionRule
    from socialplanner.exchange.workbook.book import Book
    from socialplanner.presentation.summary.measuring import Rule

NAME: Final = "Reviews"
WIDTHS: Final = (13, 12, 12, 20, 68)
HEAD: Final = ("By", "In the log", "Against", "So far", "The rule, and whose figure it rests on")
SEEN, AGAINST, SO_FAR = 1, 2, 3
NOTE: Final = (
    "In the log: the average a week since the plan began, or since the activity was to run; for "
    "enquiries that can be traced, as many a month; for an early sign, the last four weeks, and "
    "against them the four before, less what chance alone makes of equal weeks. Odd "
    "weeks do not count. Nothing is said until at least "
    "{share} weeks are logged."
)
EMPTY: Final = "No figure was logged yet: the charts fill as you fill in “KPI log”."


def write_reviews(book: "Book", log: Log) -> None:
    """Write the rules with what the log says so far, and the charts that read the log."""
    page = open_page(book, NAME, WIDTHS, title="Reviews: what the log says")
    page.explain(book.source.summary.measuring.rules_lead, looks.PROSE)
    rules, words = book.assessment.rules, book.source.summary.measuring.rules
    if rules:
        page.next()
        page.head(HEAD, (SEEN, AGAINST))
        for rule, said in zip(rules, words, strict=True):
            _rule(page, log, rule, said)
        share = book.source.catalogue.parameters.learning.min_logged_share
        page.explain(NOTE.format(share=formats.of_ten(share)))
    page.heading("Charts: they follow what you fill in")
    if not any(len(cells) > 1 for cells in log.grid.cells):
        page.across(EMPTY, looks.MUTED)
    write_charts(page, log)


def _rule(page: Page, log: Log, rule: "DecisionRule", words: "Rule") -> None:
    """Write a rule; its verdict is a formula that compares the two cells before it."""
    found = check(Case(source=page.book.source, log=log, rule=rule))
    page.put(0, rule.by, looks.DATE)
    for column, figure in ((SEEN, found.seen), (AGAINST, found.against)):
        shape = looks.number("#,##0.0")
        if figure.text:
            result = "" if figure.value is None else figure.value
            page.formula(column, f"={figure.text}", result, shape)
        else:
            page.put(column, figure.value, shape)
    text = verdict_formula(page.at(SEEN), page.at(AGAINST))
    page.formula(SO_FAR, text, verdict(found), looks.STRONG)
    page.put(4, f"{words.text} Rests on: {words.basis}.")
    page.next()
