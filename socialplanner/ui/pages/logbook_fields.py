"""Fields of the logbook: a name, and a number beside it that arrow keys raise and lower."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QLabel, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.questions.number_field import NumberField, Span
from socialplanner.ui.widgets.buttons import Button, IconButton
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column, row

STEP: Final = 0.5
MOST_HOURS: Final = 168.0
HOURS_WIDTH, FIGURE_WIDTH = 76, 110
SIGN: Final = 16
PART_WIDTH: Final = 380
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


class StepField(NumberField):
    """A number that the arrow keys raise and lower by a step; `stepped` has the new one."""

    stepped = Signal(float)

    def __init__(self, context: Context, span: Span, step: float, width: int) -> None:
        """Begin empty."""
        super().__init__(context.theme, span, width=width)
        self._step = step
        self._low = 0.0 if span.low is None else span.low
        self._high = span.high

    def step_by(self, count: int) -> None:
        """Raise or lower the number by so many steps, within what it may be."""
        number = (self.number or 0.0) + count * self._step
        number = max(self._low, number)
        if self._high is not None:
            number = min(self._high, number)
        if number != self.number:
            self.show_number(number)
            self.stepped.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the arrows up and down; all else is typing."""
        if event.key() in (UP, DOWN) and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_by(1 if event.key() == UP else -1)
        else:
            super().keyPressEvent(event)


class SignButton(IconButton):
    """A button with a quiet sign that grows with the letters."""

    def __init__(self, context: Context, sign: str, name: str) -> None:
        """Show a sign."""
        super().__init__(context.icon(sign, "muted"), name)
        self._theme = context.theme
        context.theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        side = self._theme.px(SIGN)
        self.setIconSize(QSize(side, side))


class PromptButton(Button):
    """A button whose mnemonic works at once: who types on at speed loses no letter.

    Qt would show the button pressed for a tenth of a second first.
    """

    def event(self, event: QEvent) -> bool:
        """Click at the mnemonic."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)


class Line(QWidget):
    """A name with a number; `given` comes with the number once it is another."""

    given = Signal(str, object)

    def __init__(self, key: str, name: str, note: str, field: NumberField) -> None:
        """Show a name, a note below it, and a field beside it."""
        super().__init__()
        self.key = key
        self.field = field
        self._note = note
        self._shown: float | None = None
        self.setProperty("role", "clear")
        self.name = Label(name)
        self.name.setBuddy(field)
        self.note = Label(note, role="small")
        if not note:
            self.note.hide()  # never shown here: without a parent yet, it would be a window
        self.trouble = Label(role="danger")
        self.trouble.hide()
        field.setAccessibleName(name)
        field.setAccessibleDescription(note)
        field.ended.connect(self._end)
        field.edited.connect(self._check)

    def place(self, *beside: QWidget) -> None:
        """Put the name at the left and what belongs to the number at the right."""
        words = column(self.name, self.note, spacing=0)
        line = row(spacing=6)
        line.addLayout(words, 1)
        for each in beside:
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line, self.trouble, spacing=2))

    @property
    def is_typed(self) -> bool:
        """Return whether something is being typed, also while another window is looked at."""
        is_other = bool(self.field.problem()) or self.field.number != self._shown
        return is_other and self.window().focusWidget() is self.field

    def show_number(self, number: float | None) -> None:
        """Show a number; what is being typed stays, whatever else changes meanwhile."""
        is_typed = self.is_typed
        self._shown = number
        if is_typed:
            return
        if number != self.field.number or not self.field.hasFocus():
            self.field.show_number(number)
            self._say("")

    def show_note(self, note: str) -> None:
        """Show another note."""
        self._note = note
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._say(self.trouble.text())

    def rest(self) -> None:
        """Keep what is being typed, where it can be kept."""
        if not self.field.problem() and self.field.number != self._shown:
            self._give(self.field.number)

    def _check(self) -> None:
        if not self.field.problem():
            self._say("")

    def _end(self) -> None:
        problem = self.field.problem()
        self._say(problem)
        if not problem and self.field.number != self._shown:
            self._give(self.field.number)

    def _give(self, number: float | None) -> None:
        self._shown = number
        self.given.emit(self.key, number)

    def _say(self, words: str) -> None:
        """Say what is wrong, also to those who come back to the field with a screen reader."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.field.setAccessibleDescription(words or self._note)


class HoursLine(Line):
    """An activity and its hours, with buttons for half an hour less and more."""

    def __init__(self, context: Context, key: str, name: str) -> None:
        """Begin without hours."""
        span = Span(unit="hours", low=0.0, high=MOST_HOURS)
        self.steps = StepField(context, span, STEP, HOURS_WIDTH)
        super().__init__(key, name, "", self.steps)
        self._context = context
        self.steps.setAccessibleName(_("Hours for {name}").format(name=name))
        self.less = self._button("minus", _("Half an hour less for {name}").format(name=name), -1)
        self.more = self._button("plus", _("Half an hour more for {name}").format(name=name), 1)
        self.steps.stepped.connect(self._give)
        self.place(self.less, self.steps, self.more)

    def _button(self, icon: str, name: str, count: int) -> SignButton:
        button = SignButton(self._context, icon, name)
        button.setProperty("tone", "tight")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same in the field
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.steps.step_by(count))
        return button

    def show_suggested(self, *, is_suggested: bool) -> None:
        """Show whether the number is the plan's alone and nobody has said it yet."""
        if bool(self.steps.property("suggested")) != is_suggested:
            self.steps.setProperty("suggested", is_suggested)
            self.steps.style().unpolish(self.steps)
            self.steps.style().polish(self.steps)


class FigureLine(Line):
    """A figure of the week with its unit; empty where nothing was counted."""

    def __init__(self, context: Context, key: str, name: str, span: Span, note: str) -> None:
        """Begin empty."""
        steps = StepField(context, span, 1.0, FIGURE_WIDTH)
        super().__init__(key, name, note, steps)
        self._unit = note
        steps.stepped.connect(self._give)
        self.place(steps)

    def show_origin(self, origin: str) -> None:
        """Show what the figure was read from; nothing where it was typed."""
        read_from = _("from “{table}”").format(table=origin) if origin else ""
        note = " · ".join(filter(None, (self._unit, read_from)))
        if note != self.note.text():
            self.show_note(note)


class Part(QWidget):
    """One of the columns of a card: as wide as lines read well, or as wide as there is room."""

    def __init__(self, context: Context) -> None:
        """Begin empty; `box` takes the lines."""
        super().__init__()
        self._theme = context.theme
        self.setProperty("role", "clear")
        self.box = column(spacing=10)
        self.setLayout(self.box)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a width at which names need few lines."""
        return QSize(self._theme.px(PART_WIDTH), super().sizeHint().height())


def caption(text: str) -> QLabel:
    """Return a small heading within a card."""
    return Label(text, role="kicker")
