"""The page “Review”: made in the background, taken over with one press, and taken back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.kept_reviews import followed_of, forecasts_of, planned_tests
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.review import ReviewPage
from socialplanner.ui.pages.review_layout import Folded

LONG = 20_000


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> ReviewPage:
    window.open_profile(path, "review")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.is_complete, timeout=LONG)
    return page


def undo(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.undo()


def half_year(qtbot: QtBot, window: MainWindow, program: DesktopProgram) -> ReviewPage:
    page = opened(qtbot, window, program.shelf.add(program.importing.half_year()))
    qtbot.waitUntil(lambda: page.made is not None and page.view.is_complete, timeout=LONG)
    return page


def test_the_review_is_shown_and_its_forecast_kept(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    assert page.made is not None
    words = page.made.words
    assert page.heading.text() == words.headline
    assert words.due in page.lead.text()
    assert page.view.proposal.heading.text() == words.proposed.headline
    assert page.view.cards["returns"].heading.text() == words.returns.headline
    assert page.view.charts["forecasts"].isVisible()
    coming = forecasts_of(page.session.record)[-1]
    assert coming.after > program.today()


def test_what_came_back_stands_in_the_upper_half_and_links_lead_to_each_group(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    window.resize(1240, 820)
    page = half_year(qtbot, window, program)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    groups = page.view.groups
    ground = page.page.widget()
    assert ground is not None
    shown = [each for each in groups.groups.values() if each.isVisible()]
    tops = [each.mapTo(ground, QPoint(0, 0)).y() for each in shown]
    assert tops == sorted(tops)
    returns = page.view.cards["returns"]
    assert returns.mapTo(ground, QPoint(0, returns.height())).y() < ground.height() / 2
    assert ground.height() < 4_200
    for key, link in groups.links.items():
        assert link.isVisible()
        link.click()
        heading = groups.groups[key].heading
        assert heading.hasFocus()
        assert page.page.viewport().rect().contains(heading.mapTo(page.page, QPoint(0, 0)))


def test_what_is_needed_less_is_folded_until_somebody_opens_it(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    card = page.view.cards["ledgers"]
    assert not card.isVisible()
    place = page.view.groups.groups["came"].places["ledgers"]
    assert isinstance(place, Folded)
    assert place.isVisible()
    assert place.fold.heading.text() == card.heading.text()
    place.fold.sign.click()
    assert card.isVisible()
    assert card.table is not None
    assert card.table.isVisible()


def test_a_change_is_taken_over_and_taken_back(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    assert page.made is not None
    proposed = page.made.proposed
    assert proposed is not None
    before = page.session.choices
    page.view.take_over.click()
    qtbot.waitUntil(lambda: not page.view.take_over.isVisible(), timeout=LONG)
    assert followed_of(page.session.record) == (proposed,)
    assert page.session.choices.earlier_plan == proposed.hours
    assert "You took other hours over" in page.view.proposal.below.text()
    undo(window)
    qtbot.waitUntil(page.view.take_over.isVisible, timeout=LONG)
    assert followed_of(page.session.record) == ()
    assert page.session.choices == before


def test_a_test_is_planned_from_next_monday_and_taken_back(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    already = planned_tests(page.session.record)
    page.view.plan_test.click()
    qtbot.waitUntil(lambda: not page.view.plan_test.isVisible(), timeout=LONG)
    (planned,) = set(planned_tests(page.session.record)) - set(already)
    assert planned.monday > program.today()
    undo(window)
    qtbot.waitUntil(page.view.plan_test.isVisible, timeout=LONG)
    assert planned_tests(page.session.record) == already


def test_without_logged_weeks_it_leads_to_the_logbook(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    page = opened(qtbot, window, sample_profile("cafe"))
    qtbot.waitUntil(page.logbook.isVisible, timeout=LONG)
    assert page.state_title.text() == "Nothing is logged yet"
    page.logbook.click()
    assert window.workspace is not None
    assert window.workspace.key == "logbook"


def test_home_opens_half_a_year_once(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    qtbot.waitUntil(lambda: window.home.contents.is_known, timeout=LONG)
    window.home.view.half_year_requested.emit()
    qtbot.waitUntil(lambda: len(program.shelf.entries()) == 1, timeout=LONG)
    assert program.shelf.entries()[0].is_sample
