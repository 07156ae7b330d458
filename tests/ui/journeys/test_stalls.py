"""The window always answers: no page and no answer keeps it for long, and no look for a second."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.profile import Profile
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.sheets import SHEETS
from socialplanner.ui.theme import Appearance, Theme
from socialplanner.ui.wizard.question_page import QuestionPage
from socialplanner.ui.workspace import Workspace
from tests.ui.conftest import begun
from tests.ui.journeys.pages import page_of
from tests.ui.journeys.person import Person
from tests.ui.journeys.watchdog import Watchdog

Sample = Callable[[str], Path]
PROFILES = 60
HOURS = "business.hours_per_week"
HEAVIEST = ("quick", "section:business", "week", "standing")
"""The pages with the most on them; a change of the look takes longest there."""

DRESSING = 3.0
"""All widgets are dressed anew when the look changes: rarely, and because the person asked."""


def rest(person: Person) -> None:
    """Wait until nothing more is built, worked out or painted."""
    person.waits_until(lambda: is_still(person.window))
    QApplication.processEvents()


def is_still(window: MainWindow) -> bool:
    """Tell whether nothing is to come; a page of results may have nothing to show."""
    page = page_of(window)
    is_built = not isinstance(page, QuestionPage) or all(g.is_complete for g in page.groups)
    return is_built and window.tasks.is_idle


def opened(person: Person, path: Path, key: str = "") -> Workspace:
    """Open a profile and wait until nothing more is built or worked out."""
    person.window.open_profile(path, key)
    rest(person)
    assert person.window.workspace is not None
    return person.window.workspace


def visit(person: Person, keys: list[str]) -> None:
    for key in keys:
        person.window.go(key)
        rest(person)


@pytest.mark.parametrize("is_finished", [True, False])
def test_every_page_of_a_profile_is_there_at_once(
    person: Person,
    watchdog: Watchdog,
    sample_profile: Sample,
    empty_profile: Path,
    *,
    is_finished: bool,
) -> None:
    space = opened(person, sample_profile("cafe") if is_finished else empty_profile)
    visit(person, [*space.specs, *reversed(space.specs), *SHEETS])
    person.window.go("home")
    rest(person)
    assert watchdog.figures.busy >= 0


def test_answering_undoing_and_supposing_never_keep_the_window(
    person: Person, watchdog: Watchdog, sample_profile: Sample
) -> None:
    space = opened(person, sample_profile("cafe"), "quick")
    for key in ("quick", "week"):
        visit(person, [key])
        for hours in (4.0, 9.0, 6.5):
            space.session.give(HOURS, hours)
            rest(person)
        for _ in range(3):
            space.undo()
            rest(person)
    assert watchdog.figures.busy >= 0


def test_searching_in_many_profiles_keeps_up_with_the_keys(
    program: DesktopProgram, person: Person, watchdog: Watchdog
) -> None:
    window = person.window
    for number in range(PROFILES):
        program.shelf.add(begun(program, Profile(name=f"Firm {number}")))
    window.go("home")
    rest(person)
    window.home.view.tools.search.setFocus()
    for letter in "firm 1":
        person.types(letter)
    rest(person)
    assert watchdog.figures.busy >= 0


def test_another_look_or_size_takes_less_than_a_second_however_many_pages_were_seen(
    person: Person, sample_profile: Sample, theme: Theme
) -> None:
    space = opened(person, sample_profile("cafe"))
    visit(person, [*space.specs, *SHEETS])
    with Watchdog(patience=DRESSING) as dog:
        try:
            for key in HEAVIEST:
                visit(person, [key])
                theme.apply(Appearance.DARK)
                rest(person)
                theme.apply(Appearance.LIGHT, 1.5)
                rest(person)
                theme.apply(Appearance.LIGHT)
                rest(person)
        finally:
            theme.apply(Appearance.LIGHT)
    assert not dog.complaint(), dog.complaint()
