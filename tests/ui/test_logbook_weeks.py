"""From week to week by keyboard: no second press logs a week, and what lacks has a link."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from socialplanner.domain.logbook import WEEK
from socialplanner.domain.moment import week_of
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.logbook import LogbookPage
from tests.ui.homes import named, said
from tests.ui.journeys.person import Person
from tests.ui.journeys.walking import name_of
from tests.ui.logbooks import Open, opened, record_of

__all__ = ["opened"]


def test_two_presses_on_the_week_before_go_two_weeks_back_and_log_nothing(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    person = Person(window, qtbot)
    monday = page.week.monday
    page.week.before.setFocus()
    person.presses("Space")
    person.presses("Space")
    assert page.week.monday == monday - 2 * WEEK
    assert record_of(window).weeks == ()
    assert page.week.before.hasFocus()
    page.week.after.setFocus()
    while page.week.after.isEnabled():
        person.presses("Space")
    assert page.week.monday == week_of(window.program.today())
    assert page.week.heading.hasFocus()
    person.presses("Space")
    assert record_of(window).weeks == ()
    person.presses("Tab")
    assert name_of(person.focus()) == "The week before"


def test_a_week_logged_as_planned_says_so_and_is_taken_back_with_a_press(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    person = Person(window, qtbot)
    assert page.week.as_planned.text() == "Log &as planned"
    person.presses("Alt+A")
    assert len(record_of(window).weeks) == 1
    assert said(window).endswith("is logged as planned.")
    (message,) = window.messages.messages()
    undo = next(b for b in message.findChildren(QPushButton) if b.text() == "Undo")
    undo.click()
    assert record_of(window).weeks == ()


def test_going_on_and_taking_out_leave_the_keyboard_at_the_name_of_the_week(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    monday = week_of(window.program.today()) - 3 * WEEK
    page = opened(place=monday.isoformat())
    person = Person(window, qtbot)
    person.presses("Alt+A")
    person.presses("Alt+G")
    assert page.week.monday == monday + WEEK
    assert page.week.heading.hasFocus()
    person.presses("Alt+A")
    page.week.remove.setFocus()
    person.presses("Space")
    person.presses("Space")
    assert [week.monday for week in record_of(window).weeks] == [monday]


def test_a_logbook_without_a_plan_leads_to_the_answers_that_lack(
    window: MainWindow, qtbot: QtBot
) -> None:
    path = window.program.shelf.add(named(window.program, "Corner Bakery"))
    window.open_profile(path, "logbook")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, LogbookPage)
    qtbot.waitUntil(page.needed.isVisible)
    assert "Hours can be logged all the same." in page.needed.text.text()
    assert len(page.needed.links) > 1
    page.needed.links[0].click()
    assert window.workspace.key == "section:business"


def test_a_week_with_figures_and_no_hours_says_so(window: MainWindow, opened: Open) -> None:
    page = opened()
    assert page.week.badge.text() == "Not logged yet"
    page.week.figures.outcome_given.emit("enquiries", 3.0)
    (week,) = record_of(window).weeks
    assert not week.hours
    assert page.week.badge.text() == "Figures logged, hours not yet"
    assert page.week.accessibleName().endswith("Figures logged, hours not yet")
    page.week.as_planned.click()
    assert page.week.badge.text() == "Logged"


def test_the_first_activity_of_a_week_is_not_called_another_one(opened: Open) -> None:
    hours = opened().week.hours
    assert hours.lines
    assert hours.more.itemText(0) == "Another activity …"
    hours.show_hours({}, {})
    assert not hours.lines
    assert hours.more.itemText(0) == "An activity …"
    assert hours.more.accessibleName() == "An activity"
