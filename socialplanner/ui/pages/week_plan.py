"""The activities of the week, by mode; rows stay where they are when their figures change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from socialplanner.domain.ids import Mode
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.week_bench import Workbench
from socialplanner.ui.pages.week_row import ActivityRow
from socialplanner.ui.widgets.contents import contents
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from socialplanner.presentation.what_if import Bench, BenchRow
    from socialplanner.presentation.why import Reason

CHECKING = "checking"
ABOVE_MODE = 8


class PlanCard(Card):
    """All rows; `decided` has the id of an activity and what was decided about it."""

    decided = Signal(str, str)

    def __init__(self, context: Context, bench: Workbench) -> None:
        """Begin without rows."""
        super().__init__(spacing=8)
        self._context = context
        self._bench = bench
        self.rows: dict[str, ActivityRow] = {}
        self._spare: dict[str, ActivityRow] = {}
        self.checking = Label(role="muted")
        self.published = Label()
        self.note = Label(role="small")
        self._heads = {mode: Heading(level=3) for mode in Mode}
        self._boxes = {mode: column(spacing=2) for mode in Mode}
        self.box.addWidget(Heading(_("The week, activity by activity"), level=2))
        self.box.addWidget(self.checking)
        for mode in Mode:
            self._heads[mode].setContentsMargins(0, ABOVE_MODE, 0, 0)
            self.box.addWidget(self._heads[mode])
            self.box.addLayout(self._boxes[mode])
        self.box.addWidget(self.published)
        self.box.addWidget(self.note)

    def show_bench(
        self, bench: "Bench", labels: "Mapping[str, str] | None", *, is_supposing: bool
    ) -> None:
        """Show the rows there are; `labels` is None while it is being checked how sure they are."""
        self._show_checking(is_known=labels is not None)
        shown = {part.mode: part for part in bench.parts}
        for mode in Mode:
            part = shown.get(mode)
            self._heads[mode].setVisible(part is not None)
            if part is not None:
                hours = part.hours if not part.supposed else f"{part.hours} → {part.supposed}"
                words = _("{mode}, {hours} h a week").format(mode=part.name, hours=hours)
                self._heads[mode].setText(words)
            self._lay_out(mode, [] if part is None else list(part.rows))
        for part in bench.parts:
            for each in part.rows:
                self.rows[each.id].show_row(each, *self._label(each, labels, is_supposing))
        self.published.setText(bench.published)
        self.published.setVisible(bool(bench.published))

    def _show_checking(self, *, is_known: bool) -> None:
        self.checking.setText("" if is_known else _("How sure each of them is, is being checked …"))
        self.checking.setVisible(not is_known)
        self.note.setEnabled(is_known)

    def _label(
        self,
        each: "BenchRow",
        labels: "Mapping[str, str] | None",
        is_supposing: bool,  # noqa: FBT001 - passed on
    ) -> tuple[str, str]:
        """Return how sure an activity is, in words, and the tone of the badge."""
        if is_supposing and each.supposed == "0":
            return _("Not in the supposed plan"), "warning"
        if labels is None:
            return _("being checked …"), CHECKING
        return labels.get(each.id, _("being checked …")), "info" if each.id in labels else CHECKING

    def _lay_out(self, mode: Mode, wanted: "list[BenchRow]") -> None:
        """Let exactly these rows stand in a part, in this order."""
        box = self._boxes[mode]
        keys = [each.id for each in wanted]
        here = [key for key, shown in self.rows.items() if box.indexOf(shown) >= 0]
        for key in here:
            if key not in keys:
                self._remove(key, box)
        for place, each in enumerate(wanted):
            shown = self.rows.get(each.id) or self._added(each)
            if box.indexOf(shown) != place:
                box.removeWidget(shown)
                box.insertWidget(place, shown)
            shown.show()

    def _added(self, each: "BenchRow") -> ActivityRow:
        """Return the row of an activity: the one it had before, or a new one."""
        found = self._spare.pop(each.id, None) or self._made(each)
        self.rows[each.id] = found
        return found

    def _made(self, each: "BenchRow") -> ActivityRow:
        made = ActivityRow(self._context, each, self._maker(each.id))
        made.pinned.connect(lambda key: self.decided.emit(key, "pin"))
        made.freed.connect(lambda key: self.decided.emit(key, "free"))
        made.declined.connect(lambda key: self.decided.emit(key, "decline"))
        return made

    def _remove(self, key: str, box: QVBoxLayout) -> None:
        """Take a row out; it is kept, because moving the hours back brings it back."""
        shown = self.rows.pop(key)
        shown.why.setChecked(False)
        shown.hide()
        box.removeWidget(shown)
        self._spare[key] = shown

    def neighbour(self, key: str) -> ActivityRow | None:
        """Return the row after an activity, or before it where it is the last one."""
        keys = [each for mode in Mode for each in self._keys(mode)]
        if key not in keys or len(keys) == 1:
            return None
        place = keys.index(key)
        return self.rows[keys[place + 1] if place + 1 < len(keys) else keys[place - 1]]

    def _keys(self, mode: Mode) -> list[str]:
        found = contents(self._boxes[mode])
        return [each.key for each in found if isinstance(each, ActivityRow)]

    def _maker(self, key: str) -> "Callable[[], Reason]":
        return hours_reason_maker(self._context, self._bench, key)


def hours_reason_maker(context: Context, bench: Workbench, key: str) -> "Callable[[], Reason]":
    """Return what makes the reason for the hours of an activity in the plan looked at."""

    def make() -> "Reason":
        from socialplanner.presentation.why.week import hours_reason  # noqa: PLC0415 - NumPy

        shown = bench.shown
        if shown is None:
            raise RuntimeError("hours were asked about that nobody worked out")
        return hours_reason(context.program.catalogue, shown, key)

    return make
