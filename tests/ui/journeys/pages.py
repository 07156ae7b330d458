"""Every page of the window, by a key, and the way to have it shown whole."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.domain.profile import Profile
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.compare_parts import ComparisonView
from socialplanner.ui.pages.results_page import ResultsPage
from socialplanner.ui.pages.review_parts import ReviewView
from socialplanner.ui.ports import Program
from socialplanner.ui.wizard.question_page import QuestionPage
from tests.ui.homes import listed, sample

SECTIONS: Final = ("business", "style", "goals", "content", "effort", "roi", "hours")
SHEETS: Final = ("settings", "about", "shortcuts", "guide", "portfolio")
RESULTS: Final = ("standing", "mix", "week", "return", "days", "report")
LATER: Final = ("logbook", "review", "compare")
HOME: Final = ("first", "home", "new")
OF_A_PLAN: Final = ("profile", "quick", *(f"section:{each}" for each in SECTIONS), *RESULTS, *LATER)
OF_EVERY_KIND: Final = (*HOME, "profile", "quick", "section:hours", *RESULTS, *LATER, *SHEETS)
"""Without sections that ask in the same ways as others."""

EVERY: Final = (*HOME, *OF_A_PLAN, *SHEETS)

ODD: Final = ("<b>A & B</b> =1+1 🙂 سلام دنیا " * 12)[:300]
"""What nobody expects a business to be called, and as long as the longest."""

LONGEST_WAIT: Final = 20_000


def kept(program: Program, text: str = "") -> Path:
    """Keep a profile with every answer, and return where; a text stands in all its fields."""
    record = sample(program, "cafe")
    if text:
        odd = Profile(
            name=text,
            currency=text[:8],
            prepared_for=text,
            prepared_by=text,
            website=record.profile.website,
        )
        record = replace(record, profile=odd)
    return program.shelf.add(record)


def show(window: MainWindow, qtbot: QtBot, key: str, text: str = "") -> QWidget:
    """Show a page and return it once everything stands there; of a plan with such a text."""
    path = kept(window.program, text) if key != "first" else Path()
    if key in HOME:
        listed(window, qtbot)
    if key == "new":
        window.new_profile()
    elif key in OF_A_PLAN:
        window.open_profile(path, key)
    elif key in SHEETS:
        window.go(key)
    qtbot.waitUntil(lambda: is_whole(window), timeout=LONGEST_WAIT)
    QApplication.processEvents()
    return page_of(window)


def page_of(window: MainWindow) -> QWidget:
    """Return the page that is shown, without the rail and the footer."""
    page = window.stack.currentWidget()
    assert page is not None
    workspace = window.workspace
    return page if workspace is None or page is not workspace else workspace.page


def is_whole(window: MainWindow) -> bool:
    """Tell whether nothing is to come on the page any more."""
    page = page_of(window)
    if isinstance(page, QuestionPage):
        return all(group.is_complete for group in page.groups)
    is_built = not isinstance(page, ResultsPage) or page.is_complete
    view = getattr(page, "view", None)
    is_filled = not isinstance(view, ReviewView | ComparisonView) or view.is_complete
    return is_built and is_filled and window.tasks.is_idle
