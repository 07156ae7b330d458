"""The page “Return”: what the plan has to earn, what is counted, links, rules agreed now."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages import results_money as money
from socialplanner.ui.pages.results_copy import CopyLine, CopyWords
from socialplanner.ui.pages.results_page import ResultsPage
from socialplanner.ui.pages.results_parts import DETAIL, FigureList
from socialplanner.ui.ports import Results
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, add, clear, column
from socialplanner.ui.widgets.table_model import as_tab_separated

if TYPE_CHECKING:
    from collections.abc import Sequence


class ReturnPage(ResultsPage):
    """“Return”."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with what there is."""
        super().__init__(key, _("Return"), context, session)

    def build(self) -> None:
        """Make the lists, empty as yet."""
        self.open_questions = column(spacing=2)
        self.formulas = FigureList(self.context, width=DETAIL)
        self.note = Label(role="muted")
        self.ledgers = FigureList(self.context, width=DETAIL)
        self.honesty = (Label(role="muted"), Label(role="muted"))
        self.kpis = column(spacing=16)
        self.kpi_lists: list[FigureList] = []
        self.kpi_note = Label(role="muted")
        self.question = CopyWords(self.context)
        self.links = column(spacing=12)
        self.links_note = Label(role="muted")
        self.shown_links: tuple[tuple[str, ...], ...] = ()
        self.rules = FigureList(self.context, width=DETAIL)
        self.rules_lead = Label(role="muted")
        self._card(_("What it takes to break even"), self.formulas, self.note)
        self.missing_card = Card(Heading(_("Still open"), level=2))
        self.missing_card.box.addLayout(self.open_questions)
        self.content.addWidget(self.missing_card)

    def _card(self, title: str, *items: object) -> Card:
        card = Card(Heading(title, level=2), spacing=12)
        for item in items:
            add(card.box, item)  # type: ignore[arg-type]
        self.content.addWidget(card)
        return card

    def show_results(self, results: Results) -> None:
        """Show what breaking even takes and how return is measured."""
        page = results.summary.measuring
        self.set_head(page.headline, page.lead)
        self.formulas.show_figures(money.formulas(self.source(results), page.break_even))
        self.note.setText(page.break_even.note)
        self._show_missing_figures(results.assessment.returns.missing)
        self.in_turn(
            lambda: self._show_ledgers(results),
            lambda: self._show_kpis(results),
            lambda: self._show_question(results),
            lambda: self._show_links(results),
            lambda: self._show_rules(results),
        )

    def _show_missing_figures(self, question_ids: "Sequence[str]") -> None:
        clear(self.open_questions)
        self.missing_card.setVisible(bool(question_ids))
        by_id = self.session.catalogue.questionnaire.by_id
        for key in question_ids:
            name = by_id[key].short or by_id[key].text
            self.open_questions.addLayout(FlowLayout(self.question_link(key, name), hang=6))

    def _show_ledgers(self, results: Results) -> None:
        page = results.summary.measuring.break_even
        if self.ledgers.parentWidget() is None:
            self._card(_("Two accounts, one clock"), self.ledgers, *self.honesty)
        self.ledgers.show_figures(money.ledgers(self.source(results), page))
        for label, text in zip(self.honesty, page.honesty, strict=True):
            label.setText(text)

    def _show_kpis(self, results: Results) -> None:
        page = results.summary.measuring
        if self.kpi_note.parentWidget() is None:
            copy = Button(_("Copy as table"), role="quiet", icon=self.context.icon("copy", "muted"))
            copy.clicked.connect(self.copy_kpis)
            self._card(_("What to count"), self.kpi_note, self.kpis, FlowLayout(copy, hang=9))
        self.kpi_note.setText(page.kpi_note)
        groups = money.kpi_groups(self.source(results), page.kpis)
        while len(self.kpi_lists) < len(groups):
            shown = FigureList(self.context, title=" ", width=DETAIL)
            self.kpi_lists.append(shown)
            self.kpis.addWidget(shown)
        for place, shown in enumerate(self.kpi_lists):
            shown.setVisible(place < len(groups))
            if place < len(groups):
                goal, figures = groups[place]
                shown.title.setText(goal)
                shown.show_figures(figures)

    def copy_kpis(self) -> None:
        """Put what is counted on the clipboard as a table."""
        if self.results is not None:
            table = self.results.summary.measuring.kpis
            QGuiApplication.clipboard().setText(as_tab_separated(table))
            self.context.messages.show_message(_("The table was copied."), tone="success")

    def _show_question(self, results: Results) -> None:
        page = results.summary.measuring
        if self.question.parentWidget() is None:
            self._card(_("The one question"), self.question)
        self.question.show_words(page.question_lead, page.question, page.codes)

    def _show_links(self, results: Results) -> None:
        page = results.summary.measuring
        if self.links_note.parentWidget() is None:
            self._card(_("Links ready to copy"), self.links, self.links_note)
        self.links_note.setText(page.links_note)
        if page.links.rows == self.shown_links:
            return
        self.shown_links = page.links.rows
        clear(self.links)
        for name, place, address in page.links.rows:
            self.links.addWidget(CopyLine(self.context, f"{name}, {place}", address))

    def _show_rules(self, results: Results) -> None:
        page = results.summary.measuring
        if self.rules.parentWidget() is None:
            self.rules_card = self._card(_("Decisions agreed now"), self.rules_lead, self.rules)
        self.rules_card.setVisible(bool(page.rules))
        self.rules_lead.setText(page.rules_lead)
        self.rules.show_figures(money.rules(self.source(results), page.rules))
