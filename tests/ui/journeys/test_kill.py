"""The window killed in the middle of everything: what it said was saved is there."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.session import Session
from socialplanner.ui.wizard.question_page import card_of
from tests.faults.kill import killed_after
from tests.house.sources import ROOT
from tests.ui.journeys.agreement import disagreements
from tests.ui.journeys.person import Person

SAVED = "saved "


def killed(data: Path, path: Path, lines: int) -> dict[str, str]:
    """Let a window be answered, kill it after so many lines, and return what it said was saved."""
    asked = [sys.executable, "-m", "tests.ui.journeys.answering", str(data.parent), str(path)]
    place = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    told = killed_after(asked, lines=lines, env=place)
    assert told.in_time, f"it ended by itself with {told.code}"
    said = (line.removeprefix(SAVED).partition(" ") for line in told.lines if SAVED in line)
    return {key: value for key, _, value in said}


def session_of(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


@pytest.mark.parametrize("lines", [1, 7, 13])
def test_after_a_kill_everything_that_was_said_to_be_saved_is_there_and_one_goes_on_behind_it(
    lines: int, window: MainWindow, person: Person, empty_profile: Path
) -> None:
    said = killed(window.program.shelf.folder, empty_profile, lines)
    assert said
    window.open_profile(empty_profile)
    session = session_of(window)
    kept = {key: repr(value) for key, value in session.answers.items()}
    assert said.items() <= kept.items()
    assert len(kept) <= len(said) + 1, "nobody gave so many answers"
    assert window.workspace is not None
    journey = window.workspace.journey
    expected = journey.interview.next_after(session.assessment.position, journey.quick.questions)
    assert window.workspace.key == "quick"
    assert expected is not None

    def is_there() -> bool:
        card = card_of(QApplication.focusWidget())
        return card is not None and card.question.id == expected.id

    person.waits_until(is_there)
    assert not disagreements(window)


def test_a_kill_in_the_middle_of_typing_loses_at_most_what_was_typed_last(
    window: MainWindow, empty_profile: Path
) -> None:
    said = dict[str, str]()
    for lines in (15, 21):
        said |= killed(window.program.shelf.folder, empty_profile, lines)
        kept = window.program.shelf.read(empty_profile).assessments[-1].said()
        assert said.items() <= {key: repr(value) for key, value in kept.items()}.items()
        assert not window.program.shelf.entry(empty_profile).trouble
