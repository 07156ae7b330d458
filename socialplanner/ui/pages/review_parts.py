"""What the page “Review” is put together from: cards that are filled anew with each review."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes import (
    ForecastWords,
    IntervalWords,
    forecast_bands,
    interval_bars,
    kept_weeks,
)
from socialplanner.ui.context import Context
from socialplanner.ui.pages.review_choices import CountedCard, OpenRules
from socialplanner.ui.pages.review_layout import ReviewGroups
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.chart_card import ChartCard
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column, row
from socialplanner.ui.widgets.text_table import TextTableView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from socialplanner.presentation.summary.review import ReviewWords
    from socialplanner.ui.ports.reviewing import ReviewMade
    from socialplanner.ui.widgets.chart_view import SceneMaker
    from socialplanner.ui.widgets.table_model import Table


class TextCard(Card):
    """A heading, sentences, and a table where it has rows; hidden where it says nothing."""

    def __init__(self, context: Context) -> None:
        """Begin empty."""
        super().__init__(spacing=10)
        self._context = context
        self.heading = Heading("", level=2)
        self.text, self.below = Label(), Label(role="muted")
        self.table: TextTableView | None = None
        self._place = column(spacing=0)
        self.box.addWidget(self.heading)
        self.box.addWidget(self.text)
        self.box.addLayout(self._place)
        self.box.addWidget(self.below)

    def fill(self, title: str, text: str, table: "Table | None" = None, *, below: str = "") -> None:
        """Show these words and this table."""
        self.heading.setText(title)
        for label, words in ((self.text, text), (self.below, below)):
            label.setText(words)
            label.setVisible(bool(words))
        if table is not None and table.rows:
            if self.table is None:
                self.table = TextTableView(self._context, table, name=title)
                self._place.addWidget(self.table)
            self.table.setAccessibleName(title)
            self.table.set_table(table)
        if self.table is not None:
            self.table.setVisible(table is not None and bool(table.rows))


class ReviewView(QWidget):
    """A whole review; filled step by step, so that the window answers in between."""

    def __init__(self, context: Context) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "clear")
        self._context = context
        self._steps: list[Callable[[], None]] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._take_step)
        self.cards: dict[str, TextCard] = {}
        self.charts: dict[str, ChartCard] = {}
        self.focus, self.proposal = TextCard(context), TextCard(context)
        self.take_over = Button(_("&Take the change over"), role="primary")
        self.keep_going = Label(_("Or keep going: then nothing has to be done."), role="muted")
        self.probe, self.planned = Label(), Label()
        self.plan_test = Button(_("&Plan this test"))
        self.proposal.box.addLayout(row(self.take_over, 1))
        self.proposal.box.addWidget(self.keep_going)
        self.proposal.box.addWidget(self.probe)
        self.proposal.box.addLayout(row(self.plan_test, 1))
        self.proposal.box.addWidget(self.planned)
        self.counted, self.open_rules = CountedCard(), OpenRules()
        self.groups = ReviewGroups(context)
        parts = (self.groups.contents, self.focus, self.proposal, self.counted, self.groups)
        self.whole = column(*parts, spacing=20)
        self.setLayout(self.whole)

    @property
    def is_complete(self) -> bool:
        """Return whether everything is shown."""
        return not self._steps

    def show_review(self, made: "ReviewMade") -> None:
        """Show another review."""
        words = made.words
        self.focus.fill(_("Look to next week"), _as_list(words.focus))
        self._show_proposal(made)
        self.counted.show_counted(words.counted)
        self._steps = [
            lambda: self._show_returns(words),
            lambda: self._show_kept(words),
            lambda: self._show_agreed(words),
            lambda: self._show_learnt(words),
        ]
        self._next.start()

    def _take_step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
            self.groups.settle()
        if self._steps:
            self._next.start()

    def _show_proposal(self, made: "ReviewMade") -> None:
        found = made.words.proposed
        self.proposal.fill(found.headline, found.text, found.hours, below=found.agreed)
        can_take = made.proposed is not None
        can_plan = made.suggested is not None
        self._keep_focus(can_take=can_take, can_plan=can_plan)
        self.take_over.setVisible(can_take)
        self.keep_going.setVisible(can_take)
        probe = "" if found.probe is None else found.probe.text
        self.probe.setText(probe)
        self.probe.setVisible(bool(probe))
        self.planned.setText(found.planned)
        self.planned.setVisible(bool(found.planned))
        self.plan_test.setVisible(can_plan)

    def _keep_focus(self, *, can_take: bool, can_plan: bool) -> None:
        """Let the keyboard rest on the heading where the button that was pressed goes away.

        Else it would come to the choice below, where an arrow changes what is counted.
        """
        ways = ((self.take_over, can_take), (self.plan_test, can_plan))
        if any(button.hasFocus() and not stays for button, stays in ways):
            self.proposal.heading.setFocus()

    def _card(self, key: str) -> TextCard:
        if key not in self.cards:
            self.cards[key] = TextCard(self._context)
            self.groups.put(key, self.cards[key], self.cards[key].heading)
        return self.cards[key]

    def _chart(self, key: str, title: str, maker: "SceneMaker | None", lead: str = "") -> None:
        """Show a chart in its place; None hides it."""
        if maker is not None:
            if key not in self.charts:
                self.charts[key] = ChartCard(self._context, title, maker)
                self.groups.put(key, self.charts[key], self.charts[key].heading)
            self.charts[key].heading.setText(title)
            self.charts[key].set_maker(maker)
            self.charts[key].set_lead(lead)
        if key in self.charts:
            self.charts[key].setVisible(maker is not None)

    def _show_kept(self, words: "ReviewWords") -> None:
        self._card("kept").fill(words.kept_headline, words.kept_lead, words.kept)
        weeks, title = words.weeks, _("Hours planned and logged, week by week")
        self._chart(
            "weeks",
            title,
            (lambda stage: kept_weeks(weeks, title=title, stage=stage)) if weeks else None,
        )

    def _show_agreed(self, words: "ReviewWords") -> None:
        rules, found = words.rules, words.forecasts
        card = self._card("rules")
        card.fill(rules.headline, rules.note, rules.rules)
        card.box.addWidget(self.open_rules)
        self.open_rules.show_rules(rules, card.heading)
        bands, named = found.bands, ForecastWords()
        maker: SceneMaker | None = None
        if bands:
            maker = lambda stage: forecast_bands(  # noqa: E731 - as the others
                bands, title=found.headline, words=named, stage=stage
            )
        self._chart("forecasts", found.headline, maker, found.lead)
        coming = self._card("coming")
        coming.fill(_("The coming weeks"), found.coming)
        coming.setVisible(bool(found.coming))

    def _show_learnt(self, words: "ReviewWords") -> None:
        from socialplanner.presentation.summary.learned import CHART  # noqa: PLC0415 - NumPy

        found = words.learned
        below = " ".join(each for each in (*found.cautions, found.share) if each)
        self._card("learnt").fill(found.headline, found.lead, below=below)
        rows, named = found.intervals, IntervalWords(axis=found.unit)
        maker: SceneMaker | None = None
        if rows:
            maker = lambda stage: interval_bars(  # noqa: E731 - as the others
                rows, title=CHART, words=named, stage=stage
            )
        self._chart("intervals", CHART, maker)
        limits = self._card("limits")
        limits.fill(_("What the log does not teach"), _as_list(found.limits))
        limits.setVisible(bool(found.limits))
        self._show_tests(words)

    def _show_tests(self, words: "ReviewWords") -> None:
        done = self._card("tests")
        done.fill(_("On/off tests"), _as_list([f"{t.title} {t.text}" for t in words.tests]))
        done.setVisible(bool(words.tests))
        planner = self._card("planner")
        found = words.proposed
        planner.fill(_("How long an honest test takes"), found.planner_lead, found.planner)
        planner.setVisible(bool(found.planner.rows))

    def _show_returns(self, words: "ReviewWords") -> None:
        found = words.returns
        self._card("returns").fill(found.headline, found.lead, found.account)
        notes = "\n\n".join(found.notes)
        self._card("ledgers").fill(_("Two accounts, one clock"), "", found.ledgers, below=notes)
        card, credited = self._card("credited"), found.credited
        below = "\n\n".join(credited.notes)
        card.fill(_("Whom the enquiries are credited to"), "", credited.credits, below=below)
        card.setVisible(bool(credited.credits.rows))


def _as_list(items: "Sequence[str]") -> str:
    """Return sentences one below the other."""
    return "\n\n".join(items)
