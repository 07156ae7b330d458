"""A field for one number: it takes what people type, and says what it cannot take."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from socialplanner.messages import quoted
from socialplanner.presentation import formats, names
from socialplanner.presentation.i18n import _
from socialplanner.ui.questions.typed_number import LARGEST, SMALLEST, figures, read_number
from socialplanner.ui.theme import Theme

WIDTH = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What numbers a field takes; `low` and `high` are None where nothing bounds them."""

    unit: str = ""
    low: float | None = None
    high: float | None = None
    currency: str = ""

    def refusal(self, number: float) -> str:
        """Return why a number cannot be taken, "" where it can."""
        low = -LARGEST if self.low is None else self.low
        high = LARGEST if self.high is None else self.high
        if low <= number <= high and not 0 < abs(number) < SMALLEST:
            return ""
        if self.high is None and number < low:
            return _("This must be {low} or more.").format(low=formats.number(low))
        most = names.with_unit(high, self.unit, self.currency)
        if low <= number <= high:
            return _("This is too small to be reckoned with. Write 0 if it is nothing.")
        if self.low is None:
            return _("This must be at most {high}.").format(high=most)
        return _("This must be from {low} to {high}.").format(low=formats.number(low), high=most)


class NumberField(QLineEdit):
    """`edited` comes with every key, `ended` once a changed text is left or confirmed.

    `number` is the last one that could be taken: what cannot be taken stays as it was typed, and
    `problem` says why.
    """

    edited = Signal()
    ended = Signal()

    def __init__(self, theme: Theme, span: Span, *, width: int = WIDTH) -> None:
        """Begin empty; a width of 0 leaves the width to the layout."""
        super().__init__()
        self.number: float | None = None
        self._theme = theme
        self._span = span
        self._width = width
        self._is_edited = False
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self._is_showing = False
        # Not `textEdited`: what a screen reader or a dictation program writes is a change alone.
        self.textChanged.connect(self._change)
        self.editingFinished.connect(self._end)
        theme.changed.connect(self._fit)
        self._fit()

    def ask_in(self, currency: str) -> None:
        """Take numbers of another currency from now on."""
        self._span = replace(self._span, currency=currency)

    def show_number(self, number: float | None) -> None:
        """Show a number in plain figures."""
        self.number = number
        self._is_edited = False
        self._is_showing = True
        self.setText("" if number is None else self._figures(number))
        self._is_showing = False
        self._mark(is_wrong=False)

    def problem(self) -> str:
        """Return why what stands in the field is no answer, "" where it is one or nothing."""
        text = self.text().strip()
        if not text or not self._is_edited:
            return ""
        number = self._read()
        if number is None:
            return _("{typed} cannot be read as a number. Write it like 12 or {half}.").format(
                typed=quoted(text), half=self._figures(1.5)
            )
        return self._span.refusal(number)

    def is_plain(self) -> bool:
        """Return whether the number stands there in plain figures already."""
        return self.number is None or self.text().strip() == self._figures(self.number)

    def _figures(self, number: float) -> str:
        return figures(number, QLocale().decimalPoint())

    def _read(self) -> float | None:
        span = self._span
        group = QLocale().groupSeparator()
        return read_number(self.text(), unit=span.unit, currency=span.currency, group=group)

    def _change(self) -> None:
        if not self._is_showing:
            self._edit()

    def _edit(self) -> None:
        self._is_edited = True
        if not self.problem():
            self.number = self._read() if self.text().strip() else None
            self._mark(is_wrong=False)
        self.edited.emit()

    def _end(self) -> None:
        if not self._is_edited:
            return
        is_wrong = bool(self.problem())
        self._mark(is_wrong=is_wrong)
        if not is_wrong:
            self.show_number(self.number)
        self.ended.emit()

    def _mark(self, *, is_wrong: bool) -> None:
        if bool(self.property("wrong")) != is_wrong:
            self.setProperty("wrong", is_wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _fit(self) -> None:
        if self._width:
            self.setFixedWidth(self._theme.px(self._width))
