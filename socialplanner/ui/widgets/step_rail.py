"""The rail: every page one click away, with how far it has come."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QIcon, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import expose_as
from socialplanner.ui.icons import icon
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import escaped
from socialplanner.ui.widgets.labels import Label, set_tip
from socialplanner.ui.widgets.layouts import Frame, column

WIDTH = 236
MARGIN = 10
ROOM = 74
"""Beside the widest title: icon, scroll bar, and bold letters where a step is chosen."""

MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}
COMPACT = 54
"""An icon with room around it, and a scroll bar."""


class Step(QPushButton):
    """One page in the rail; `arrowed` says by how many steps an arrow leads on."""

    arrowed = Signal(int)

    def __init__(self, key: str, title: str, drawing: QIcon) -> None:
        """Show a title; its state is said with it."""
        super().__init__(escaped(title))
        self.key = key
        self.title = title
        self.state = ("", "", "")
        self._words = ""
        self._is_compact = False
        self.setProperty("role", "step")
        self.setCheckable(True)
        self.setIcon(drawing)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave it to the rail which step is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter as with space; arrows lead to other steps."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self.arrowed.emit(MOVES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def show_state(self, drawing: QIcon, words: str) -> None:
        """Show how far the page has come."""
        self.setIcon(drawing)
        self.setAccessibleName(f"{self.title}, {words}" if words else self.title)
        self._words = words
        self._show_tip()

    def show_compact(self, *, is_compact: bool) -> None:
        """Show the icon alone, where there is no room for the title; the tip has it then."""
        self._is_compact = is_compact
        self.setText("" if is_compact else escaped(self.title))
        self._show_tip()

    def _show_tip(self) -> None:
        parts = (self.title if self._is_compact else "", self._words)
        set_tip(self, ", ".join(filter(None, parts)))


class StepRail(Frame):
    """Steps under captions; `chosen` has the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__("rail")
        self.setAccessibleName(_("The pages of this plan"))
        self._theme = theme
        self._steps: dict[str, Step] = {}
        self._captions: list[Label] = []
        self._is_compact = False
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(MARGIN, 4, MARGIN, 8)
        self._inner.setSpacing(2)
        ground = QWidget()
        ground.setProperty("role", "clear")
        ground.setLayout(self._inner)
        scroll = self._scroll = QScrollArea()
        scroll.setProperty("role", "clear")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        self.setLayout(column(scroll))
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.timeout.connect(self._show_current)
        scroll.verticalScrollBar().rangeChanged.connect(self._reveal_soon)
        theme.changed.connect(self._resize)
        self._resize()

    def add_caption(self, text: str) -> None:
        """Begin a group of steps."""
        label = Label(text, role="kicker")
        label.setContentsMargins(10, 10, 0, 4)
        self._captions.append(label)
        self._inner.addWidget(label)

    def add_step(self, key: str, title: str, drawing: QIcon) -> Step:
        """Add a page."""
        step = Step(key, title, drawing)
        step.setIconSize(self._icon_size())
        step.clicked.connect(lambda _=False, chosen=key: self.chosen.emit(chosen))
        step.arrowed.connect(self._move)
        step.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._steps[key] = step
        self._inner.addWidget(step)
        return step

    def end(self) -> None:
        """Let the room that is left stay below."""
        self._inner.addStretch(1)

    def show_state(self, key: str, icon_name: str, colour: str, words: str) -> None:
        """Show how far a page has come: an icon in a colour of the theme, and words."""
        step = self._steps[key]
        if step.state != (icon_name, colour, words):
            step.state = (icon_name, colour, words)
            step.show_state(icon(icon_name, self._theme, colour), words)

    def step(self, key: str) -> Step:
        """Return a page's step; KeyError where there is none."""
        return self._steps[key]

    def select(self, key: str) -> None:
        """Show which page is shown."""
        had_focus = any(step.hasFocus() for step in self._steps.values())
        for step in self._steps.values():
            step.setChecked(step.key == key)
        if key in self._steps:
            self._stop_at(self._steps[key])
            if had_focus:
                self._steps[key].setFocus()
            self._reveal_soon()

    def _reveal_soon(self) -> None:
        """Come to the step of the page that is shown once everything has its place."""
        self._reveal.start(0)

    def _show_current(self) -> None:
        """Scroll to the step of the page that is shown, with some of what is around it."""
        current = next((step for step in self._steps.values() if step.isChecked()), None)
        if current is not None:
            self._scroll.ensureWidgetVisible(current, 0, current.height())

    def _stop_at(self, stop: Step) -> None:
        """Let the tab key come to one step; arrows lead to the others."""
        for step in self._steps.values():
            is_stop = step is stop
            step.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )

    def _move(self, by: int) -> None:
        steps = list(self._steps.values())
        here = next((place for place, step in enumerate(steps) if step.hasFocus()), 0)
        target = steps[max(0, min(len(steps) - 1, here + by))]
        self._stop_at(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(target)

    def _resize(self) -> None:
        for step in self._steps.values():
            step.setIconSize(self._icon_size())
        self.setFixedWidth(self.compact_width if self._is_compact else self.whole_width)

    def _icon_size(self) -> QSize:
        """Return the size of an icon, with the room between it and a title."""
        side, gap = self._theme.px(16), 0 if self._is_compact else self._theme.px(6)
        return QSize(side + gap, side)

    @property
    def whole_width(self) -> int:
        """Return the width at which every title is seen."""
        measure = self.fontMetrics().horizontalAdvance
        widest = max((measure(step.title) for step in self._steps.values()), default=0)
        needed = widest + 2 * MARGIN + self._theme.px(ROOM)
        return max(WIDTH, min(needed, self._theme.px(WIDTH)))

    @property
    def compact_width(self) -> int:
        """Return the width of icons alone."""
        return 2 * MARGIN + self._theme.px(COMPACT)

    def show_compact(self, *, is_compact: bool) -> None:
        """Show icons alone, or titles again."""
        if is_compact == self._is_compact:
            return
        self._is_compact = is_compact
        for caption in self._captions:
            caption.setVisible(not is_compact)
        for step in self._steps.values():
            step.show_compact(is_compact=is_compact)
        self._resize()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take the width that the titles need in the style they are shown in."""
        super().showEvent(event)
        self._resize()


expose_as("Step", QAccessible.Role.PageTab)
expose_as("StepRail", QAccessible.Role.PageTabList)
