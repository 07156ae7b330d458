"""What to look at before a plan is handed out, each with the way to it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from socialplanner.presentation.i18n import _, plural
from socialplanner.presentation.quality import Notice, Weight
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import Button, named_after
from socialplanner.ui.widgets.fold import FoldCard
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import clear, column, line, row

TONES: Final = {Weight.BLOCKING: "warning", Weight.DOUBT: "info", Weight.OPEN: ""}


class CheckCard(FoldCard):
    """Lists notices, what blocks first; it opens of itself where something does.

    `went` wants to see a question; `accepted` tells that what a notice doubts is right;
    `asked_again` that nothing shall count as right any more.
    """

    went = Signal(str)
    accepted = Signal(str)
    asked_again = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__(theme, _("Before you hand it out"))
        self._lead = Label(role="muted")
        self._buttons: list[Button] = []
        self._is_blocked = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._rows.setContentsMargins(0, 6, 0, 0)
        self._again = Button("", role="link")
        self.fill(column(self._lead, self._rows, self._again))
        self._again.clicked.connect(self.asked_again)

    def show_notices(self, notices: Sequence[Notice], accepted: int) -> None:
        """Show what there is to look at; so many more were looked at and found right."""
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        clear(self._rows)
        self._buttons = []
        for place, notice in enumerate(notices):
            if place:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(notice))
        self._lead.setText(_lead(notices))
        self.show_summary(_summary(notices))
        is_blocked = any(notice.weight is Weight.BLOCKING for notice in notices)
        if is_blocked != self._is_blocked:
            self._is_blocked = is_blocked
            self.set_open(is_open=is_blocked)
        self._again.setVisible(accepted > 0)
        words = plural("One found right: show again", "{count} found right: show again", accepted)
        self._again.setText(words)
        self._again.setAccessibleName(words)
        if held:
            self._first_button().setFocus()

    def _first_button(self) -> Button:
        """Return where the focus goes once what had it is gone."""
        return self._buttons[0] if self._buttons else self._again

    def _row(self, notice: Notice) -> QWidget:
        shown = QWidget()
        shown.setProperty("role", "clear")
        title = Heading(notice.title, level=3)
        badge = Label(_badge(notice.weight), role="badge", tone=TONES[notice.weight])
        badge.setWordWrap(False)
        ways = row(*self._ways(notice), 1, spacing=6)
        shown.setLayout(
            column(row(badge, 1), title, Label(notice.text, role="muted"), ways, spacing=4)
        )
        return shown

    def _ways(self, notice: Notice) -> list[Button]:
        buttons = []
        if notice.question_ids:
            first = notice.question_ids[0]
            look = self._button(_("Look at it"), notice)
            look.clicked.connect(lambda: self.went.emit(first))
            buttons.append(look)
        if notice.key:
            right = self._button(_("Looks right"), notice)
            right.clicked.connect(lambda: self.accepted.emit(notice.key))
            buttons.append(right)
        return buttons

    def _button(self, words: str, notice: Notice) -> Button:
        button = Button(words, role="link")
        button.setAccessibleName(f"{named_after(words)}: {notice.title}")
        self._buttons.append(button)
        return button


def _badge(weight: Weight) -> str:
    return {
        Weight.BLOCKING: _("Needed"),
        Weight.DOUBT: _("Look again"),
        Weight.OPEN: _("Open"),
    }[weight]


def _summary(notices: Sequence[Notice]) -> str:
    """Return in a line what there is to look at."""
    if not notices:
        return _("Nothing is left to look at")
    return plural("One thing to look at", "{count} things to look at", len(notices))


def _lead(notices: Sequence[Notice]) -> str:
    if not notices:
        return _("Everything is answered, and nothing contradicts anything else.")
    if notices[0].weight is Weight.BLOCKING:
        return _("There is no plan without these answers.")
    return _("None of this stands in the way of the plan. It would be sharper, or surer.")
