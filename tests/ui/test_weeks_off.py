"""An on/off test is seen where the work is: in the logbook's week, and in the ninety days."""

from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.kept_reviews import with_test
from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.logbook import WEEK, logged_week
from socialplanner.domain.moment import week_of
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.days import DaysPage
from tests.ui.logbooks import LONGEST_WAIT, Open, opened, record_of

__all__ = ["opened"]


def test_what_rests_by_a_test_is_planned_with_no_hours_and_says_so(
    opened: Open, program: DesktopProgram, window: MainWindow
) -> None:
    this = week_of(program.today())
    key = next(iter(opened().week.material.planned))
    test = KeptTest(activity_id=key, monday=this - WEEK, weeks=1, hours=1.0)
    page = opened(lambda record: with_test(record, test, program.now()), this.isoformat())
    line = page.week.hours.lines[key]
    assert line.steps.number == 0
    assert line.note.text() == "as planned · test: off this week"
    others = {k: each.note.text() for k, each in page.week.hours.lines.items() if k != key}
    assert set(others.values()) == {"as planned"}
    page.week.as_planned.click()
    week = logged_week(record_of(window), this)
    assert week is not None
    assert week.hours[key] == 0
    page.entered((this - WEEK).isoformat())
    assert line.note.text().endswith("test: on this week")
    assert (line.steps.number or 0) > 0


def test_the_ninety_days_say_from_when_to_when_a_test_is_on_and_off(
    window: MainWindow, opened: Open, program: DesktopProgram, qtbot: QtBot
) -> None:
    test = KeptTest(
        activity_id="gbp_posts", monday=week_of(program.today()) + WEEK, weeks=5, hours=1.0
    )
    opened(lambda record: with_test(record, test, program.now()))
    window.go("days")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, DaysPage)
    qtbot.waitUntil(lambda: page.is_complete, timeout=LONGEST_WAIT)
    assert page.testing.isVisible()
    assert page.tests.text().startswith("Google profile: On from ")


def test_the_logbook_says_that_the_list_counts_where_figures_ask_the_same(opened: Open) -> None:
    figures = opened().week.figures
    asks = any(key in figures.lines for key in ("leads_asked", "leads_tagged"))
    assert figures.list_note.isHidden() is not asks
    assert "list of enquiries" in figures.list_note.text()
