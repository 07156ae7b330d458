"""The quiet row under a question: two honest ways out, help, a note, and a mark."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.questionnaire import Question
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import set_tip

KEYS: Final = {"none": "Alt+A", "unknown": "Alt+K", "help": "Alt+P", "note": "Alt+T"}
MARK_KEY: Final = "Alt+M"
CONFIRM_KEY: Final = "Alt+O"


class CardActions(QWidget):
    """Buttons that stay pressed; `no_answer_chosen` has a NoAnswer, or None to open it again."""

    no_answer_chosen = Signal(object)
    help_toggled = Signal(bool)
    note_toggled = Signal(bool)
    mark_toggled = Signal(bool)

    def __init__(self, question: Question, context: Context, *, has_way_out: bool) -> None:
        """Offer everything; the ways out only where there is one."""
        super().__init__()
        self._about = question.short or question.text
        self.none = self._button(_("Does not apply"), KEYS["none"])
        self.unknown = self._button(_("Do not know"), KEYS["unknown"])
        self.help = self._button(_("Help"), KEYS["help"])
        self.note = self._button(_("Note"), KEYS["note"])
        self.mark = self._button(_("Mark for review"), MARK_KEY)
        icons = ((self.help, "circle-help"), (self.note, "pencil"), (self.mark, "flag"))
        for button, name in icons:
            button.setIcon(context.icon(name, "muted"))
        if not has_way_out:
            self.none.hide()
            self.unknown.hide()
        self.setLayout(FlowLayout(*self._buttons(), spacing=4))
        self.none.clicked.connect(self._choose_none)
        self.unknown.clicked.connect(self._choose_unknown)
        self.help.toggled.connect(self.help_toggled)
        self.note.toggled.connect(self.note_toggled)
        self.mark.clicked.connect(self.mark_toggled)

    def _buttons(self) -> tuple[Button, ...]:
        return (self.none, self.unknown, self.help, self.note, self.mark)

    def _button(self, text: str, keys: str) -> Button:
        button = Button(text, role="quiet")
        button.setCheckable(True)
        button.setAccessibleName(f"{text}: {self._about}")
        set_tip(button, keys)
        return button

    def show_state(self, answer: Answer | None, *, is_marked: bool, has_note: bool) -> None:
        """Show which buttons hold."""
        self.none.setChecked(answer is NoAnswer.NOT_APPLICABLE)
        self.unknown.setChecked(answer is NoAnswer.UNKNOWN)
        self.mark.setChecked(is_marked)
        if has_note and not self.note.isChecked():
            self.note.setChecked(True)

    def _choose_none(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        self.no_answer_chosen.emit(NoAnswer.NOT_APPLICABLE if is_on else None)

    def _choose_unknown(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        self.no_answer_chosen.emit(NoAnswer.UNKNOWN if is_on else None)
