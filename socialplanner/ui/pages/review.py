"""The page “Review”: what the log says of the plan, what is proposed, and what to look to next."""

from typing import TYPE_CHECKING, Final

from socialplanner.domain.primary_outcome import PrimaryOutcome
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.pages.results_page import ResultsPage
from socialplanner.ui.pages.review_parts import ReviewView
from socialplanner.ui.ports import Results
from socialplanner.ui.review_steps import counting, marking_done, taking_over, testing
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, row

if TYPE_CHECKING:
    from socialplanner.errors import UserError
    from socialplanner.ui.ports.reviewing import ReviewMade

TASK: Final = "review"


class ReviewPage(ResultsPage):
    """The review, made in the background; a change is taken over with one press, and undone."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin without a review."""
        super().__init__(key, _("Review"), context, session)
        self.made: ReviewMade | None = None
        self._made_of: object = None

    def build(self) -> None:
        """Make the cards, empty as yet."""
        self.state = Card(spacing=12)
        self.state_title = Heading("", level=2)
        self.state_text = Label(role="muted")
        self.logbook = Button(_("Open the &logbook"), icon=self.context.icon("clipboard"))
        self.logbook.clicked.connect(self._open_logbook)
        self.state.box.addWidget(self.state_title)
        self.state.box.addWidget(self.state_text)
        self.state.box.addLayout(row(self.logbook, 1))
        self.view = ReviewView(self.context)
        self.view.take_over.clicked.connect(self._take_over)
        self.view.plan_test.clicked.connect(self._plan_test)
        self.view.counted.chosen.connect(self._count)
        self.view.open_rules.done.connect(self._mark_done)
        self.content.addWidget(self.state)
        self.content.addWidget(self.view)
        self.view.hide()

    def left(self) -> None:
        """Follow the answers no longer."""
        super().left()
        self.context.tasks.forget(TASK)
        self._made_of = None

    def show_results(self, results: Results) -> None:
        """Have the review made of these results and of the log as it is now."""
        record = self.session.record
        made_of = (results, record.weeks, record.enquiries, record.settings, record.plans)
        if made_of == self._made_of:
            return
        self._made_of = made_of
        if self.made is None:
            self._say(_("Looking at your log …"), "")
        reviewing = self.session.program.reviewing
        self.context.tasks.run(
            TASK,
            Task(
                lambda: reviewing.review(record, results.assessment),
                self._show,
                self._refuse,
            ),
        )

    def _show_content(self, results: Results) -> None:
        """Show results, and look at the log again, which may be another by now."""
        is_same = results is self.results
        super()._show_content(results)
        if is_same:
            self.show_results(results)

    def _show(self, made: "ReviewMade | None") -> None:
        self.made = made
        if made is None:
            self._say(
                _("Nothing is logged yet"),
                _("A review needs hours in the logbook: one minute a week, on Friday."),
            )
            return
        words = made.words
        self.set_head(words.headline, f"{words.lead} {words.due}")
        self.state.hide()
        self.view.show()
        self.view.show_review(made)
        if made.keeping is not None:
            self.session.edit(made.keeping)

    def _refuse(self, error: "UserError") -> None:
        self.made = None
        self._say(_("There is no review"), str(error))
        announce(self, str(error))

    def _say(self, title: str, words: str) -> None:
        """Show a sentence in the place of a review."""
        self.set_head(self.title, "")
        self.state_title.setText(title)
        self.state_text.setText(words)
        self.state_text.setVisible(bool(words))
        self.logbook.setVisible(bool(words))
        self.state.show()
        self.view.hide()

    def _open_logbook(self) -> None:
        self.context.go("logbook", "")

    def _take_over(self) -> None:
        made = self.made
        if made is None or made.proposed is None:
            return
        self.session.do(*taking_over(self.session, made.followed, made.proposed))
        words = _("The proposed hours are taken over. Edit, Undo takes that back.")
        self.context.messages.show_message(words, tone="success")

    def _plan_test(self) -> None:
        made = self.made
        if made is None or made.suggested is None:
            return
        self.session.do(*testing(self.session, made.suggested))
        words = _("The test is planned. Edit, Undo takes that back.")
        self.context.messages.show_message(words, tone="success")

    def _count(self, chosen: object) -> None:
        if isinstance(chosen, PrimaryOutcome):
            self.session.do(*counting(self.session, chosen))
            words = _("The review counts them from now on. Edit, Undo takes that back.")
            self.context.messages.show_message(words, tone="success")

    def _mark_done(self, key: str) -> None:
        self.session.do(*marking_done(self.session, key))
        words = _("The rule is marked as done. Edit, Undo takes that back.")
        self.context.messages.show_message(words, tone="success")
