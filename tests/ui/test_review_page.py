"""The page “Review”: made in the background, taken over with one press, and taken back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.followed import followed_of
from socialplanner.domain.kept_reviews import forecasts_of, planned_tests
from socialplanner.domain.logbook import followed_hours
from socialplanner.domain.moment import week_of
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.review import ReviewPage
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
    assert page.session.choices.earlier_plan == proposed.hours
    undo(window)
    qtbot.waitUntil(week.kept.isVisible, timeout=LONG)


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
