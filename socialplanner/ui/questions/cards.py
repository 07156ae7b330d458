"""Questions that are answered by choosing among cards: what they have in common."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from socialplanner.domain.questionnaire import Question
from socialplanner.presentation.i18n import _
from socialplanner.ui.questions.widget import QuestionWidget
from socialplanner.ui.widgets.choice_card import RING, ChoiceCard
from socialplanner.ui.widgets.columns import ColumnsLayout

MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}
SPACING: Final = 4
"""Cards keep room for their focus ring themselves."""


class CardQuestion(QuestionWidget):
    """Cards in columns; arrows go from one to the next, and round at the ends."""

    ring = RING

    def __init__(self, question: Question, cards: Sequence[ChoiceCard], *, most: int) -> None:
        """Show cards in at most so many columns."""
        super().__init__(question)
        self.cards = tuple(cards)
        self._columns = ColumnsLayout(most=most, spacing=SPACING)
        for place, card in enumerate(self.cards, 1):
            card.setAccessibleDescription(
                _("{place} of {count}").format(place=place, count=len(self.cards))
            )
            card.clicked.connect(self._clicked)
            self._columns.addWidget(card)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._columns)

    def _clicked(self) -> None:
        card = self.sender()
        if isinstance(card, ChoiceCard):
            self.pressed(card)

    def pressed(self, card: ChoiceCard) -> None:
        """Take that a card was pressed; it has turned over already."""
        raise NotImplementedError

    def stepped_to(self, card: ChoiceCard) -> None:
        """Take that the arrows came to a card."""
        card.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from card to card with the arrows."""
        step = STEPS.get(Qt.Key(event.key()))
        here = next((place for place, card in enumerate(self.cards) if card.hasFocus()), None)
        if step is None or event.modifiers() & MODIFIERS or here is None:
            super().keyPressEvent(event)
            return
        is_down = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        if not is_down and self.isRightToLeft():
            step = -step
        order = self._down() if is_down else list(range(len(self.cards)))
        self.stepped_to(self.cards[order[(order.index(here) + step) % len(order)]])

    def _down(self) -> list[int]:
        """Return the places of the cards as they stand below one another, column by column."""
        columns = self._columns.columns_at(self.width())
        return sorted(range(len(self.cards)), key=lambda place: (place % columns, place))


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit that was typed, in whatever script, None for all other keys."""
    text = event.text()
    if len(text) != 1 or event.modifiers() & MODIFIERS:
        return None
    return unicodedata.digit(text, None)
