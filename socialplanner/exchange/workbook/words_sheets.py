"""The sheets of words: all answers, what would change the plan, and whose figures these are."""

from typing import TYPE_CHECKING, Final

from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.disguise import HIDDEN, answer_hidden
from socialplanner.exchange.workbook.page import Page, open_page
from socialplanner.presentation.plan_options import PlanPart, part_title

if TYPE_CHECKING:
    from socialplanner.domain.questionnaire import Question
    from socialplanner.exchange.workbook.book import Book

ANSWERS: Final = "Answers"
CHANGES: Final = "What would change"
KPIS: Final = "KPIs"
ABOUT: Final = "About these figures"
ACTIVITIES: Final = "Assumed of activities"
SOURCES: Final = "Sources"


def write_answers(book: "Book") -> None:
    """Write every question with its answer, as it was given."""
    page = open_page(book, ANSWERS, (70, 60), title="All answers, as they were given")
    page.across(book.note(PlanPart.APPENDIX))
    page.head(("Question", "Your answer"))
    page.sheet.freeze_panes(page.row, 0)
    page.sheet.repeat_rows(page.row - 1)
    sections = book.source.catalogue.questionnaire.sections
    for section, words in zip(sections, book.source.summary.appendix.answers, strict=True):
        page.line((words.title, ""), (looks.BAND, looks.BAND))
        for question, (asked, said) in zip(section.questions, words.rows.rows, strict=True):
            page.line((asked, _answer(book, question, said)))


def _answer(book: "Book", question: "Question", said: str) -> str:
    is_given = question.id in book.assessment.answers
    return HIDDEN if is_given and answer_hidden(book, question) else said


def write_changes(book: "Book") -> None:
    """Write which answers, hours and tools the plan hangs on, and what is still open."""
    page = open_page(book, CHANGES, (44, 60, 16, 14), title="What would change this plan")
    change = book.source.summary.change
    page.across(change.headline, looks.HEADLINE)
    page.explain(change.lead, looks.PROSE)
    page.across(book.note(PlanPart.CHANGE))
    page.statements(change.flips)
    page.heading("Other hours, tools and patience")
    page.table(change.scenarios)
    page.explain(change.scenarios_note)
    page.across(change.flat)
    page.heading("Still open")
    page.across(change.open_lead)
    if change.open_points.rows:
        page.table(change.open_points)


def write_kpis(book: "Book") -> None:
    """Write what is counted, how and where, the question to ask, and the links to copy."""
    page = open_page(book, KPIS, (30, 34, 44, 32, 50), title="What to count", is_wide=True)
    measuring = book.source.summary.measuring
    page.explain(measuring.kpi_note)
    page.table(measuring.kpis)
    page.heading("The question")
    page.across(measuring.question, looks.LEAD)
    for text in (measuring.question_lead, measuring.codes):
        page.explain(text, looks.PROSE)
    page.heading("Links to copy")
    if measuring.links.rows and not book.source.options.alias:
        page.table(measuring.links)
    page.across(HIDDEN_LINKS if book.source.options.alias else measuring.links_note)


HIDDEN_LINKS: Final = "The links are left out of this copy, which names nobody."


def write_about(book: "Book") -> None:
    """Write whose number each is, where it comes from, and what the plan does not know."""
    page = open_page(book, ABOUT, (90, 14, 36))
    page.across(book.source.summary.overview.note)
    page.across(
        "Cells with a pale ground are yours to fill in; what is worked out from them follows at "
        "once. Everything else stands here as in the plan of "
        f"{book.source.summary.cover.day}."
    )
    for each in book.source.summary.appendix.method:
        if each.title in ALWAYS or not book.is_brief:
            page.across(f"{each.title} {each.text}")
    if book.has(PlanPart.MEASURING):
        for text in book.source.summary.measuring.break_even.honesty:
            page.across(text)
    _left_out(page)
    if book.has(PlanPart.APPENDIX):
        _assumptions(page)


ALWAYS: Final = frozenset({"What it does not know.", "Catalogue."})


def _left_out(page: Page) -> None:
    titles = [part_title(part) for part in page.book.source.options.left_out]
    if titles:
        page.across(f"Not in this copy: {', '.join(titles)}.")


def _assumptions(page: Page) -> None:
    appendix = page.book.source.summary.appendix
    page.heading("Assumptions, each with its origin")
    page.explain(appendix.assumptions_lead)
    page.table(appendix.assumptions)


def write_activities(book: "Book") -> None:
    """Write what is assumed of each planned activity."""
    widths = (40, 9, 9, 9, 9, 9, 10, 9, 9, 44)
    page = open_page(book, ACTIVITIES, widths, is_wide=True)
    page.explain(book.source.summary.appendix.activities_lead)
    page.table(book.source.summary.appendix.activities)


def write_sources(book: "Book") -> None:
    """Write the figures from elsewhere, with their years and limits."""
    page = open_page(book, SOURCES, (62, 44, 8, 24, 52), is_wide=True)
    page.explain(book.source.summary.appendix.sources_lead)
    page.table(book.source.summary.appendix.sources)
