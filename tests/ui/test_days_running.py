"""“Next 90 days” of a firm whose plan runs already: nothing is set up again."""

from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.days import DaysPage


def test_what_the_log_shows_running_is_not_set_up_again(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    window.open_profile(program.shelf.add(program.importing.half_year()), "days")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, DaysPage)
    qtbot.waitUntil(lambda: page.is_complete, timeout=20_000)
    assert page.heading.text() == "Go on: everything in this plan runs already"
    assert "set_up" not in page.tables
    assert page.tables["build"].isVisible()
    results = page.session.results
    assert results is not None
    assert results.assessment.roadmap.running == results.assessment.plan.hours.keys()
