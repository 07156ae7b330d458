"""What a logbook says while there is no plan: why, and the way to the answers that lack."""

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button, escaped
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, clear, column
from socialplanner.ui.widgets.why import go_to_question

HANG = 6
"""So far words within a link stand from its edge."""


class NeededCard(Card):
    """Leads to what a plan rests on; hidden where there is a plan."""

    def __init__(self, context: Context, session: Session) -> None:
        """Begin hidden."""
        super().__init__(spacing=10)
        self._context, self._session = context, session
        self._said: object = None
        self.links: list[Button] = []
        self.text = Label(role="muted")
        self._links = column(spacing=4)
        self.box.addWidget(Heading(_("There is no plan yet"), level=2))
        self.box.addWidget(self.text)
        self.box.addLayout(self._links)
        self.hide()

    def refresh(self) -> None:
        """Show what lacks now."""
        session = self._session
        missing = session.program.planning.missing_essentials(session.answers)
        said = ([question.id for question in missing], session.refusal)
        self.setVisible(any(said))
        if said == self._said:
            return
        self._said = said
        clear(self._links)
        self.links = []
        if missing:
            words = _("Hours can be logged all the same. A plan to log them against needs:")
            self.text.setText(words)
            for question in missing:
                self._add(question.id, question.short or question.text)
        elif session.refusal:
            self.text.setText(session.refusal)
            week = self._link(_("Look at your choices"))
            week.clicked.connect(lambda: self._context.go("week", ""))

    def _add(self, key: str, name: str) -> None:
        link = self._link(name)
        link.setAccessibleName(_("Go to the question: {question}").format(question=name))
        link.clicked.connect(lambda: go_to_question(self._context, key))

    def _link(self, words: str) -> Button:
        icon = self._context.icon("chevron-right", "accent_text")
        link = Button(escaped(words), role="link", icon=icon)
        self.links.append(link)
        self._links.addLayout(FlowLayout(link, hang=HANG))
        return link
