"""Everything by keyboard alone: the whole way to a plan, and every page from end to end."""

import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.report import ReportPage
from socialplanner.ui.session import Session
from tests.ui.journeys.pages import EVERY, OF_EVERY_KIND, show
from tests.ui.journeys.person import Person
from tests.ui.journeys.quick_answers import HOURS
from tests.ui.journeys.walking import focusable, name_of, shown

MOST_STOPS: Final = 500
MNEMONIC: Final = re.compile(r"(?<!&)(?:&&)*&([^&])")


def session_of(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def key_of(window: MainWindow) -> str:
    """Return which page of a plan is shown, "" where no plan is open."""
    return "" if window.workspace is None else window.workspace.key


def is_in_sight(widget: QWidget) -> bool:
    """Tell whether at least the first line of what has the keyboard can be seen."""
    line = min(widget.height(), widget.fontMetrics().height())
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            port = above.viewport()
            place = QRect(widget.mapTo(port, QPoint(0, 0)), widget.size())
            if (place & port.rect()).height() < line:
                return False
        above = above.parentWidget()
    return True


class Hand(Person):
    """A person without a mouse, who looks where the keyboard is after every key."""

    def presses(self, keys: str) -> None:
        super().presses(keys)
        here = self.focus()
        assert here.isVisible(), f"{keys} took the keyboard to {name_of(here)!r}, which is hidden"

    def goes_to(self, name: str) -> None:
        """Tab to something that has to be in sight then."""
        self.tabs_to(name)
        self.waits_until(lambda: is_in_sight(self.focus()))


@pytest.fixture
def hand(window: MainWindow, qtbot: QtBot) -> Hand:
    return Hand(window, qtbot)


def test_from_an_empty_home_to_a_pdf_by_keyboard(hand: Hand, tmp_path: Path) -> None:
    hand.presses("Ctrl+N")
    hand.goes_to("Name of the business")
    hand.types("Café آفتاب")
    hand.presses("Return")
    hand.waits_for("What a plan needs")
    answer_facts(hand)
    answer_levels(hand)
    hand.goes_to("See your plan")
    hand.presses("Space")
    hand.waits_for("Five hours a week")
    assert hand.window.workspace is not None
    hand.tabs_to("Your week, …")
    for _below in ("Return", "Next 90 days", "Report"):
        hand.presses("Down")
    hand.presses("Return")
    page = hand.window.workspace.page
    assert isinstance(page, ReportPage)
    target = tmp_path / "plan.pdf"
    page.output.choose_file = lambda _suggested: target
    hand.waits_until(page.save.isEnabled)
    hand.presses("Ctrl+S")
    hand.waits_until(target.is_file)
    assert target.read_bytes().startswith(b"%PDF")


def answer_facts(hand: Hand) -> None:
    """Answer the five facts: with arrows, with space and Enter, and with a number."""
    hand.goes_to("Services to other businesses")
    hand.presses("Down")
    hand.presses("Down")
    hand.goes_to("Become known")
    hand.presses("Space")
    hand.goes_to("Win enquiries")
    hand.presses("Return")
    hand.goes_to(HOURS)
    hand.types("5")
    hand.presses("Return")
    for name in ("Instagram", "Google Business Profile", "In person"):
        hand.goes_to(name)
        hand.presses("Space")
    hand.goes_to("This month")
    hand.presses("Right")
    said = session_of(hand.window)
    hand.waits_until(lambda: said.is_saved and "business.patience" in said.answers)
    assert not said.program.planning.missing_essentials(said.answers)


def answer_levels(hand: Hand) -> None:
    """Answer the ten levels by number: the next open question comes with a key."""
    before = len(session_of(hand.window).answers)
    for digit in "1234512345":
        hand.presses("Ctrl+J")
        hand.waits_until(lambda: is_in_sight(hand.focus()))
        answered = len(session_of(hand.window).answers)
        hand.presses(digit)
        assert len(session_of(hand.window).answers) == answered + 1, name_of(hand.focus())
    assert len(session_of(hand.window).answers) == before + 10


def test_enter_on_what_is_chosen_takes_no_answer_back_and_space_does(
    hand: Hand, qtbot: QtBot
) -> None:
    show(hand.window, qtbot, "section:style")
    said = session_of(hand.window)
    before = dict(said.answers)
    hand.presses("Return")
    assert dict(said.answers) == before
    hand.presses("Space")
    assert len(said.answers) == len(before) - 1


def test_a_wizard_that_is_left_and_undone_by_keys_is_where_it_was(
    hand: Hand, empty_profile: Path
) -> None:
    hand.window.open_profile(empty_profile, "section:content")
    said = session_of(hand.window)
    before = dict(said.answers)
    hand.presses("Space")
    changed = dict(said.answers)
    assert changed != before
    hand.presses("Ctrl+Z")
    assert dict(said.answers) == before
    hand.presses("Ctrl+Shift+Z")
    assert dict(said.answers) == changed
    hand.presses("Ctrl+W")
    assert key_of(hand.window) == ""
    hand.window.open_profile(empty_profile)
    assert key_of(hand.window) == "section:content"
    assert dict(session_of(hand.window).answers) == changed


def test_keys_lead_to_every_page_and_back(hand: Hand, qtbot: QtBot) -> None:
    show(hand.window, qtbot, "profile")
    workspace = hand.window.workspace
    assert workspace is not None
    keys = list(workspace.specs)[:9]
    for number, key in enumerate(keys, 1):
        hand.presses(f"Ctrl+{number}")
        assert workspace.key == key
    hand.presses("Alt+Left")
    assert workspace.key == keys[7]
    hand.presses("Alt+Right")
    assert workspace.key == keys[8]
    hand.presses("F1")
    assert not workspace.isVisible()
    hand.presses("Esc")
    assert workspace.isVisible()
    assert workspace.key == keys[8]


@pytest.mark.parametrize("key", OF_EVERY_KIND)
def test_tab_goes_round_every_page_and_stays_in_sight(
    window: MainWindow, hand: Hand, qtbot: QtBot, key: str
) -> None:
    window.resize(1024, 700)
    show(window, qtbot, key)
    hand.presses("Tab")
    assert missed_by_tab(window, hand) == []


def missed_by_tab(window: MainWindow, hand: Hand) -> list[str]:
    """Go round forwards and back, and return what the tab key never comes to."""
    way = round_trip(hand, "Tab")
    assert round_trip(hand, "Shift+Tab") == [way[0], *reversed(way[1:])]
    reached = {id(each) for each in way}
    stops = (each for each in focusable(window) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [name_of(each) for each in stops if id(each) not in reached]


def round_trip(hand: Hand, keys: str) -> list[QWidget]:
    """Go on with a key until the keyboard is where it began, and return the way."""
    way = [hand.focus()]
    for _ in range(MOST_STOPS):
        hand.presses(keys)
        here = hand.focus()
        if here is way[0]:
            return way
        assert here not in way, f"{keys} is caught at {name_of(here)!r}"
        assert is_in_sight(here), f"{name_of(here)!r} is out of sight"
        way.append(here)
    raise AssertionError(f"{keys} never comes back")


@pytest.mark.parametrize("key", EVERY)
def test_no_letter_means_two_things_on_a_page(window: MainWindow, qtbot: QtBot, key: str) -> None:
    show(window, qtbot, key)
    assert letters_twice(window) == []


def letters_twice(window: MainWindow) -> list[str]:
    """Return the words of everything that is reached by the letter of something else."""
    texts = [menu.text() for menu in window.menuBar().actions() if menu.isVisible()]
    for each in shown(window):
        has_letter = each.isEnabled() if isinstance(each, QAbstractButton) else False
        if isinstance(each, QAbstractButton | QLabel) and (has_letter or is_label_of(each)):
            texts.append(each.text())
        assert not isinstance(each, QTabBar), "tabs have letters, too: count them here"
    letters = Counter(letter.casefold() for text in texts for letter in MNEMONIC.findall(text))
    twice = {letter for letter, count in letters.items() if count > 1}
    return [text for text in texts if set(map(str.casefold, MNEMONIC.findall(text))) & twice]


def is_label_of(widget: QWidget) -> bool:
    """Tell whether a letter in a label leads to what stands beside it."""
    return isinstance(widget, QLabel) and bool(widget.buddy())
