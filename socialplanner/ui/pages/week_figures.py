"""Key figures: now planned, what if, and the difference, each with its “why?”."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.week_bench import Workbench
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column
from socialplanner.ui.widgets.why import WhyButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplanner.presentation.what_if import Bench
    from socialplanner.presentation.what_if_figures import Figure
    from socialplanner.presentation.why import Reason

NARROW = 520
LEAST = 180
RECORD = 4
WHY_COLUMN = 4
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class FigureLine:
    """The widgets of one figure."""

    name: Label
    now: Label
    supposed: Label
    change: Label
    why: WhyButton
    captions: tuple[Label, ...]

    @property
    def values(self) -> tuple[Label, ...]:
        """Return what stands under the three heads."""
        return self.now, self.supposed, self.change


class FiguresCard(Card):
    """The figures of the plan now and, where something is supposed, of that plan."""

    def __init__(self, context: Context, bench: Workbench) -> None:
        """Begin without figures."""
        super().__init__(spacing=10)
        self._context = context
        self._bench = bench
        self.verdict = Label(role="strong")
        self._head = _captions()
        self._is_narrow = False
        self._is_supposing = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.lines: dict[str, FigureLine] = {}
        self._shown: frozenset[str] = frozenset()
        self._panels: QVBoxLayout = column()
        for place, label in enumerate(self._head, start=1):
            self._right(label)
            self._grid.addWidget(label, 0, place)
        self.box.addWidget(Heading(_("What the week comes to"), level=2))
        self.box.addWidget(self.verdict)
        self.box.addLayout(self._grid)
        self.box.addLayout(self._panels)
        context.theme.changed.connect(self._fit)

    def show_bench(self, bench: "Bench") -> None:
        """Show the figures there are."""
        self.verdict.setText(bench.verdict)
        self.verdict.setVisible(bool(bench.verdict))
        shown = {figure.key.value: figure for figure in bench.figures}
        for key, figure in shown.items():
            self._show_line(self._line(key, figure.name), figure)
        self._is_supposing = any(figure.supposed for figure in bench.figures)
        self._shown = frozenset(shown)
        self._show_parts()

    def _show_parts(self) -> None:
        """Show of each line what there is to show, and what the width asks for."""
        parts = (True, self._is_supposing, self._is_supposing)
        for key, line in self.lines.items():
            is_shown = key in self._shown
            line.name.setVisible(is_shown)
            line.why.setVisible(is_shown)
            if not is_shown:
                line.why.setChecked(False)
            for part, value, caption in zip(parts, line.values, line.captions, strict=True):
                value.setVisible(is_shown and part)
                caption.setVisible(is_shown and part and self._is_narrow)
        for part, label in zip(parts, self._head, strict=True):
            label.setVisible(part and not self._is_narrow)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for little width: what does not fit side by side goes one below the other."""
        return QSize(self._context.theme.px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let each figure stand as a record of its own where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < self._context.theme.px(NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for place, line in enumerate(self.lines.values()):
                self._lay_out(line, place)
            self._show_parts()

    def _lay_out(self, line: FigureLine, place: int) -> None:
        """Put a line into the grid: side by side, or one below the other."""
        for widget in (line.name, line.why, *line.values, *line.captions):
            self._grid.removeWidget(widget)
        top = place * RECORD + 1
        if not self._is_narrow:
            self._grid.addWidget(line.name, top, 0)
            for column_, value in enumerate(line.values, start=1):
                self._grid.addWidget(value, top, column_)
            self._grid.addWidget(line.why, top, WHY_COLUMN, RIGHT)
            return
        self._grid.addWidget(line.name, top, 0)
        self._grid.addWidget(line.why, top, 1, RIGHT)
        for below, (caption, value) in enumerate(
            zip(line.captions, line.values, strict=True), start=1
        ):
            self._grid.addWidget(caption, top + below, 0)
            self._grid.addWidget(value, top + below, 1)

    def _show_line(self, line: FigureLine, figure: "Figure") -> None:
        line.now.setText(figure.now)
        line.supposed.setText(figure.supposed)
        line.change.setText(figure.change)
        line.why.set_reason(
            f"{figure.name}: {figure.supposed or figure.now}", self._maker(figure.key.value)
        )

    def _line(self, key: str, name: str) -> FigureLine:
        if key not in self.lines:
            line = FigureLine(
                name=Label(name),
                now=Label(role="strong"),
                supposed=Label(role="strong", tone="supposed"),
                change=Label(role="muted"),
                why=WhyButton(self._context, name, self._maker(key)),
                captions=_captions(),
            )
            for value in line.values:
                self._right(value)
            self._lay_out(line, len(self.lines))
            self.lines[key] = line
            line.why.open_in(self._panels)
        return self.lines[key]

    def _right(self, label: Label) -> None:
        label.setAlignment(RIGHT)
        label.setWordWrap(False)

    def _maker(self, key: str) -> "Callable[[], Reason]":
        def make() -> "Reason":
            from socialplanner.presentation.what_if_figures import (  # noqa: PLC0415 - NumPy
                FigureKey,
            )
            from socialplanner.presentation.why.week_figures import (  # noqa: PLC0415 - NumPy
                figure_reason,
            )

            shown = self._bench.shown
            if shown is None:
                raise RuntimeError("a figure was asked about that nobody worked out")
            return figure_reason(self._context.program.catalogue, shown, FigureKey(key))

        return make


def _captions() -> tuple[Label, ...]:
    """Return the heads of the three values."""
    words = (_("Now planned"), _("What if"), _("Difference"))
    return tuple(Label(each, role="small") for each in words)
