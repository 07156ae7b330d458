"""The page “Next 90 days”: the calendar of activities, their steps, and the review dates."""

from functools import partial
from typing import TYPE_CHECKING

from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes import roadmap
from socialplanner.ui.context import Context
from socialplanner.ui.pages.results_page import ResultsPage
from socialplanner.ui.pages.results_parts import Figure, FigureList
from socialplanner.ui.ports import Results
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card
from socialplanner.ui.widgets.table_model import Table
from socialplanner.ui.widgets.text_table import TextTableView

if TYPE_CHECKING:
    from socialplanner.presentation.summary.parts import Source


class DaysPage(ResultsPage):
    """“Next 90 days”."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with what there is."""
        super().__init__(key, _("Next 90 days"), context, session)

    def build(self) -> None:
        """Make the lists, empty as yet."""
        self.start = FigureList(self.context)
        self.spans = FigureList(self.context)
        self.dates = FigureList(self.context)
        self.tables: dict[str, TextTableView] = {}
        self.tests = Label()
        self.testing = Card(Heading(_("On/off tests"), level=2), self.tests)
        self.cards: dict[str, Card] = {}
        self.content.addWidget(Card(self.start))
        self.content.addWidget(self.testing)

    def _show_content(self, results: Results) -> None:
        """Show results, and the tests of the record, which may be others by now."""
        super()._show_content(results)
        self._show_tests(results)

    def _show_tests(self, results: Results) -> None:
        said = _tests(self.session, self.source(results))
        self.tests.setText("\n".join(said))
        self.testing.setVisible(bool(said))

    def show_results(self, results: Results) -> None:
        """Show the thirteen weeks."""
        page = results.summary.days
        self.set_head(page.headline, page.lead)
        self.start.show_figures(_start(self.source(results)))
        self._show_calendar(results)
        self.in_turn(
            lambda: self._show_table("set_up", _("Set up, once"), page.set_up),
            lambda: self._show_table("build", _("Then, every week"), page.build),
            lambda: self._show_reviews(results),
        )

    def _show_calendar(self, results: Results) -> None:
        page = results.summary.days
        title = _("Thirteen weeks")
        card = self.chart(
            "calendar",
            title,
            lambda stage: roadmap(page.rows, page.reviews, title=title, stage=stage),
        )
        card.hold_below(self.spans)
        self.spans.show_figures(_spans(self.source(results)))

    def _show_table(self, key: str, title: str, table: Table) -> None:
        if key in self.tables:
            self.tables[key].set_table(table)
            self.cards[key].setVisible(bool(table.rows))
            return
        if not table.rows:
            return
        self.tables[key] = TextTableView(self.context, table, name=title, strong=(1,))
        self.cards[key] = Card(Heading(title, level=2), self.tables[key])
        self.content.addWidget(self.cards[key])

    def _show_reviews(self, results: Results) -> None:
        page = results.summary.days
        if self.dates.parentWidget() is None:
            heading = Heading(_("At the reviews"), level=2)
            card = Card(heading, self.dates)
            name = _("Look and decide")
            self.tables["review"] = TextTableView(self.context, page.review, name=name, strong=(1,))
            self.nothing = Label(_("No activity of this plan has steps of its own here."))
            card.box.addWidget(self.tables["review"])
            card.box.addWidget(self.nothing)
            self.content.addWidget(card)
        self.tables["review"].set_table(page.review)
        self.tables["review"].setVisible(bool(page.review.rows))
        self.nothing.setVisible(not page.review.rows)
        self.dates.show_figures(_dates(self.source(results), page.review_lead))


def _tests(session: Session, source: "Source") -> list[str]:
    """Return when the tests that are planned or running are on and off."""
    from socialplanner.domain.kept_reviews import planned_tests  # noqa: PLC0415 - NumPy
    from socialplanner.presentation.summary.tested import days_of  # noqa: PLC0415 - NumPy

    known = {activity.id for activity in session.catalogue.activities}
    return [
        _("{activity}: {days}").format(activity=source.short(test.activity_id), days=days_of(test))
        for test in planned_tests(session.record)
        if test.after > session.program.today() and test.activity_id in known
    ]


def _start(source: "Source") -> list[Figure]:
    from socialplanner.presentation import formats  # noqa: PLC0415 - with the next
    from socialplanner.presentation.why import weeks  # noqa: PLC0415 - NumPy

    found = source.assessment.roadmap
    reason = partial(weeks.start_reason, source)
    return [
        Figure(name=_("Week 1 starts on"), value=formats.day(found.start), why=reason),
        Figure(name=_("Setting up, in all"), value=formats.hours(found.set_up_hours), why=reason),
    ]


def _spans(source: "Source") -> list[Figure]:
    from socialplanner.presentation.why import weeks  # noqa: PLC0415 - NumPy

    return [
        Figure(
            name=source.short(span.activity_id),
            value=_("runs already")
            if span.activity_id in source.assessment.roadmap.running
            else _("set up from week {begin}, runs from week {run}").format(
                begin=span.set_up_week, run=span.run_week
            ),
            why=partial(weeks.span_reason, source, span),
        )
        for span in source.assessment.roadmap.spans
    ]


def _dates(source: "Source", words: str) -> list[Figure]:
    from socialplanner.presentation.why import weeks  # noqa: PLC0415 - NumPy

    reason = partial(weeks.review_reason, source)
    return [Figure(name=_("Dates for your calendar"), detail=words, why=reason)]
