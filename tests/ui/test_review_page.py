"""The page “Review”: made in the background, taken over with one press, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.done_rules import done_rules
from socialplanner.domain.followed import followed_of
from socialplanner.domain.kept_reviews import forecasts_of, planned_tests
from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.logbook import WEEK, followed_hours
from socialplanner.domain.moment import week_of
from socialplanner.domain.primary_outcome import PrimaryOutcome, primary_outcome_of
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.review import ReviewPage
from socialplanner.ui.pages.review_layout import Folded
from socialplanner.ui.pages.week import WeekPage

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
    assert page.session.choices.keeps_earlier
    following = page.session.program.today() + timedelta(weeks=1)
    catalogue = page.session.catalogue
    assert followed_hours(catalogue, page.session.record, week_of(following)) == proposed.hours
    assert "You took other hours over" in page.view.proposal.below.text()
    undo(window)
    qtbot.waitUntil(page.view.take_over.isVisible, timeout=LONG)
    assert followed_of(page.session.record) == ()
    assert page.session.choices == before


def test_hours_taken_over_are_the_plan_until_it_is_planned_anew(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    assert page.made is not None
    proposed = page.made.proposed
    assert proposed is not None
    page.view.take_over.click()
    qtbot.waitUntil(lambda: not page.view.take_over.isVisible(), timeout=LONG)
    window.go("week")
    assert window.workspace is not None
    week = window.workspace.page
    assert isinstance(week, WeekPage)
    qtbot.waitUntil(lambda: week.is_complete and week.kept.isVisible(), timeout=LONG)
    results = page.session.results
    assert results is not None
    assert results.assessment.plan.is_kept
    assert dict(results.assessment.plan.hours) == dict(proposed.hours)
    assert "you took over at a review" in week.lead.text()
    week.kept.anew.click()
    qtbot.waitUntil(lambda: not week.kept.isVisible(), timeout=LONG)
    assert not page.session.choices.keeps_earlier
    assert followed_of(page.session.record) == ()
    followed = followed_hours(page.session.catalogue, page.session.record, proposed.monday)
    assert followed is not None
    assert followed != proposed.hours
    assert page.session.choices.earlier_plan == followed
    undo(window)
    assert followed_of(page.session.record) == (proposed,)
    qtbot.waitUntil(week.kept.isVisible, timeout=LONG)


def test_a_test_is_planned_from_next_monday_and_taken_back(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    already = planned_tests(page.session.record)
    suggested = KeptTest(
        activity_id="reply_desk", monday=week_of(program.today()) + WEEK, weeks=7, hours=1.0
    )
    assert page.made is not None
    assert not page.view.plan_test.isVisible()
    page.made = replace(page.made, suggested=suggested)
    page.view.show_review(page.made)
    page.view.plan_test.click()
    qtbot.waitUntil(lambda: not page.view.plan_test.isVisible(), timeout=LONG)
    assert set(planned_tests(page.session.record)) - set(already) == {suggested}
    qtbot.waitUntil(page.view.planned.isVisible, timeout=LONG)
    assert page.view.planned.text().startswith("On/off test of Reply desk. On from ")
    undo(window)
    qtbot.waitUntil(lambda: not page.view.planned.isVisible(), timeout=LONG)
    assert planned_tests(page.session.record) == already


def test_another_outcome_is_counted_and_taken_back(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    choice = page.view.counted.choice
    assert choice.currentData() == PrimaryOutcome.ENQUIRIES
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    qtbot.waitUntil(
        lambda: page.view.counted.text.text().startswith("This review counts conversations"),
        timeout=LONG,
    )
    assert primary_outcome_of(page.session.record) is PrimaryOutcome.CONVERSATIONS
    undo(window)
    qtbot.waitUntil(lambda: choice.currentIndex() == 0, timeout=LONG)
    assert primary_outcome_of(page.session.record) is PrimaryOutcome.ENQUIRIES


def test_a_rule_is_marked_as_done_and_taken_back(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    buttons = page.view.open_rules.buttons
    assert buttons
    key, many = next(iter(buttons)), len(buttons)
    buttons[key].click()
    qtbot.waitUntil(lambda: key not in page.view.open_rules.buttons, timeout=LONG)
    assert done_rules(page.session.record) == {key: program.today()}
    undo(window)
    qtbot.waitUntil(lambda: len(page.view.open_rules.buttons) == many, timeout=LONG)
    assert not done_rules(page.session.record)


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
