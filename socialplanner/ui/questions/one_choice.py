"""Questions of which one thing is the answer: a level, or one option."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent

from socialplanner.domain.answers import Answer
from socialplanner.domain.questionnaire import Question
from socialplanner.ui.accessibility import expose_as
from socialplanner.ui.questions.cards import CardQuestion, digit_of
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.choice_card import ChoiceCard, Mark


class OneChoiceQuestion(CardQuestion):
    """Cards of which one is chosen: by a press, by its number, or with the arrows."""

    def __init__(
        self,
        question: Question,
        cards: Sequence[ChoiceCard],
        values: Sequence[Answer],
        *,
        most: int,
    ) -> None:
        """Begin open; each card stands for a value."""
        super().__init__(question, cards, most=most)
        self._values = tuple(values)
        self._answer: Answer | None = None
        self._stop_at(self.cards[0])

    @property
    def answer(self) -> Answer | None:
        """Return the value of the chosen card, None while the question is open."""
        return self._answer

    def show_answer(self, answer: Answer | None) -> None:
        """Show which card is chosen."""
        self._answer = answer if answer in self._values else None
        for card, value in zip(self.cards, self._values, strict=True):
            card.set_chosen(is_chosen=value == self._answer)
        self._stop_at(self._first_stop())

    def take_focus(self) -> None:
        """Go to the chosen card, or to the first."""
        self._first_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def pressed(self, card: ChoiceCard) -> None:
        """Give the value of a card, or open the question where it was chosen already."""
        value = self._value_of(card)
        self.show_answer(None if value == self._answer else value)
        self._stop_at(card)
        self.given.emit(self._answer)

    def stepped_to(self, card: ChoiceCard) -> None:
        """Choose the card to which the arrows came; it is saved once they rest."""
        super().stepped_to(card)
        self.show_answer(self._value_of(card))
        self.typed.emit(self._answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose by number; Delete opens the question again."""
        digit = digit_of(event)
        if digit is not None and 1 <= digit <= len(self.cards):
            self._choose(self.cards[digit - 1])
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _choose(self, card: ChoiceCard) -> None:
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.show_answer(self._value_of(card))
        self.given.emit(self._answer)

    def _open(self) -> None:
        if self._answer is not None:
            here = next((card for card in self.cards if card.hasFocus()), self.cards[0])
            self.show_answer(None)
            self._stop_at(here)
            self.given.emit(None)

    def _value_of(self, card: ChoiceCard) -> Answer:
        return self._values[self.cards.index(card)]

    def _first_stop(self) -> ChoiceCard:
        return next((card for card in self.cards if card.isChecked()), self.cards[0])

    def _stop_at(self, stop: ChoiceCard) -> None:
        """Let the tab key come to one card only, as with all choices of which one is made."""
        for card in self.cards:
            is_stop = card is stop
            card.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )


def level_question(question: Question, theme: Theme) -> OneChoiceQuestion:
    """Return the widget of a question with levels: one card below the other, numbered from 1."""
    cards = [
        ChoiceCard(text, theme, Mark.NUMBER, number=number)
        for number, text in enumerate(question.levels, 1)
    ]
    values = [float(level) for level in range(len(question.levels))]
    return OneChoiceQuestion(question, cards, values, most=1)


def option_question(question: Question, theme: Theme) -> OneChoiceQuestion:
    """Return the widget of a question with options of which one is chosen."""
    cards = [ChoiceCard(option.text, theme, Mark.RADIO) for option in question.options]
    values = [option.id for option in question.options]
    return OneChoiceQuestion(question, cards, values, most=3)


expose_as("OneChoiceQuestion", QAccessible.Role.Grouping)
