"""Questions whose answer is a small table."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from socialplanner.ui.context import Context
from socialplanner.ui.questions.choice_box import ChoiceBox
from socialplanner.ui.questions.table import TableQuestion
from tests.ui.asking import Asked, type_text

PEOPLE = "business.people"
SOURCES = "business.last_ten_enquiries"
ANNA: dict[str, str | float] = {"name": "Anna", "hours": 3.0, "strength": "talking"}
BEN: dict[str, str | float] = {"name": "Ben", "hours": 2.5, "strength": "both"}

SHOP: dict[str, str | float] = {"source": "Walked past", "count": 5.0}
WEB: dict[str, str | float] = {"source": "Website", "count": 2.0}


def table(asked: Asked) -> TableQuestion:
    assert isinstance(asked.widget, TableQuestion)
    return asked.widget


def fill_in(asked: Asked, source: str, count: str) -> None:
    """Type a row of sources, and go on with Enter."""
    type_text(asked.focus, source)
    QTest.keyClick(asked.focus, Qt.Key.Key_Tab)
    type_text(asked.focus, count)
    QTest.keyClick(asked.focus, Qt.Key.Key_Return)


def test_a_table_is_filled_in_by_keyboard_alone(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, SOURCES).shown(qtbot)
    fill_in(asked, "Walked past", "5")
    fill_in(asked, "Instagram", "3")
    assert asked.given[-1] == (
        {"source": "Walked past", "count": 5.0},
        {"source": "Instagram", "count": 3.0},
    )
    assert table(asked).total.text() == "Together: 8"
    assert len(table(asked).rows) == 3
    assert asked.focus is table(asked).rows[2].cells[0]


def test_enter_in_an_empty_last_row_adds_no_other(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, SOURCES).shown(qtbot)
    QTest.keyClick(asked.focus, Qt.Key.Key_Return)
    table(asked).add.click()
    assert len(table(asked).rows) == 1
    assert asked.given == []


def test_a_choice_is_made_in_a_cell(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, PEOPLE).shown(qtbot)
    name, hours, strength = table(asked).rows[0].cells
    type_text(name, "Anna")
    type_text(hours, "3 h")
    strength.setFocus()
    QTest.keyClicks(strength, "t")
    assert asked.given[-1] == (ANNA,)
    assert table(asked).total.text() == "Together: 3 hours a week"


def test_a_row_that_lacks_something_is_no_answer_and_that_is_said_once_it_is_left(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, PEOPLE).shown(qtbot)
    type_text(asked.focus, "Anna")
    QTest.keyClick(asked.focus, Qt.Key.Key_Tab)
    assert not any(asked.refused)
    assert asked.widget.answer is None
    table(asked).add.setFocus()
    assert asked.refused[-1] == "It is kept once “Hours a week” is filled in as well."


def test_a_number_that_cannot_be_read_is_refused_with_its_row(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, SOURCES)
    asked.widget.show_answer((SHOP, WEB))
    asked.shown(qtbot)
    cell = table(asked).rows[1].cells[1]
    cell.setFocus()
    assert isinstance(cell, QLineEdit)
    cell.selectAll()
    type_text(cell, "few")
    table(asked).add.setFocus()
    assert asked.refused[-1].startswith("Row 2: “few” cannot be read as a number.")
    assert cell.text() == "few"
    assert asked.widget.answer == (SHOP, WEB)


def test_a_row_is_taken_out_by_its_button_and_by_keyboard(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, PEOPLE)
    asked.widget.show_answer((ANNA, BEN))
    asked.shown(qtbot)
    table(asked).rows[0].remove.click()
    assert asked.given == [(BEN,)]
    QTest.keyClick(asked.focus, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert asked.given == [(BEN,), None]
    assert len(table(asked).rows) == 1


def test_delete_in_a_text_deletes_a_letter_and_no_row(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, PEOPLE)
    asked.widget.show_answer((ANNA, BEN))
    asked.shown(qtbot)
    QTest.keyClick(asked.focus, Qt.Key.Key_Home)
    QTest.keyClick(asked.focus, Qt.Key.Key_Delete)
    assert asked.typed[-1] == (ANNA | {"name": "nna"}, BEN)


def test_arrows_go_up_and_down_in_a_column(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, PEOPLE)
    asked.widget.show_answer((ANNA, BEN))
    asked.shown(qtbot)
    rows = table(asked).rows
    rows[0].cells[1].setFocus()
    QTest.keyClick(asked.focus, Qt.Key.Key_Down)
    assert asked.focus is rows[1].cells[1]
    QTest.keyClick(asked.focus, Qt.Key.Key_Down)
    QTest.keyClick(asked.focus, Qt.Key.Key_Up)
    assert asked.focus is rows[0].cells[1]


def test_the_tab_key_follows_the_rows(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, PEOPLE)
    asked.widget.show_answer((ANNA, BEN))
    asked.shown(qtbot)
    rows = table(asked).rows
    assert asked.met_by_tab() == [*rows[0].widgets(), *rows[1].widgets(), table(asked).add]
    asked.widget.show_answer((BEN,))
    table(asked).add.click()
    rows = table(asked).rows
    assert asked.met_by_tab() == [*rows[0].widgets(), *rows[1].widgets(), table(asked).add]


def test_the_wheel_changes_no_answer(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, PEOPLE)
    asked.widget.show_answer((ANNA,))
    asked.shown(qtbot)
    box = table(asked).rows[0].cells[2]
    assert isinstance(box, ChoiceBox)
    box.setFocus()
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by its place
    )
    QApplication.sendEvent(box, down)
    assert asked.widget.answer == (ANNA,)
    assert not down.isAccepted()


def test_what_is_being_typed_keeps_its_cells_once_it_is_saved(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, SOURCES).shown(qtbot)
    fill_in(asked, "Website", "2")
    type_text(asked.focus, "Insta")
    cell = asked.focus
    asked.widget.show_answer((WEB,))
    assert asked.focus is cell
    QTest.keyClick(cell, Qt.Key.Key_Tab)
    type_text(asked.focus, "3")
    assert asked.typed[-1] == (WEB, {"source": "Insta", "count": 3.0})
    given = len(asked.given)
    asked.widget.show_answer((WEB,))
    assert asked.widget.answer == (WEB,)
    assert len(table(asked).rows) == 1
    assert len(asked.given) == given


def test_cells_are_named_by_column_and_row(context: Context) -> None:
    asked = Asked(context, PEOPLE)
    asked.widget.show_answer((ANNA, BEN))
    row = table(asked).rows[1]
    assert [widget.accessibleName() for widget in row.widgets()] == [
        "Name or role, row 2 of 2",
        "Hours a week, row 2 of 2",
        "Strength, row 2 of 2",
        "Take out row 2",
    ]


def test_cells_stand_below_one_another_where_there_is_little_room(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, PEOPLE).shown(qtbot)
    name, hours, _strength = table(asked).rows[0].cells
    assert name.y() == hours.y()
    asked.page.resize(300, 400)
    qtbot.waitUntil(lambda: name.y() < hours.y())
    assert table(asked).rows[0].captions[1].isVisible()
    asked.page.resize(800, 400)
    qtbot.waitUntil(lambda: name.y() == hours.y())


def test_a_choice_too_long_for_its_cell_ends_in_three_dots(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, SOURCES).shown(qtbot)
    asked.widget.show_answer(({**SHOP, "cause": "work"},))
    box = table(asked).rows[0].cells[2]
    assert isinstance(box, ChoiceBox)
    option = QStyleOptionComboBox()
    box.resize(400, box.height())
    box.initStyleOption(option)
    assert option.currentText == box.currentText() == "Something you did"
    box.resize(110, box.height())
    box.initStyleOption(option)
    assert option.currentText.startswith("Some")
    assert option.currentText.endswith("…")
    assert box.currentText() == "Something you did"
