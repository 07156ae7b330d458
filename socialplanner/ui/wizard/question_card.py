"""One question as a card: what is asked, where it is answered, and what can be said about it."""

from typing import cast

from PySide6.QtCore import Signal

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.business import ESSENTIAL
from socialplanner.domain.questionnaire import Question
from socialplanner.domain.record import LONGEST_NOTE, RecordedAnswer
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.questions import widget_for
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading, Label, OneLine, set_tip
from socialplanner.ui.widgets.layouts import Card, Hanging, row
from socialplanner.ui.wizard.card_actions import CONFIRM_KEY, CardActions
from socialplanner.ui.wizard.help_area import HelpArea
from socialplanner.ui.wizard.note_area import NoteArea

BESIDE_WORDS = 10
"""Pixels by which the words of a quiet button lie inside of it."""


class QuestionCard(Card):
    """A question with its number on the page; what is given in it is saved at once.

    `refused_changed` says that an input is refused, or no longer.
    """

    refused_changed = Signal()

    def __init__(self, context: Context, session: Session, question: Question, number: int) -> None:
        """Begin open; `show_state` says what is answered."""
        super().__init__(spacing=8)
        self.box.setContentsMargins(20, 18, 20, 12)
        self.question = question
        self._context = context
        self._session = session
        self._answer: Answer | None = None
        self._is_essential = question.id in ESSENTIAL
        self._help: HelpArea | None = None
        self._note: NoteArea | None = None
        self._recorded: RecordedAnswer | None = None
        self.widget = widget_for(question, context, currency=session.record.profile.currency)
        self.extras = CardActions(question, context, has_way_out=not self._is_essential)
        self._carried = OneLine(_("From last time"), role="badge", tone="info")
        self.confirm = Button(_("Confirm"), role="link")
        self._refusal = Label(role="danger")
        self._said = Label(role="small")
        self._fill(number)
        self._connect()

    def _fill(self, number: int) -> None:
        self.confirm.setAccessibleName(
            _("Confirm: {question}").format(question=self.question.short or self.question.text)
        )
        set_tip(self.confirm, CONFIRM_KEY)
        essential = OneLine(_("Required for a plan"), role="badge", tone="info")
        signs = (essential,) if self._is_essential else ()
        number_label = OneLine(str(number), role="kicker")
        number_label.setAccessibleName(_("Question {number}").format(number=number))
        head = row(number_label, *signs, 1, self._carried, self.confirm, spacing=8)
        self.box.addLayout(head)
        self.box.addWidget(Heading(self.question.text, level=3, role="question"))
        ring = self.widget.ring
        self.box.addLayout(Hanging(self.widget, left=ring, right=ring))
        for label in (self._refusal, self._said):
            label.hide()
            self.box.addWidget(label)
        self.box.addLayout(Hanging(self.extras, left=self._context.theme.px(BESIDE_WORDS)))
        for each in (self._carried, self.confirm):
            each.hide()

    def _connect(self) -> None:
        self.widget.given.connect(self._given)
        self.widget.typed.connect(self._typed)
        self.widget.refused.connect(self._refused)
        self.confirm.clicked.connect(self.confirm_answer)
        self.extras.no_answer_chosen.connect(self._say_no_answer)
        self.extras.help_toggled.connect(self._show_help)
        self.extras.note_toggled.connect(self._show_note)
        self.extras.mark_toggled.connect(self._mark)

    # What there is.

    def show_state(self, answer: Answer | None, recorded: RecordedAnswer | None) -> None:
        """Show what is answered and recorded, without giving it again."""
        self._answer, self._recorded = answer, recorded
        shown = None if isinstance(answer, NoAnswer) else answer
        if shown != self.widget.answer:
            self.widget.show_answer(shown)
        note = "" if recorded is None else recorded.note
        is_marked = recorded is not None and recorded.is_marked
        self.extras.show_state(answer, is_marked=is_marked, has_note=bool(note))
        if self._note is not None:
            self._note.show_note(note)
        for each in (self._carried, self.confirm):
            each.setVisible(self.is_carried)
        self._say(self._words(answer))

    @property
    def is_carried(self) -> bool:
        """Return whether the answer is still to be confirmed."""
        recorded = self._recorded
        return recorded is not None and recorded.is_carried and self._answer is not None

    def _words(self, answer: Answer | None) -> str:
        if answer is NoAnswer.NOT_APPLICABLE and not self._is_essential:
            return _("Left out: it counts neither for nor against you.")
        if isinstance(answer, NoAnswer):
            if self._is_essential:
                return _("A plan cannot be made without this; a rough answer is enough.")
            return _("That is all right. It stays on the list of things to find out.")
        return ""

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    # What a person does.

    def take_focus(self) -> None:
        """Put the keyboard where an answer begins."""
        self.widget.take_focus()

    def confirm_answer(self) -> None:
        """Give the answer of last time again, which confirms it."""
        if self.is_carried:
            had_focus = self.confirm.hasFocus()
            self._session.give(self.question.id, self._answer)
            if had_focus:
                self.take_focus()

    def open_note(self) -> None:
        """Open the note and put the keyboard there."""
        self.extras.note.setChecked(True)
        if self._note is not None:
            self._note.take_focus()

    def save(self) -> None:
        """Save a note that is being typed."""
        if self._note is not None:
            self._note.save()

    def keep_unfinished(self) -> None:
        """Keep as a note what was typed and is no answer."""
        typed = self.widget.unfinished()
        recorded = self._session.recorded(self.question.id)
        note = "" if recorded is None else recorded.note
        words = _("Typed, but not finished: {text}").format(text=typed)
        if typed and words not in note:
            kept = "\n".join(filter(None, (note, words)))[:LONGEST_NOTE]
            self._session.set_note(self.question.id, kept)

    def _given(self, value: object) -> None:
        answer = cast("Answer | None", value)
        if answer == self._answer or (answer is None and isinstance(self._answer, NoAnswer)):
            self._session.flush()
            return
        self._session.give(self.question.id, answer)

    def _typed(self, value: object) -> None:
        self._session.type(self.question.id, cast("Answer | None", value))

    def _refused(self, words: str) -> None:
        if words and words != self._refusal.text():
            announce(self, words)
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self.refused_changed.emit()

    def _say_no_answer(self, value: object) -> None:
        self._refused("")
        answer = cast("NoAnswer | None", value)
        self.widget.clear()
        self._session.give(self.question.id, answer)
        if answer is not None:
            announce(self, self._words(answer))

    def _mark(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        self._session.set_mark(self.question.id, is_marked=is_on)

    def _show_help(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        if self._help is None:
            self._help = HelpArea(self.question)
            self.box.addWidget(self._help)
        self._help.setVisible(is_on)
        if is_on:
            announce(self, self._help.words)

    def _show_note(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        if self._note is None:
            self._note = NoteArea(self.question, self._context.theme)
            self._note.show_note("" if self._recorded is None else self._recorded.note)
            self._note.noted.connect(self._noted)
            self.box.addWidget(self._note)
        if not is_on:
            self._note.save()
        self._note.setVisible(is_on)
        if is_on and self.extras.note.hasFocus():
            self._note.take_focus()

    def _noted(self, note: str) -> None:
        self._session.set_note(self.question.id, note)
