"""Where the time comes from: hours now and planned, what to stop, and the next half-hour."""

from typing import TYPE_CHECKING

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.week_bench import Workbench
from socialplanner.ui.widgets.chart_card import ChartCard
from socialplanner.ui.widgets.chart_view import SceneMaker
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, clear, column, row
from socialplanner.ui.widgets.why import WhyButton

if TYPE_CHECKING:
    from socialplanner.presentation.summary.week import Week
    from socialplanner.presentation.why import Reason


class TimeCards:
    """The chart of hours, what to stop or shrink, and the next half-hour."""

    def __init__(self, context: Context, bench: Workbench, make_scene: SceneMaker) -> None:
        """Begin with a chart."""
        self._context = context
        self._bench = bench
        self.hours = ChartCard(context, _("Where the time comes from"), make_scene)
        self.releases = Card(spacing=8)
        self._release_lines = column(spacing=6)
        self.releases.box.addWidget(Heading(_("Stop or shrink"), level=2))
        self.releases.box.addLayout(self._release_lines)
        self.next = Label()
        self.why = WhyButton(context, _("another half-hour"), self._reason)
        line = row(self.next, self.why, spacing=12)
        line.setStretch(0, 1)
        self.half_hour = Card(Heading(_("One more half-hour"), level=2), line, spacing=8)
        self.cards = (self.hours, self.releases, self.half_hour)
        self._shown: tuple[str, ...] | None = None

    def show_bench(self, make_scene: SceneMaker) -> None:
        """Show the hours of the plan looked at."""
        self.hours.set_maker(make_scene)
        self.why.set_reason(_("another half-hour"), self._reason)

    def show_words(self, week: "Week", *, is_known: bool) -> None:
        """Show the sentences on time; greyed while they are those of another plan."""
        self.hours.heading.setText(week.hours_headline)
        self.hours.set_lead(week.releases_lead)
        self.next.setText(week.next_half_hour)
        for each in (self.hours.lead, self.next, self.releases):
            each.setEnabled(is_known)
        self.releases.setVisible(bool(week.releases))
        if week.releases != self._shown:
            self._shown = week.releases
            clear(self._release_lines)
            for words in week.releases:
                self._release_lines.addWidget(Label(words))

    def _reason(self) -> "Reason":
        from socialplanner.presentation.why.week_figures import (  # noqa: PLC0415 - NumPy
            next_half_hour_reason,
        )

        shown = self._bench.shown
        if shown is None:
            raise RuntimeError("a half-hour was asked about that nobody worked out")
        return next_half_hour_reason(self._context.program.catalogue, shown)
