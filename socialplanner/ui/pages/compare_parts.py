"""What the page “Compare” shows of two assessments: charts, and tables of what differs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes import radar, then_now_bars, trend_panels
from socialplanner.ui.context import Context
from socialplanner.ui.widgets.chart_card import ChartCard
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column
from socialplanner.ui.widgets.text_table import TextTableView

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplanner.presentation.comparison import Comparison
    from socialplanner.presentation.summary.progress import SideBySide
    from socialplanner.ui.widgets.chart_view import SceneMaker
    from socialplanner.ui.widgets.table_model import Table


class TableCard(Card):
    """A heading, a sentence, and a table where it has rows."""

    def __init__(self, context: Context) -> None:
        """Begin empty."""
        super().__init__(spacing=10)
        self._context = context
        self.heading, self.lead = Heading(level=2), Label(role="muted")
        self.table: TextTableView | None = None
        self.box.addWidget(self.heading)
        self.box.addWidget(self.lead)

    def show_table(self, title: str, lead: str, table: "Table") -> None:
        """Show a table under a title."""
        self.heading.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        if self.table is None and table.rows:
            self.table = TextTableView(self._context, table, name=title)
            self.box.addWidget(self.table)
        elif self.table is not None:
            self.table.setAccessibleName(title)
            self.table.set_table(table)
        if self.table is not None:
            self.table.setVisible(bool(table.rows))


class ComparisonView(QWidget):
    """All of a comparison; filled step by step, so that the window answers in between."""

    def __init__(self, context: Context) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "clear")
        self._context = context
        self._steps: list[Callable[[], None]] = []
        self.charts: dict[str, ChartCard] = {}
        self.tables: dict[str, TableCard] = {}
        self._said: tuple[Label, ...] = (Label(), Label())
        self._content = column(*self._said, spacing=20)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._take_step)
        self.setLayout(self._content)

    @property
    def is_complete(self) -> bool:
        """Return whether everything is shown."""
        return not self._steps

    def show_comparison(self, found: "Comparison") -> None:
        """Show another comparison in the same places."""
        page = found.progress.compared
        if page is None:
            raise ValueError("there is nothing to compare")
        for label, words in zip(self._said, (page.versions, page.overlap), strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self._steps = [
            lambda: self._show_named(found),
            lambda: self._show_bars(found, page),
            lambda: self._show_radar(found),
            lambda: self._show_scores(page),
            lambda: self._show_yardsticks(page),
            lambda: self._show_hours(found, page),
            lambda: self._show_trend(found),
            lambda: self._show(
                "answers", _("Answers that differ"), page.answers_lead, page.answers
            ),
        ]
        self._next.start()

    def _take_step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if self._steps:
            self._next.start()

    def _show_named(self, found: "Comparison") -> None:
        self._show("improved", _("Improved"), found.improved.lead, found.improved.scores)
        self._show("watch", _("To watch"), found.to_watch.lead, found.to_watch.scores)

    def _show_bars(self, found: "Comparison", page: "SideBySide") -> None:
        title = _("Ten scores, then and now")
        groups, words = found.groups, found.words
        card = self._chart(
            "bars", title, lambda stage: then_now_bars(groups, words, title=title, stage=stage)
        )
        card.set_lead(page.scores_note)

    def _show_radar(self, found: "Comparison") -> None:
        title = _("Both profiles, then and now")
        spokes, profiles = found.spokes, found.profiles
        card = self._chart(
            "radar", title, lambda stage: radar(spokes, profiles, title=title, stage=stage)
        )
        card.set_lead(_("Dashed lines are then, solid ones now."))

    def _show_scores(self, page: "SideBySide") -> None:
        from socialplanner.presentation.summary.moved import (  # noqa: PLC0415 - NumPy
            scores_table,
        )

        table = scores_table(page.scores, page.overall, (page.then, page.now))
        self._show("scores", _("Each score"), page.scores_headline, table)

    def _show_yardsticks(self, page: "SideBySide") -> None:
        words = page.yardsticks
        if words is not None:
            self._show("yardsticks", words.headline, words.lead, words.split)
        elif "yardsticks" in self.tables:
            self.tables["yardsticks"].hide()

    def _show_hours(self, found: "Comparison", page: "SideBySide") -> None:
        self._show("mix", _("The mix then and now"), page.mix_note, page.mix)
        self._show("plan", _("The plan then and now"), found.plan_lead, found.plan)
        self._show("kept", page.kept.headline, page.kept.lead, page.kept.hours)

    def _show_trend(self, found: "Comparison") -> None:
        title = _("The trend over all assessments")
        panels, times = found.trend.panels, found.trend.times
        card = self._chart(
            "trend", title, lambda stage: trend_panels(panels, times, title=title, stage=stage)
        )
        card.set_lead(found.trend.lead)

    def _chart(self, key: str, title: str, make: "SceneMaker") -> ChartCard:
        if key in self.charts:
            self.charts[key].set_maker(make)
        else:
            self.charts[key] = ChartCard(self._context, title, make)
            self._content.addWidget(self.charts[key])
        return self.charts[key]

    def _show(self, key: str, title: str, lead: str, table: "Table") -> None:
        if key not in self.tables:
            self.tables[key] = TableCard(self._context)
            above = self.tables.get("scores") if key == "yardsticks" else None
            place = -1 if above is None else self._content.indexOf(above) + 1
            self._content.insertWidget(place, self.tables[key])
        self.tables[key].show_table(title, lead, table)
        self.tables[key].show()
