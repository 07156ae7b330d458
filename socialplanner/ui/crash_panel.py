"""What a person sees of a bug: calm words, that the work is saved, and what could be reported."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLayout, QPlainTextEdit, QWidget

from socialplanner import APPLICATION_NAME
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.accessibility import announce
from socialplanner.ui.bug_report import BugReport
from socialplanner.ui.outside import open_outside
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Frame, ScrollPage, column

if TYPE_CHECKING:
    from socialplanner.ui.main_window import MainWindow

WIDEST: Final = 760
SIDE: Final = 24
GAP: Final = 16
MARGIN: Final = 20
DETAILS: Final = 180
MOST_REPORTS: Final = 3
"""What a person is shown; after that bugs are but counted."""


class CrashPanel(Frame):
    """Lies over the window, which goes on working below it; one takes all bugs that follow."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin hidden and without a bug."""
        self.words = Label()
        self.times = Label(role="small")
        self.details = QPlainTextEdit()
        super().__init__("card", self._layout())
        self.setParent(window)
        self.open_outside = open_outside
        self._window = window
        self._reports: dict[str, BugReport] = {}
        self._count = 0
        self._before: QWidget | None = None
        self.hide()
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Something went wrong"))
        window.installEventFilter(self)
        window.theme.changed.connect(self._place)

    def _layout(self) -> QLayout:
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(_("What a report would hold"))
        area = ScrollPage(margins=0, spacing=10)
        self._body = area.box
        for part in self._report():
            self._body.addWidget(part)
        self._line = QWidget()
        self._line.setLayout(FlowLayout(*self._buttons()))
        box = column(area, self._line, margins=MARGIN, spacing=10)
        box.setStretch(0, 1)
        return box

    def _report(self) -> tuple[QWidget, ...]:
        return (
            Heading(_("Something went wrong inside {program}").format(program=APPLICATION_NAME)),
            self.words,
            self.times,
            Label(
                _(
                    "Nothing is sent anywhere. Below is all that a report would hold. If you pass "
                    "it on, read it first: it may quote something you typed."
                ),
                role="muted",
            ),
            self.details,
        )

    def _buttons(self) -> tuple[Button, ...]:
        self.go_on = Button(_("&Go on"), role="primary")
        self.go_on.clicked.connect(self.dismiss)
        self.copy = Button(_("C&opy details"))
        self.copy.clicked.connect(self._copy)
        self.log = Button(_("Open the &log folder"))
        self.log.clicked.connect(self._open_log)
        self.quit = Button(_("&Quit"))
        self.quit.clicked.connect(self._quit)
        return self.go_on, self.copy, self.log, self.quit

    @Slot(object)
    def show_bug(self, report: BugReport) -> None:
        """Save the work, then say what happened; a panel that is shown already counts on."""
        is_saved = saved(self._window)
        self._count += 1
        if len(self._reports) < MOST_REPORTS:
            self._reports.setdefault(report.mark, report)
        self.words.setText(what_to_say(is_saved=is_saved))
        self.times.setText(plural("Once until now.", "{count} times until now.", self._count))
        self.times.setVisible(self._count > 1)
        text = "\n\n".join(each.text for each in self._reports.values())
        if text != self.details.toPlainText():
            self.details.setPlainText(text)
        if self.isHidden():
            self._appear()
        self._place()

    def _appear(self) -> None:
        """Come to the front; what is typed meanwhile goes nowhere, and presses no button."""
        self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.setAccessibleDescription(self.words.text())
        announce(self, self.words.text())

    @Slot()
    def _place(self) -> None:
        """Lie in the middle of the window, as high as it allows."""
        room = self._window.size()
        theme = self._window.theme
        width = min(theme.px(WIDEST), room.width() - 2 * SIDE)
        inside = width - 2 * MARGIN
        self.details.setFixedHeight(theme.px(DETAILS))
        self._body.invalidate()
        parts = (self._body.heightForWidth(inside), self._line.heightForWidth(inside))
        needed = sum(parts) + 2 * MARGIN + 12
        top = self._window.menuBar().height() + GAP
        height = min(needed, room.height() - top - GAP)
        self.setGeometry((room.width() - width) // 2, top, width, height)

    @Slot()
    def dismiss(self) -> None:
        """Let the person go on where they were."""
        self.hide()
        self._reports.clear()
        self._count = 0
        before, self._before = self._before, None
        if before is not None and QApplication.focusWidget() is None:
            before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on at Escape; every other key stays here."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(_("C&opied"))

    @Slot()
    def _open_log(self) -> None:
        self.open_outside(self._window.program.log.folder)

    @Slot()
    def _quit(self) -> None:
        self.hide()
        self._window.close()


def saved(window: "MainWindow") -> bool:
    """Save what is being typed, and tell whether all that was given is on the disk."""
    if window.workspace is None:
        return True
    session = window.workspace.session
    try:
        session.flush()
    except Exception:  # noqa: BLE001 - after a bug, whatever saving meets: the person is told
        return False
    return session.is_saved


def what_to_say(*, is_saved: bool) -> str:
    """Return what happened and how things stand, in two or three sentences."""
    if is_saved:
        return _(
            "That is our mistake, not yours. All that you entered is saved. You can go on; if "
            "something looks odd, close the program and start it again."
        )
    return _(
        "That is our mistake, not yours. The last thing you entered could not be saved; what you "
        "entered before is safe. Note it down, then close the program and start it again."
    )
