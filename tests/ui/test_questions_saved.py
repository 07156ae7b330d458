"""What is typed in a question stays as it was typed while it is saved."""

from pathlib import Path

from PySide6.QtTest import QTest

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.questions.choice_box import ChoiceBox
from socialplanner.ui.questions.table import TableQuestion
from tests.ui.asking import type_text

PEOPLE = "business.people"


def test_a_row_stays_as_it_was_typed_until_it_is_whole_and_is_then_saved(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile, "section:business")
    assert window.workspace is not None
    session = window.workspace.session
    window.workspace.go_to_question(PEOPLE)
    tables = window.workspace.findChildren(TableQuestion)
    table = next(each for each in tables if each.question.id == PEOPLE)
    name, hours, strength = table.rows[0].cells
    name.setFocus()
    type_text(name, "Anna")
    session.flush()
    type_text(hours, "3")
    window.workspace.go("profile")
    window.workspace.go("section:business")
    assert session.recorded(PEOPLE) is None
    assert isinstance(strength, ChoiceBox)
    QTest.keyClicks(strength, "t")
    said = session.answers[PEOPLE]
    assert said == ({"name": "Anna", "hours": 3.0, "strength": "talking"},)
    assert table.answer == said
    assert table.rows[0].cells[0] is name
