"""Whole ways through the program, each in light and in dark."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from socialplanner.domain.record import AssessmentState
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.report import ReportPage
from socialplanner.ui.session import Session
from socialplanner.ui.theme import Appearance, Theme
from tests.faults.full_disk import UNLIMITED, FullDisk
from tests.faults.watching import watched, why_not
from tests.ui.journeys.person import Person
from tests.ui.journeys.quick_answers import ESSENTIAL, HOURS, LEVELS, PATIENCE, PLATFORMS
from tests.ui.journeys.watchdog import Watchdog

pytestmark = pytest.mark.usefixtures("looks")
Sample = Callable[[str], Path]


@pytest.fixture(params=[Appearance.LIGHT, Appearance.DARK])
def looks(request: pytest.FixtureRequest, theme: Theme) -> Iterator[None]:
    theme.apply(request.param)
    yield
    theme.apply(Appearance.LIGHT)


def session_of(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def begin(person: Person, name: str) -> None:
    person.clicks("New plan")
    person.fills("Name of the business", name)
    person.clicks("Create the plan")
    person.waits_for("Quick check")


def answer_quick_check(person: Person) -> None:
    for name in (*ESSENTIAL, *PLATFORMS, PATIENCE):
        person.clicks(name)
    person.fills(HOURS, "5")
    person.presses("Return")
    for name in LEVELS:
        person.clicks(name)


def save_plan(person: Person, target: Path) -> None:
    person.clicks("Report, there is enough for a plan")
    assert person.window.workspace is not None
    page = person.window.workspace.page
    assert isinstance(page, ReportPage)
    page.output.choose_file = lambda _suggested: target
    person.waits_until(page.save.isEnabled)
    person.clicks("Save as PDF …")
    person.waits_until(target.is_file)


def test_from_an_empty_home_to_a_pdf_by_mouse(
    person: Person, watchdog: Watchdog, tmp_path: Path
) -> None:
    begin(person, "Corner Bakery")
    answer_quick_check(person)
    person.clicks("See your plan")
    person.waits_for("Five hours a week")
    target = tmp_path / "plan.pdf"
    save_plan(person, target)
    assert target.read_bytes().startswith(b"%PDF")
    record = session_of(person.window).record
    assert [plan.day for plan in record.plans] == [person.window.program.today()]
    assert record.assessments[-1].state is AssessmentState.COMPLETE
    assert watchdog.figures.waited >= 0


def test_going_deeper_asks_nothing_twice(person: Person, watchdog: Watchdog) -> None:
    begin(person, "Corner Bakery")
    answer_quick_check(person)
    given = dict(session_of(person.window).answers)
    person.clicks("Go deeper")
    person.waits_until(lambda: session_of(person.window).assessment.position != "")
    person.clicks("Communication style, …")
    person.waits_until(lambda: bool(person.find(LEVELS[0])))
    card = person.find(LEVELS[0])
    assert card.property("checked") is True
    assert dict(session_of(person.window).answers) == given
    assert watchdog.figures.waited >= 0


def test_going_back_and_changing_an_answer_changes_the_plan_and_undo_brings_it_back(
    person: Person, watchdog: Watchdog, sample_profile: Sample
) -> None:
    person.window.open_profile(sample_profile("cafe"), "week")
    person.waits_for("Five hours a week")
    person.clicks("Quick check, all answered")
    person.fills(HOURS, "")
    person.presses("Ctrl+A")
    person.types("8")
    person.presses("Return")
    person.clicks("Your week, there is enough for a plan")
    person.waits_for("Eight hours a week")
    person.window.menus.actions["undo"].trigger()
    person.clicks("Your week, there is enough for a plan")
    person.waits_for("Five hours a week")
    assert watchdog.figures.waited >= 0


def test_a_profile_that_is_opened_again_goes_on_where_it_was_left(
    person: Person, watchdog: Watchdog, empty_profile: Path
) -> None:
    person.window.open_profile(empty_profile, "section:content")
    person.clicks("Audio or podcast")
    person.window.go("home")
    person.window.open_profile(empty_profile)
    assert person.window.workspace is not None
    assert person.window.workspace.key == "section:content"
    assert list(session_of(person.window).answers) == ["content.formats"]
    assert watchdog.figures.waited >= 0


def test_a_new_assessment_asks_to_confirm_what_was_said_last_time(
    person: Person, watchdog: Watchdog, sample_profile: Sample
) -> None:
    sample_profile("cafe")
    person.window.go("home")
    person.tabs_to("Plans")
    person.presses("Home")
    chosen = person.window.home.view.list.chosen()
    assert chosen is not None
    person.window.home.actions_of.show_menu(chosen, QPoint(200, 200))
    person.chooses("Begin a new assessment …")
    person.clicks("Begin it")
    person.waits_until(lambda: person.window.workspace is not None)
    session = session_of(person.window)
    assert len(session.record.assessments) == 2
    person.clicks("Communication style, …")
    person.clicks("Confirm: Publishing rhythm")
    recorded = session.recorded("style.publishing_rhythm")
    assert recorded is not None
    assert not recorded.is_carried
    assert watchdog.figures.waited >= 0


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_a_disk_that_fills_up_while_typing_loses_nothing_that_was_typed(
    person: Person, watchdog: Watchdog, sample_profile: Sample
) -> None:
    path = sample_profile("cafe")
    disk = FullDisk(UNLIMITED)
    with watched(disk, path.parent):
        person.window.open_profile(path, "profile")
        person.fills("Prepared for", "")
        disk.room = disk.used
        person.types("the bank, and whoever else asks " * 40)
        person.waits_until(lambda: bool(session_of(person.window).save_trouble))
        assert person.sees("Not saved yet")
        person.window.go("home")
        assert person.window.workspace is not None, "what is not saved was closed"
        person.waits_for("Not everything is saved yet")
        disk.room = UNLIMITED
        person.clicks("Try again")
        person.waits_until(lambda: session_of(person.window).is_saved)
        person.window.go("home")
    kept = person.window.program.shelf.read(path).profile.prepared_for
    assert kept.startswith("the bank, and whoever else asks the bank")
    assert watchdog.figures.waited >= 0
