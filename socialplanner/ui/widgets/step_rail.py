"""The rail: every page one click away, with how far it has come."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QVBoxLayout, QWidget

from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import escaped
from socialplanner.ui.widgets.labels import Label, plain_tip
from socialplanner.ui.widgets.layouts import Frame, column

WIDTH = 236


class Step(QPushButton):
    """One page in the rail."""

    def __init__(self, key: str, title: str, icon: QIcon) -> None:
        """Show a title; its state is said with it."""
        super().__init__(escaped(title))
        self.key = key
        self.title = title
        self.setProperty("role", "step")
        self.setCheckable(True)
        self.setIcon(icon)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, icon: QIcon, words: str) -> None:
        """Show how far the page has come."""
        self.setIcon(icon)
        self.setAccessibleName(f"{self.title}, {words}" if words else self.title)
        self.setToolTip(plain_tip(words))


class StepRail(Frame):
    """Steps under captions; `chosen` has the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__("rail")
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._steps: dict[str, Step] = {}
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(10, 12, 10, 12)
        self._inner.setSpacing(2)
        ground = QWidget()
        ground.setProperty("role", "clear")
        ground.setLayout(self._inner)
        scroll = QScrollArea()
        scroll.setProperty("role", "clear")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        self.setLayout(column(scroll))
        theme.changed.connect(self._resize)
        self._resize()

    def add_caption(self, text: str) -> None:
        """Begin a group of steps."""
        label = Label(text, role="kicker")
        label.setContentsMargins(10, 12, 0, 4)
        self._inner.addWidget(label)

    def add_step(self, key: str, title: str, icon: QIcon) -> Step:
        """Add a page."""
        step = Step(key, title, icon)
        step.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        step.clicked.connect(lambda _=False, chosen=key: self.chosen.emit(chosen))
        self._group.addButton(step)
        self._steps[key] = step
        self._inner.addWidget(step)
        return step

    def end(self) -> None:
        """Let the room that is left stay below."""
        self._inner.addStretch(1)

    def step(self, key: str) -> Step:
        """Return a page's step; KeyError where there is none."""
        return self._steps[key]

    def select(self, key: str) -> None:
        """Show which page is shown."""
        if key in self._steps:
            self._steps[key].setChecked(True)

    def _resize(self) -> None:
        self.setFixedWidth(int(WIDTH * max(1.0, 0.55 + 0.45 * self._theme.scale)))
        for step in self._steps.values():
            step.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
