"""The quick check: a few questions that are enough for a plan."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from socialplanner.domain.interview import Tally, interview
from socialplanner.domain.interview import quick_check as questions_of
from socialplanner.domain.questionnaire import Question
from socialplanner.presentation.i18n import _, plural
from socialplanner.presentation.progress import minutes, state_words
from socialplanner.ui.context import Context
from socialplanner.ui.pages.quick_end import QuickEnd
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import column
from socialplanner.ui.wizard.journey import Journey
from socialplanner.ui.wizard.question_page import QuestionPage

if TYPE_CHECKING:
    from socialplanner.ui.wizard.cards import Cards

ABOVE_PART = 12
"""Pixels that set a part off from what stands above it."""


class QuickPage(QuestionPage):
    """The quick check; every answer is the same as in the full questionnaire."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with what is answered."""
        super().__init__(key, _("Quick check"), context, session)
        self._quick = questions_of(session.catalogue.questionnaire)
        self._progress = Label(role="small")
        self._waiting: list[tuple[QWidget, Cards]] = []
        self.end = QuickEnd()
        self.end.plan_wanted.connect(self._show_plan)
        self.end.more_wanted.connect(self._go_deeper)
        self.end.question_wanted.connect(self.entered)
        self._fill()
        self.counts_changed()

    def _fill(self) -> None:
        box, number = self.view.box, 1
        lead = Label(self._lead(), role="lead")
        box.addLayout(column(Heading(self.title), lead, self._progress, spacing=6))
        for title, words, questions in self._parts():
            head = column(Heading(title, level=2), Label(words, role="muted"), spacing=4)
            head.setContentsMargins(0, ABOVE_PART, 0, 0)
            over = QWidget()
            over.setProperty("role", "clear")
            over.setLayout(head)
            box.addWidget(over)
            cards = self.add_cards(questions, number)
            self._waiting.append((over, cards))
            cards.completed.connect(self._begin_next)
            number += len(questions)
        box.addWidget(self.end)
        for over, cards in self._waiting:
            over.hide()
            cards.hide()
        self.end.hide()
        self._begin_next()

    def _begin_next(self) -> None:
        """Begin a part once all above it is there, so that nothing moves that can be read."""
        if not self._waiting:
            self.end.show()
            return
        over, cards = self._waiting.pop(0)
        over.show()
        cards.show()
        cards.begin()

    def _parts(self) -> tuple[tuple[str, str, tuple[Question, ...]], ...]:
        facts = _("Five facts; without them there is no plan.")
        work = _("One question for each part of the picture. Think of the last four weeks.")
        hours = _("Hours in an ordinary week, for all together. Rows left open count as none.")
        return (
            (_("What a plan needs"), facts, self._quick.essential),
            (_("How you work"), work, self._quick.items),
            (_("Where the time goes"), hours, self._quick.hours),
        )

    def _lead(self) -> str:
        whole = interview(self.session.catalogue, {}, self.session.assessment)
        time = minutes(whole.seconds_left(self._quick.questions))
        first = plural(
            "About {count} minute by our estimate, and enough for a first plan.",
            "About {count} minutes by our estimate, and enough for a first plan.",
            time,
        )
        return first + " " + _("What you answer here is not asked again later.")

    def _tally(self) -> Tally:
        session = self.session
        found = interview(session.catalogue, session.answers, session.assessment)
        return found.tally(self._quick.questions)

    def counts_changed(self) -> None:
        """Show how much is answered, and what a plan still needs."""
        session = self.session
        self._progress.setText(_("So far: {state}.").format(state=state_words(self._tally())))
        missing = session.program.planning.missing_essentials(session.answers)
        self.end.show_missing(missing)

    def _show_plan(self) -> None:
        self.context.go("week", "")

    def _go_deeper(self) -> None:
        journey = Journey(self.session)
        place = journey.next_place("", self.session.catalogue.questionnaire.sections[0].id)
        self.context.go(*(place or ("standing", "")))
