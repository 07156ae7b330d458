"""Questions of which several options are the answer, or none of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from socialplanner.domain.answers import Answer
from socialplanner.domain.business import NO_TOOL
from socialplanner.domain.questionnaire import Question
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import expose_as
from socialplanner.ui.questions.cards import CardQuestion
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.choice_card import ChoiceCard, Mark


class SeveralChoicesQuestion(CardQuestion):
    """Cards of which several are ticked; the one that says "none" excludes all others.

    Where no option says "none", a card of its own does, so that "none of these" can be told from
    a question that is still open.
    """

    def __init__(self, question: Question, theme: Theme) -> None:
        """Begin open."""
        cards = {
            option.id: ChoiceCard(option.text, theme, Mark.CHECK) for option in question.options
        }
        self._options = cards
        self._none = cards.get(NO_TOOL) or ChoiceCard(_("None of these"), theme, Mark.CHECK)
        self._answer: tuple[str, ...] | None = None
        super().__init__(question, list(dict.fromkeys([*cards.values(), self._none])), most=4)

    @property
    def answer(self) -> Answer | None:
        """Return the ids of what is ticked, () for none of it, None while the question is open."""
        return self._answer

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is ticked."""
        ids = answer if isinstance(answer, tuple) else ()
        self._answer = tuple(str(each) for each in ids) if isinstance(answer, tuple) else None
        for option_id, card in self._options.items():
            card.set_chosen(is_chosen=option_id in ids)
        if NO_TOOL not in self._options:
            self._none.set_chosen(is_chosen=answer == ())

    def take_focus(self) -> None:
        """Go to the first card that is ticked, or to the first of all."""
        ticked = (card for card in self.cards if card.isChecked())
        next(ticked, self.cards[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def pressed(self, card: ChoiceCard) -> None:
        """Give what is ticked now."""
        if card.isChecked():
            for other in self.cards:
                if other is not card and (self._none in {card, other}):
                    other.set_chosen(is_chosen=False)
        self._answer = self._ticked()
        self.given.emit(self._answer)

    def _ticked(self) -> tuple[str, ...] | None:
        ids = tuple(each for each, card in self._options.items() if card.isChecked())
        return ids if ids or self._none.isChecked() else None


expose_as("SeveralChoicesQuestion", QAccessible.Role.Grouping)
