"""One activity of the week: its hours, how sure it is, its first step, and what can be decided."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from socialplanner.domain.ids import Mode
from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.ui.context import Context
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column, row
from socialplanner.ui.widgets.mode_bar import ModeBar
from socialplanner.ui.widgets.why import WhyButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplanner.presentation.what_if import BenchRow
    from socialplanner.presentation.why import Reason

COLOURS = {Mode.MEDIA: Colour.MEDIA, Mode.NETWORK: Colour.NETWORK}
CHANGE_WIDTH = 92
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class ActivityRow(QWidget):
    """Shows an activity; `pinned`, `freed` and `declined` have its id."""

    pinned = Signal(str)
    freed = Signal(str)
    declined = Signal(str)

    def __init__(
        self, context: Context, shown: "BenchRow", make_reason: "Callable[[], Reason]"
    ) -> None:
        """Show a row."""
        super().__init__()
        self.key = shown.id
        self._theme = context.theme
        self._make_reason = make_reason
        self.setProperty("role", "clear")
        self.name = Label(shown.name, role="strong")
        self.hours = Label(role="hours")
        self.change = Label(role="supposed")
        self.step = Label(shown.first_step, role="muted")
        self.badge = Label(role="badge")
        self.keep = Button(_("Keep"), role="chip", icon=context.icon("pin", "muted"))
        self.keep.setCheckable(True)
        self.keep.setAccessibleName(_("Keep “{name}” in the plan").format(name=shown.short))
        self.keep.clicked.connect(self._keep_pressed)
        self.decline = Button(_("Not for us"), role="chip", icon=context.icon("ban", "muted"))
        self.decline.setAccessibleName(_("“{name}” is not for us").format(name=shown.short))
        self.decline.clicked.connect(lambda: self.declined.emit(self.key))
        self.why = WhyButton(context, shown.name, make_reason)
        self._place(ModeBar(context.theme, COLOURS[shown.mode]))
        context.theme.changed.connect(self._even_out)

    def _place(self, bar: ModeBar) -> None:
        for label in (self.hours, self.change, self.badge):
            label.setWordWrap(False)
        self.change.setAlignment(RIGHT)
        head = row(self.name, self.hours, self.change, spacing=10)
        head.setStretch(0, 1)
        head.setAlignment(self.hours, RIGHT)
        head.setAlignment(self.change, RIGHT)
        foot = FlowLayout(self.badge, self.keep, self.decline, self.why, spacing=8)
        words = column(head, self.step, foot, spacing=6)
        whole = row(bar, words, spacing=14)
        whole.setStretch(1, 1)
        outer = column(whole, spacing=8)
        outer.setContentsMargins(0, 8, 0, 8)
        self.setLayout(outer)
        self.why.open_in(outer)

    def _even_out(self) -> None:
        """Let badge and buttons be of one height, so that they stand in one line."""
        line: tuple[QWidget, ...] = (self.badge, self.keep, self.decline, self.why)
        self.change.setMinimumWidth(self._theme.px(CHANGE_WIDTH))
        for each in line:
            each.setMinimumHeight(0)
            each.ensurePolished()
        height = max(each.sizeHint().height() for each in line)
        for each in line:
            each.setMinimumHeight(height)

    def show_row(self, shown: "BenchRow", label: str, tone: str) -> None:
        """Show hours and label as they are now; `tone` says how the label looks."""
        self.hours.setText(_("{hours} h").format(hours=shown.hours))
        self.change.setVisible(bool(shown.supposed))
        self.change.setText(_change_words(shown))
        self.keep.setChecked(shown.is_pinned)
        self.keep.setText(_("Kept") if shown.is_pinned else _("Keep"))
        if self.badge.property("tone") != tone:
            self.badge.setProperty("tone", tone)
            self.badge.style().unpolish(self.badge)
            self.badge.style().polish(self.badge)
        self.badge.setText(label)
        hours = shown.supposed or shown.hours
        self._even_out()
        name = _("{hours} h for “{name}”").format(hours=hours, name=shown.short)
        self.why.set_reason(name, self._make_reason)

    def _keep_pressed(self, is_wanted: bool) -> None:  # noqa: FBT001 - a slot
        if is_wanted:
            self.pinned.emit(self.key)
        else:
            self.freed.emit(self.key)


def _change_words(shown: "BenchRow") -> str:
    """Return the supposed hours: "→ 2 h (+½)"."""
    if not shown.supposed:
        return ""
    if not shown.change:
        return _("→ as now")
    return _("→ {hours} h ({change})").format(hours=shown.supposed, change=shown.change)
