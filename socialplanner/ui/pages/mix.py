"""The page “Your mix”: now, the target and why it lies there, and the plan."""

from functools import partial
from typing import TYPE_CHECKING

from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes import mix_bars, target_terms
from socialplanner.ui.context import Context
from socialplanner.ui.pages.mix_reach import ReachCard
from socialplanner.ui.pages.results_page import ResultsPage
from socialplanner.ui.pages.results_parts import Figure, FigureList
from socialplanner.ui.ports import Results
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card

if TYPE_CHECKING:
    from socialplanner.presentation.summary.parts import Source


class MixPage(ResultsPage):
    """“Your mix”."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with what there is."""
        super().__init__(key, _("Your mix"), context, session)

    def build(self) -> None:
        """Make the lists, empty as yet."""
        self.shares = FigureList(self.context)
        self.gap = FigureList(self.context)
        self.terms = FigureList(self.context)
        self.price, self.flat = Label(), Label(role="muted")
        self.reach = ReachCard(self.context, self.session)

    def show_results(self, results: Results) -> None:
        """Show the mix."""
        page = results.summary.mix
        self.set_head(page.headline, page.lead)
        self._show_bars(results)
        self.in_turn(
            lambda: self._show_agreement(results),
            lambda: self._show_price(results),
            lambda: self._show_terms(results),
            self._show_reach,
        )

    def left(self) -> None:
        """Search no more."""
        super().left()
        if self._is_built:
            self.reach.stop()

    def _show_bars(self, results: Results) -> None:
        page = results.summary.mix
        title = _("The mix now, its target, and the plan")
        card = self.chart(
            "bars",
            title,
            lambda stage: mix_bars(page.rows, page.band, title=title, stage=stage),
        )
        card.hold_below(self.shares)
        self.shares.show_figures(_shares(self.source(results), results))

    def _show_agreement(self, results: Results) -> None:
        if self.gap.parentWidget() is None:
            self.content.addWidget(
                Card(Heading(_("What you say and where your hours go"), level=2), self.gap)
            )
        self.gap.show_figures(_agreement(self.source(results), results))

    def _show_price(self, results: Results) -> None:
        if self.price.parentWidget() is None:
            heading = Heading(_("How much the exact split matters"), level=2)
            self.content.addWidget(Card(heading, self.flat, self.price))
        self.price.setText(results.summary.mix.price)
        self.flat.setText(results.summary.mix.flat)

    def _show_terms(self, results: Results) -> None:
        page = results.summary.mix
        title = _("Why this target")
        card = self.chart(
            "terms",
            title,
            lambda stage: target_terms(page.start, page.terms, page.end, title=title, stage=stage),
        )
        card.set_lead(page.why)
        card.hold_below(self.terms)
        self.terms.show_figures(_terms(self.source(results), results))

    def _show_reach(self) -> None:
        if self.reach.parentWidget() is None:
            self.content.addWidget(self.reach)
        self.reach.follow()


def _shares(source: "Source", results: Results) -> list[Figure]:
    """Return the figures of the bars, with the target among them."""
    from socialplanner.presentation.summary.fit import target_text  # noqa: PLC0415 - NumPy
    from socialplanner.presentation.why import mixes, targets  # noqa: PLC0415 - NumPy

    reasons = (mixes.hours_reason, mixes.answers_reason, mixes.plan_reason)
    found = [
        Figure(name=each.label, value=each.note, why=partial(make, source))
        for each, make in zip(results.summary.mix.rows, reasons, strict=True)
    ]
    target = Figure(
        name=_("The target"),
        value=target_text(source),
        why=partial(targets.target_reason, source),
    )
    return [*found[:2], target, found[2]]


def _agreement(source: "Source", results: Results) -> list[Figure]:
    from socialplanner.presentation.why import mixes  # noqa: PLC0415 - NumPy

    reason = partial(mixes.gap_reason, source)
    asked = _("answers and hours agree or differ")
    text = results.summary.mix.say_do
    return [
        Figure(name=_("Answers beside hours"), detail=text, why=reason, asked=asked),
    ]


def _terms(source: "Source", results: Results) -> list[Figure]:
    """Return the steps of the chart, each with its reason."""
    from socialplanner.presentation.why import targets  # noqa: PLC0415 - NumPy

    return [
        Figure(
            name=bar.label,
            value=_("{points} points").format(points=bar.text),
            why=partial(targets.term_reason, source, term),
        )
        for bar, term in zip(results.summary.mix.terms, targets.shown_terms(source), strict=True)
    ]
