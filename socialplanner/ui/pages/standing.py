"""The page “Where you stand”: scores, their targets, and the next steps."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from socialplanner.domain.ids import Dimension, Mode
from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes import level_bars, radar
from socialplanner.ui.context import Context
from socialplanner.ui.pages.results_page import ResultsPage
from socialplanner.ui.pages.results_parts import WHY_TOP, Figure, FigureList, KeyFigures
from socialplanner.ui.ports import Results
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.columns import ColumnsLayout
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, clear, column, line, row
from socialplanner.ui.widgets.why import WhyButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplanner.domain.gaps import Gap
    from socialplanner.presentation.summary.parts import KeyFigure, Source
    from socialplanner.presentation.summary.standing import GapSummary


class StandingPage(ResultsPage):
    """“Where you stand”."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with what there is."""
        super().__init__(key, _("Where you stand"), context, session)

    def build(self) -> None:
        """Make the charts and lists, empty as yet."""
        self.figures = KeyFigures(self.context)
        self.reading = (Label(), Label())
        self.reading_heads = (Heading(level=3), Heading(level=3))
        self.reasons: QVBoxLayout = column(spacing=8)
        self.lists = {
            mode: FigureList(
                self.context, title=self.session.catalogue.modes[mode].name, place=self.reasons
            )
            for mode in Mode
        }
        self.words = FigureList(self.context)
        self.gaps_heading, self.gaps_lead = Heading(level=2), Label(role="muted")
        self.gaps: QVBoxLayout = column(spacing=14)
        self.shown_gaps: tuple[GapSummary, ...] | None = None
        self.content.addWidget(self.figures)
        self.open_card = Card(spacing=8)
        self.content.addWidget(self.open_card)

    def show_results(self, results: Results) -> None:
        """Show the scores."""
        page = results.summary.standing
        self.set_head(page.headline, page.lead)
        self.figures.show_figures(
            overview_figures(self.source(results), results.summary.overview.figures)
        )
        self._show_open(results)
        self.in_turn(
            lambda: self._show_charts(results),
            lambda: self._show_scores(results),
            lambda: self._show_reading(results),
            lambda: self._show_gaps(results),
        )

    def _show_open(self, results: Results) -> None:
        """Offer the next questions where scores are open for want of answers."""
        cells = results.assessment.scores.cells.values()
        needed = [cell for cell in cells if cell.value is None and cell.is_applicable]
        asked = [key for cell in needed for key in (*cell.unanswered, *cell.unknown)]
        clear(self.open_card.box)
        self.open_card.setVisible(bool(asked))
        if not asked:
            return
        words = _("Scores that still need answers: {count} of {all}").format(
            count=len(needed), all=len(cells)
        )
        self.open_card.box.addWidget(Heading(words, level=2))
        self.open_card.box.addWidget(Label(_("The next open question:"), role="muted"))
        question = self.session.catalogue.questionnaire.by_id[asked[0]]
        link = self.question_link(asked[0], question.short or question.text)
        self.open_card.box.addLayout(FlowLayout(link, hang=6))

    def _show_charts(self, results: Results) -> None:
        page = results.summary.standing
        title = _("Five dimensions in two modes")
        self.radar = self.chart(
            "radar",
            title,
            lambda stage: radar(page.spokes, page.profiles, title=title, stage=stage),
        )
        self.radar.setVisible(page.is_scored)
        ten = _("Ten scores and their targets")
        self.levels = self.chart(
            "levels", ten, lambda stage: level_bars(page.groups, title=ten, stage=stage)
        )

    def _show_scores(self, results: Results) -> None:
        if self.words.parentWidget() is None:
            lists = ColumnsLayout(*self.lists.values(), most=2, spacing=32)
            heading = Heading(_("Each score, and why"), level=2)
            card = Card(heading, self.words, spacing=16)
            card.box.addWidget(line())
            card.box.addLayout(lists)
            card.box.addLayout(self.reasons)
            self.content.addWidget(card)
        source = self.source(results)
        self.words.show_figures(_overall_figures(source))
        for mode, shown in self.lists.items():
            shown.show_figures(_score_figures(source, mode))

    def _show_reading(self, results: Results) -> None:
        if self.reading[0].parentWidget() is None:
            halves = [
                Card(head, text, spacing=6)
                for head, text in zip(self.reading_heads, self.reading, strict=True)
            ]
            self.content.addLayout(row(*halves, spacing=16))
        for head, text, said in zip(
            self.reading_heads, self.reading, results.summary.standing.reading, strict=True
        ):
            head.setText(said.title.rstrip("."))
            text.setText(said.text)

    def _show_gaps(self, results: Results) -> None:
        page = results.summary.standing
        if self.gaps_heading.parentWidget() is None:
            card = Card(self.gaps_heading, self.gaps_lead, spacing=10)
            card.box.addLayout(self.gaps)
            self.content.addWidget(card)
        self.gaps_heading.setText(page.gaps_headline)
        self.gaps_lead.setText(page.gaps_lead)
        self.gaps_lead.setVisible(bool(page.gaps))
        if page.gaps == self.shown_gaps:
            return
        self.shown_gaps = page.gaps
        clear(self.gaps)
        from socialplanner.presentation.summary.standing import shown_gaps  # noqa: PLC0415 - NumPy

        source = self.source(results)
        for words, gap in zip(page.gaps, shown_gaps(source), strict=True):
            self.gaps.addWidget(line())
            self.gaps.addLayout(self._gap(source, words, gap))

    def _gap(self, source: "Source", words: "GapSummary", gap: "Gap") -> QVBoxLayout:
        from socialplanner.presentation.names import cell_name  # noqa: PLC0415 - with the next
        from socialplanner.presentation.why.scores import level_reason  # noqa: PLC0415 - NumPy

        name = Heading(cell_name(source.catalogue, gap.cell), level=3)
        levels = Label(words.levels)
        levels.setWordWrap(False)
        levels.setContentsMargins(0, WHY_TOP, 0, 0)
        why = WhyButton(
            self.context, f"{words.name}: {words.levels}", partial(level_reason, source, gap.cell)
        )
        box = column(name, FlowLayout(levels, why, spacing=6), spacing=6)
        for step in words.steps:
            box.addWidget(Label(step.question, role="muted"))
            said = column(Label(_("You said"), role="kicker"), Label(step.now), 1, spacing=2)
            then = column(
                Label(_("The next step"), role="kicker"),
                Label(step.then, role="strong"),
                1,
                spacing=2,
            )
            both = row(said, then, spacing=24)
            both.setStretch(0, 1)
            both.setStretch(1, 1)
            box.addLayout(both)
        return box


def overview_figures(source: "Source", found: "Sequence[KeyFigure]") -> list[Figure]:
    """Return the three figures that are seen first, with their reasons."""
    from socialplanner.presentation.why import mixes, money, weeks  # noqa: PLC0415 - NumPy

    returns = source.assessment.returns
    if returns.break_even_enquiries:
        third = money.enquiries_reason
    elif returns.break_even_customers:
        third = money.customers_reason
    else:
        third = weeks.start_reason
    reasons = (mixes.plan_reason, mixes.plan_reason, third)
    return [
        Figure(name=each.label, value=each.value, detail=each.note, why=partial(make, source))
        for each, make in zip(found, reasons, strict=True)
    ]


def _overall_figures(source: "Source") -> list[Figure]:
    from socialplanner.presentation import wording  # noqa: PLC0415 - NumPy
    from socialplanner.presentation.why import scores  # noqa: PLC0415 - NumPy

    found = [
        Figure(
            name=_("Overall, {mode}").format(mode=source.mode(mode)),
            value=scores.overall_value(source, mode),
            why=partial(scores.overall_reason, source, mode),
        )
        for mode in Mode
    ]
    words = Figure(
        name=_("In words"),
        detail=wording.type_sentence(source.assessment.scores.types),
        why=partial(scores.type_reason, source),
    )
    return [*found, words]


def _score_figures(source: "Source", mode: Mode) -> list[Figure]:
    from socialplanner.presentation.why import scores  # noqa: PLC0415 - NumPy

    return [
        Figure(
            name=source.catalogue.dimensions[each].name,
            value=scores.score_value(source, source.assessment.scores.cells[each, mode]),
            why=partial(scores.cell_reason, source, (each, mode)),
        )
        for each in Dimension
    ]
