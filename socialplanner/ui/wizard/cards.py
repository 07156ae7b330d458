"""Cards of several questions, built a few at a time so that a page is there at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialplanner.domain.answers import Answers
from socialplanner.domain.questionnaire import Question
from socialplanner.domain.record import RecordedAnswer
from socialplanner.ui.widgets.layouts import lay_out_now, page_of
from socialplanner.ui.wizard.question_card import QuestionCard

FIRST: Final = 2
"""So many cards are there when the page is; the others follow below them."""

MOST_AT_ONCE: Final = 6
"""So many are built in one go to fill what can be seen; more would make a person wait."""

CardMaker = Callable[[Question, int], QuestionCard]


class Cards(QWidget):
    """One card below the other; `fill_in` says what is answered in those that are new.

    What is built comes below what is there, and has its place before it is seen: nothing that a
    person reads or is about to press moves away. `completed` when all are there.
    """

    completed = Signal()

    def __init__(
        self,
        questions: Sequence[Question],
        make: CardMaker,
        fill_in: Callable[[Sequence[QuestionCard]], None],
        *,
        first_number: int = 1,
    ) -> None:
        """Build the first cards; the others follow once the page is shown."""
        super().__init__()
        self.setProperty("role", "clear")
        self._waiting = list(enumerate(questions, first_number))
        self._make = make
        self._fill_in = fill_in
        self._cards: dict[str, QuestionCard] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._build_next)

    def begin(self, count: int = FIRST) -> None:
        """Build some cards at once and the others a few at a time."""
        self._build(count)
        if self._waiting:
            self._timer.start(0)

    @property
    def is_complete(self) -> bool:
        """Return whether all cards are there."""
        return not self._waiting

    @property
    def cards(self) -> Mapping[str, QuestionCard]:
        """Return the cards there are, by the ids of their questions."""
        return self._cards

    def holds(self, question_id: str) -> bool:
        """Return whether a question has its card here, or will have it."""
        return question_id in self._cards or any(q.id == question_id for _, q in self._waiting)

    def card(self, question_id: str) -> QuestionCard:
        """Return the card of a question, built now if need be; KeyError where there is none."""
        while question_id not in self._cards and self._waiting:
            self._build(1)
        return self._cards[question_id]

    def complete(self) -> None:
        """Build every card now."""
        self._build(len(self._waiting))

    def _build_next(self) -> None:
        """Build a card, and all that can be seen below it."""
        for _ in range(MOST_AT_ONCE):
            self._build(1)
            lay_out_now(self)
            if not self._ends_in_sight():
                break

    def _ends_in_sight(self) -> bool:
        """Return whether another card would be seen."""
        page = page_of(self)
        if not self._waiting or page is None or not self.isVisible():
            return False
        below = self.mapTo(page.viewport(), QPoint(0, self.height())).y()
        return below < page.viewport().height()

    def _build(self, count: int) -> None:
        if not self._waiting:
            return
        batch, self._waiting = self._waiting[:count], self._waiting[count:]
        made = [self._make(question, number) for number, question in batch]
        self._fill_in(made)
        for card in made:
            self._cards[card.question.id] = card
            self._box.addWidget(card)
            card.show()  # now: what is shown later has no room until then
        if self.is_complete:
            self._timer.stop()
            self.completed.emit()


def show_states(
    cards: Sequence[QuestionCard], answers: Answers, recorded: Mapping[str, RecordedAnswer]
) -> None:
    """Show in cards what is answered and recorded."""
    for card in cards:
        question_id = card.question.id
        card.show_state(answers.get(question_id), recorded.get(question_id))
