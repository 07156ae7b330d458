"""Questions whose answer is an order."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.ui.context import Context
from socialplanner.ui.questions.ranking import RankQuestion
from tests.ui.asking import Asked, known_as, press

GOALS = "business.goals"


def ranking(asked: Asked) -> RankQuestion:
    assert isinstance(asked.widget, RankQuestion)
    return asked.widget


def test_options_are_picked_in_order_until_there_are_enough(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, GOALS).shown(qtbot)
    for _time in range(6):
        QTest.keyClick(asked.focus, Qt.Key.Key_Space)
    assert asked.given[:4] == [
        ("awareness",),
        ("awareness", "engagement"),
        ("awareness", "engagement", "leads"),
        ("awareness", "engagement", "leads", "sales"),
    ]
    assert not ranking(asked).cards["insight"].isEnabled()


def test_a_full_order_takes_another_option_once_one_is_taken_out(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales", "leads", "loyalty", "insight"))
    asked.shown(qtbot)
    press(ranking(asked).rows["leads"].card)
    press(ranking(asked).cards["awareness"])
    assert asked.given == [
        ("sales", "loyalty", "insight"),
        ("sales", "loyalty", "insight", "awareness"),
    ]


def test_an_option_is_moved_by_keyboard_and_its_row_keeps_the_keyboard(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales", "leads", "loyalty"))
    asked.shown(qtbot)
    row = ranking(asked).rows["loyalty"]
    row.card.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    for _time in range(3):
        QTest.keyClick(asked.focus, Qt.Key.Key_Up, alt)
    assert asked.given == [("sales", "loyalty", "leads"), ("loyalty", "sales", "leads")]
    assert asked.focus is row.card
    QTest.keyClick(asked.focus, Qt.Key.Key_Down, alt)
    QTest.keyClick(asked.focus, Qt.Key.Key_Delete)
    assert asked.given[-2:] == [("sales", "loyalty", "leads"), ("sales", "leads")]


def test_the_arrows_of_a_row_move_it_and_end_where_there_is_no_further(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales", "leads"))
    asked.shown(qtbot)
    row = ranking(asked).rows["leads"]
    row.up.setFocus()
    QTest.keyClick(row.up, Qt.Key.Key_Space)
    assert asked.given == [("leads", "sales")]
    assert not row.up.isEnabled()
    assert asked.focus is row.card
    assert known_as(row.down)[1] == "Move “Win enquiries” down"
    assert known_as(row.card)[1] == "1 of 2: Win enquiries"


def test_the_last_option_that_is_taken_out_opens_the_question(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales",))
    asked.shown(qtbot)
    press(ranking(asked).rows["sales"].card)
    assert asked.given == [None]
    assert asked.focus is ranking(asked).cards["sales"]


def test_the_tab_key_follows_the_order(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales", "leads"))
    asked.shown(qtbot)
    question = ranking(asked)
    press(question.cards["awareness"])
    press(question.rows["leads"].up)
    rows = [question.rows[each] for each in ("leads", "sales", "awareness")]
    ranked = [stop for row in rows for stop in row.stops() if stop.isEnabled()]
    others = [card for card in question.cards.values() if card.isVisible()]
    assert asked.met_by_tab() == [*ranked, *others]


def drag(start: QWidget, end: QWidget, *, to_bottom: bool) -> None:
    """Drag the middle of one widget to the top or bottom of another."""
    here = start.rect().center()
    there = QPoint(10, end.height() - 2 if to_bottom else 2)
    spot = start.mapFromGlobal(end.mapToGlobal(there))
    QTest.mousePress(start, Qt.MouseButton.LeftButton, pos=here)
    for step in range(1, 5):
        QTest.mouseMove(start, here + (spot - here) * step / 4)
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, pos=spot)


def test_an_order_is_changed_by_dragging_and_a_drag_is_no_press(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales", "leads", "loyalty"))
    asked.shown(qtbot)
    rows = ranking(asked).rows
    drag(rows["loyalty"].card, rows["sales"].card, to_bottom=False)
    assert asked.given == [("loyalty", "sales", "leads")]
    QApplication.processEvents()
    drag(rows["loyalty"].card, rows["leads"].card, to_bottom=True)
    assert asked.given[1:] == [("sales", "leads", "loyalty")]


def test_an_option_is_dragged_into_its_place(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales", "leads"))
    asked.shown(qtbot)
    drag(ranking(asked).cards["insight"], ranking(asked).rows["leads"].card, to_bottom=False)
    assert asked.given == [("sales", "insight", "leads")]


def test_an_option_that_is_dropped_elsewhere_stays_where_it_was(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales", "leads"))
    asked.shown(qtbot)
    question = ranking(asked)
    drag(question.rows["sales"].card, question.cards["insight"], to_bottom=True)
    assert asked.is_silent
    press(question.cards["insight"])
    assert asked.given == [("sales", "leads", "insight")]


def test_an_option_that_there_is_no_longer_takes_no_place(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales", "fame", "leads", "loyalty"))
    asked.shown(qtbot)
    press(ranking(asked).cards["insight"])
    assert asked.given == [("sales", "leads", "loyalty", "insight")]


def test_a_drag_is_given_up_with_escape(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, GOALS)
    asked.widget.show_answer(("sales", "leads"))
    asked.shown(qtbot)
    card = ranking(asked).rows["leads"].card
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(card, QPoint(20, -30))
    QTest.keyClick(card, Qt.Key.Key_Escape)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(20, -30))
    assert asked.is_silent
