"""One section of the questionnaire as a page."""

from socialplanner.domain.interview import by_present_id
from socialplanner.domain.questionnaire import Section
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Frame, column, row
from socialplanner.ui.wizard.question_page import QuestionPage


class SectionPage(QuestionPage):
    """All questions of one section."""

    def __init__(self, key: str, context: Context, session: Session, section: Section) -> None:
        """Begin with what is answered."""
        super().__init__(key, section.title, context, session)
        self._section = section
        self._carried = Label()
        self.confirm_all = Button(_("Confirm a&ll on this page"), role="link")
        self.confirm_all.clicked.connect(self._confirm_all)
        line = row(self._carried, self.confirm_all)
        line.setContentsMargins(14, 8, 8, 8)
        line.setStretch(0, 1)
        self._bar = Frame("inset", line)
        self._bar.hide()
        box = self.view.box
        lead = Label(section.intro, role="lead")
        box.addLayout(column(Heading(section.title), lead, spacing=6))
        box.addWidget(self._bar)
        self.add_cards(section.questions).begin()
        self.counts_changed()

    def counts_changed(self) -> None:
        """Offer to confirm all at once where several answers are of last time."""
        count = len(self._to_confirm())
        self._bar.setVisible(bool(count))
        words = plural(
            "{count} answer on this page is from last time.",
            "{count} answers on this page are from last time.",
            count,
        )
        self._carried.setText(words)

    def _to_confirm(self) -> list[str]:
        session = self.session
        recorded = by_present_id(session.catalogue, session.assessment.answers)
        here = (question.id for question in self._section.questions)
        answers = session.answers
        return [k for k in here if k in answers and k in recorded and recorded[k].is_carried]

    def _confirm_all(self) -> None:
        answers = self.session.answers
        for question_id in self._to_confirm():
            self.session.give(question_id, answers[question_id])
