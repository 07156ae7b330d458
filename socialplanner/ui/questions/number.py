"""Questions whose answer is a number: typed as people write numbers, shown with its unit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from socialplanner.domain.answers import Answer
from socialplanner.domain.questionnaire import Question
from socialplanner.presentation import names
from socialplanner.ui.accessibility import expose_as
from socialplanner.ui.questions.number_field import NumberField, Span
from socialplanner.ui.questions.widget import QuestionWidget
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.labels import Label, OneLine
from socialplanner.ui.widgets.layouts import column, row

MONEY = "currency"


class NumberQuestion(QuestionWidget):
    """A field for a number; what cannot be an answer stays in it, and is refused in words."""

    def __init__(self, question: Question, theme: Theme, currency: str) -> None:
        """Begin without a number."""
        super().__init__(question)
        self._currency = currency
        span = Span(
            unit=question.unit, low=question.minimum, high=question.maximum, currency=currency
        )
        self.field = NumberField(theme, span)
        self.field.setAccessibleName(question.text)
        self.setAccessibleName("")
        self._before, self._after, self._unit = OneLine(""), Label(""), ""
        self._meaning = Label(role="small")
        self._meaning.hide()
        self.field.edited.connect(self._edited)
        self.field.ended.connect(self._ended)
        line = row(self._before, self.field, self._after)
        line.setStretch(line.count() - 1, 1)
        self.setLayout(column(line, self._meaning, spacing=4))
        self._show_unit()

    def _show_unit(self) -> None:
        before, after = unit_words(self.question.unit, self._currency)
        self._before.set_whole(before)
        self._before.setVisible(bool(before))
        self._after.setText(after)
        self._unit = " ".join(filter(None, (before, after)))
        self.field.setAccessibleDescription(self._unit)

    @property
    def answer(self) -> Answer | None:
        """Return the last number that could be an answer."""
        return self.field.number

    def show_answer(self, answer: Answer | None) -> None:
        """Show a number; what is being typed stays where it means the same."""
        number = float(answer) if isinstance(answer, int | float) else None
        if number != self.field.number:
            self.field.show_number(number)
            self._meaning.hide()

    def clear(self) -> None:
        """Empty the field, whatever stands in it."""
        self.field.show_number(None)
        self._meaning.hide()

    def unfinished(self) -> str:
        """Return what stands in the field and cannot be taken."""
        return self.field.text().strip() if self.field.problem() else ""

    def show_currency(self, currency: str) -> None:
        """Ask for money in another currency."""
        if currency == self._currency:
            return
        self._currency = currency
        self.field.ask_in(currency)
        self._show_unit()

    def take_focus(self) -> None:
        """Go to the field, with all of it selected."""
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
        self.field.selectAll()

    def _edited(self) -> None:
        self._show_meaning()
        if not self.field.problem():
            self._refuse("")
            self.typed.emit(self.field.number)

    def _ended(self) -> None:
        self._show_meaning()
        problem = self.field.problem()
        self._refuse(problem)
        if not problem:
            self.given.emit(self.field.number)

    def _refuse(self, problem: str) -> None:
        """Say what is wrong, also to those who come back to the field with a screen reader."""
        self.field.setAccessibleDescription(problem or self._unit)
        self.refused.emit(problem)

    def _show_meaning(self) -> None:
        """Say how a number is understood that was not typed in plain figures."""
        number = self.field.number
        needs_words = number is not None and not self.field.problem() and not self.field.is_plain()
        if number is not None and needs_words:
            meaning = names.with_unit(number, self.question.unit, self._currency)
            self._meaning.setText(f"= {meaning}")
        self._meaning.setVisible(needs_words)


def unit_words(unit: str, currency: str) -> tuple[str, str]:
    """Return what stands before and behind a number: money has its currency before it."""
    if unit.startswith(MONEY):
        return currency.strip(), unit.removeprefix(MONEY).strip()
    return "", unit


expose_as("NumberQuestion", QAccessible.Role.Grouping)
