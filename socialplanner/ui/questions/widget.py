"""What every question's widget is: it shows an answer and says when another is given."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from socialplanner.domain.answers import Answer
from socialplanner.domain.questionnaire import Question


class QuestionWidget(QWidget):
    """The part of a question that is answered; everything around it is the question's card.

    `given` has a whole answer, or None where it was opened again; `typed` has what is being typed
    and may be saved after a pause; `refused` has a sentence about what cannot be an answer, or ""
    once it can. `NoAnswer` values are the card's business: `show_answer` is given None for them.
    """

    given = Signal(object)
    typed = Signal(object)
    refused = Signal(str)
    ring = 0
    """Pixels at each side that are kept free for the focus ring of what is in it."""

    def __init__(self, question: Question) -> None:
        """Begin without an answer."""
        super().__init__()
        self.question = question
        self.setProperty("role", "clear")
        self.setAccessibleName(question.text)

    @property
    def answer(self) -> Answer | None:
        """Return what is answered as it is shown, None while the question is open."""
        raise NotImplementedError

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is answered, without saying that it was given."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show nothing any more, not even what was typed and is no answer."""
        self.show_answer(None)

    def unfinished(self) -> str:
        """Return what was typed and is no answer, in words; "" where there is nothing such."""
        return ""

    def show_currency(self, currency: str) -> None:
        """Ask for money in another currency; most questions do not."""

    def take_focus(self) -> None:
        """Put the keyboard where an answer begins."""
        raise NotImplementedError

    def stops(self) -> Sequence[QWidget]:
        """Return where the tab key stops, in order; () where it is the order of making."""
        return ()

    def order_tabs(self) -> None:
        """Let the tab key follow the stops."""
        for first, second in pairwise(self.stops()):
            QWidget.setTabOrder(first, second)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Put the stops in order: among the other widgets of a page Qt can tell first from last."""
        super().showEvent(event)
        self.order_tabs()
