"""Questions as a person meets them: a widget that is shown, and what it has said."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.domain.catalogue import Catalogue
from socialplanner.ui.context import Context
from socialplanner.ui.questions import QuestionWidget, widget_for
from socialplanner.ui.widgets.layouts import column
from tests.domain.builders import shipped_catalogue

if TYPE_CHECKING:
    from socialplanner.domain.answers import Answer
    from socialplanner.domain.questionnaire import Question

CATALOGUE: Catalogue = shipped_catalogue()


class Asked:
    """A question's widget and everything that it gave, had typed and refused."""

    def __init__(self, context: Context, question_id: str, currency: str = "EUR") -> None:
        self.question: Question = CATALOGUE.questionnaire.by_id[question_id]
        self.widget: QuestionWidget = widget_for(self.question, context, currency=currency)
        self.given: list[Answer | None] = []
        self.typed: list[Answer | None] = []
        self.refused: list[str] = []
        self.widget.given.connect(self.given.append)
        self.widget.typed.connect(self.typed.append)
        self.widget.refused.connect(self.refused.append)

    def shown(self, qtbot: QtBot, width: int = 800) -> "Asked":
        """Show the widget on a page of its own, with the keyboard in it."""
        self.before, self.after = QPushButton("before"), QPushButton("after")
        ground = QWidget()
        ground.setLayout(column(self.before, self.widget, self.after, 1))
        self.page = QScrollArea()
        self.page.setWidgetResizable(True)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.setWidget(ground)
        self.page.resize(width, 900)
        qtbot.addWidget(self.page)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.widget.take_focus()
        return self

    @property
    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        focus = self.page.focusWidget()
        assert focus is not None
        return focus

    def met_by_tab(self) -> list[QWidget]:
        """Return what the tab key comes to between the widgets before and after."""
        self.before.setFocus()
        met: list[QWidget] = []
        while self.focus is not self.after and len(met) < 100:
            QTest.keyClick(self.focus, Qt.Key.Key_Tab)
            met.append(self.focus)
        return met[:-1]

    @property
    def is_silent(self) -> bool:
        """Return whether nothing was said."""
        return not (self.given or self.typed or self.refused)


def press(widget: QWidget) -> None:
    """Click in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def type_text(widget: QWidget, text: str) -> None:
    """Type a text sign by sign; QTest itself aborts at signs that no English keyboard has."""
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(widget, key)


def known_as(widget: QWidget) -> tuple[QAccessible.Role, str, bool]:
    """Return role, name and checked state as a screen reader is told them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return (
        interface.role(),
        interface.text(QAccessible.Text.Name),
        bool(interface.state().checked),
    )
