"""What all pages of the plan have in common: they ask for results and say why there are none."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.ports import Results
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button, escaped
from socialplanner.ui.widgets.chart_card import ChartCard
from socialplanner.ui.widgets.chart_view import SceneMaker
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, ScrollPage, clear, column, row
from socialplanner.ui.widgets.why import go_to_question

if TYPE_CHECKING:
    from socialplanner.presentation.summary.parts import Source


class ResultsPage(Page):
    """Shows results, or that they are being made, what they lack, or why there can be none.

    A page adds its widgets to `content` in `build`, which is called once, and fills them in
    `show_results`, which is called whenever there are other results.
    """

    def __init__(self, key: str, title: str, context: Context, session: Session) -> None:
        """Begin without results."""
        super().__init__(key, title)
        self.context = context
        self.session = session
        self.results: Results | None = None
        self._is_shown = False
        self._is_built = False
        self._charts: dict[str, ChartCard] = {}
        self._steps: list[Callable[[], None]] = []
        self._next_step = QTimer(self)
        self._next_step.setSingleShot(True)
        self._next_step.timeout.connect(self._take_step)
        self.page = ScrollPage()
        self.kicker = Label(title, role="kicker")
        self.heading = Heading(title)
        self.lead = Label(role="lead")
        self.notice = Card(spacing=12)
        self.content: QVBoxLayout = column(spacing=20)
        self._whole = QWidget()
        self._whole.setProperty("role", "clear")
        self._whole.setLayout(self.content)
        self._place()
        session.results_changed.connect(self._refresh)
        session.answers_changed.connect(self._ask_again)

    def _place(self) -> None:
        head = column(self.kicker, self.heading, self.lead, spacing=6)
        self.page.box.addLayout(head)
        self.page.box.addWidget(self.notice)
        self.page.box.addWidget(self._whole)
        self.notice.hide()
        self._whole.hide()
        self.kicker.hide()
        self.lead.hide()
        self.setLayout(column(self.page))

    def build(self) -> None:
        """Make the widgets of the page; called once, when there are results to show."""

    def show_results(self, results: Results) -> None:
        """Show results in the widgets there are."""
        raise NotImplementedError

    def entered(self, place: str) -> None:
        """Ask for results, and show what there is."""
        self._is_shown = True
        self.session.want_results()
        self._refresh()
        if not place:
            self.page.verticalScrollBar().setValue(0)

    def left(self) -> None:
        """Follow the answers no longer."""
        self._is_shown = False

    def set_head(self, headline: str, lead: str) -> None:
        """Show the conclusion of the page; its title then stands above in small letters."""
        self.heading.setText(headline)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.kicker.setVisible(headline != self.title)

    def source(self, results: Results) -> "Source":
        """Return what reasons are drawn from."""
        from socialplanner.presentation.summary.parts import Source  # noqa: PLC0415 - NumPy

        return Source(catalogue=self.session.catalogue, assessment=results.assessment)

    def chart(self, key: str, title: str, make: SceneMaker) -> ChartCard:
        """Show a chart: at the end of the page the first time, then in its place."""
        if key in self._charts:
            self._charts[key].set_maker(make)
        else:
            self._charts[key] = ChartCard(self.context, title, make)
            self.content.addWidget(self._charts[key])
        return self._charts[key]

    def in_turn(self, *steps: Callable[[], None]) -> None:
        """Take steps one after the other, and let the window answer in between."""
        self._steps = list(steps)
        self._next_step.start()

    def _take_step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if self._steps:
            self._next_step.start()

    @property
    def is_complete(self) -> bool:
        """Return whether everything of the page is shown."""
        return self.results is not None and not self._steps

    def _ask_again(self, question_id: str) -> None:
        del question_id
        if self._is_shown:
            self.session.want_results()
            self._refresh()

    def _refresh(self) -> None:
        """Show the state of the results; what is shown stays until there is something else."""
        if not self._is_shown:
            return
        missing = self.session.program.planning.missing_essentials(self.session.answers)
        if missing:
            self._show_notice()
            self._show_missing([question.id for question in missing])
        elif self.session.refusal:
            self._show_notice()
            self._show_refusal(self.session.refusal)
        elif self.session.results is not None:
            self._show_content(self.session.results)
        elif self._whole.isHidden():
            self._show_notice()
            self.notice.box.addWidget(Label(_("Working it out …"), role="muted"))

    def _show_content(self, results: Results) -> None:
        if not self._is_built:
            self._is_built = True
            self.build()
        if results is not self.results:
            where = self.page.verticalScrollBar().value()
            self.results = results
            self.show_results(results)
            self.page.verticalScrollBar().setValue(where)
        self.notice.hide()
        self._whole.show()
        self.kicker.setVisible(self.heading.text() != self.title)
        self.lead.setVisible(bool(self.lead.text()))

    def _show_notice(self) -> None:
        self.results = None
        self._steps.clear()
        self._whole.hide()
        self.lead.hide()
        self.kicker.hide()
        self.heading.setText(self.title)
        clear(self.notice.box)
        self.notice.show()

    def _show_missing(self, question_ids: list[str]) -> None:
        box = self.notice.box
        box.addWidget(Heading(_("A few answers are needed first"), level=2))
        words = _("The plan rests on these. The rest can wait, and “do not know” is fine there.")
        box.addWidget(Label(words, role="muted"))
        by_id = self.session.catalogue.questionnaire.by_id
        for key in question_ids:
            name = by_id[key].short or by_id[key].text
            box.addLayout(FlowLayout(self.question_link(key, name), hang=6))

    def question_link(self, key: str, name: str) -> Button:
        """Return a button that goes to a question."""
        icon = self.context.icon("chevron-right", "accent_text")
        link = Button(escaped(name), role="link", icon=icon)
        link.setAccessibleName(_("Go to the question: {question}").format(question=name))
        link.clicked.connect(lambda _=False, chosen=key: go_to_question(self.context, chosen))
        return link

    def _show_refusal(self, words: str) -> None:
        box = self.notice.box
        box.addWidget(Heading(_("No plan can meet all of this"), level=2))
        label = Label(words)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(label)
        week = Button(_("Look at your choices"), icon=self.context.icon("sliders-horizontal"))
        week.clicked.connect(lambda: self.context.go("week", ""))
        hours = Button(_("Change your hours"), role="quiet")
        hours.clicked.connect(lambda: go_to_question(self.context, "business.hours_per_week"))
        box.addLayout(row(week, hours, 1))
        week.setVisible(self.key != "week")
        announce(self, words)
