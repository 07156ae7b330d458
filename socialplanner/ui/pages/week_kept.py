"""Hours that were taken over at a review: the plan stays with them until it is asked to move."""

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.review_steps import planning_anew
from socialplanner.ui.session import Session
from socialplanner.ui.telling import offer_undo
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card


class KeptCard(Card):
    """Says whose hours these are, and lets the plan be made anew."""

    def __init__(self, context: Context, session: Session) -> None:
        """Begin hidden."""
        super().__init__(spacing=8)
        self._context = context
        self._session = session
        self.words = Label(role="muted")
        self.anew = Button(_("Plan anew from my answers"), icon=context.icon("refresh-cw"))
        self.anew.clicked.connect(self._let_go)
        self.box.addWidget(Heading(_("Hours taken over at a review"), level=2))
        self.box.addWidget(self.words)
        self.box.addLayout(FlowLayout(self.anew))
        self.hide()

    def show_kept(self, *, is_kept: bool) -> None:
        """Show whether the plan is what was taken over; something else may stand against it."""
        choices = self._session.choices
        self.setVisible(choices.keeps_earlier)
        if is_kept:
            words = _(
                "The plan is just the hours that you took over. Planned anew, each activity moves "
                "from them by an hour or half of its hours at most."
            )
        else:
            words = _(
                "Your answers or choices changed since, and the hours that you took over cannot be "
                "kept as they were: the plan moved from them as little as its limits allow."
            )
        self.words.setText(words)

    def _let_go(self) -> None:
        self._session.do(*planning_anew(self._session))
        words = _(
            "The plan is made anew from your answers. The logbook follows it from the Monday after "
            "you save or print it."
        )
        offer_undo(self._context.messages, self._session, words)
