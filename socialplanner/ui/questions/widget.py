"""What every question's widget is: it shows an answer and says when another is given."""

from PySide6.QtCore import Signal
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

    def __init__(self, question: Question) -> None:
        """Begin without an answer."""
        super().__init__()
        self.question = question
        self.setProperty("role", "clear")

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is answered, without saying that it was given."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard where an answer begins."""
        raise NotImplementedError
