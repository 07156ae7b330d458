"""One way to the target: what changes, what it asks, and what can be done with it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from socialplanner.domain.kept_scenario import KeptScenario, free_key, scenario_of
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.pages.scenario_steps import (
    free_name,
    kept_alike,
    put_scenario,
    room_trouble,
    try_place,
)
from socialplanner.ui.session import Session
from socialplanner.ui.telling import offer_undo
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import column

if TYPE_CHECKING:
    from socialplanner.presentation.summary.reverse import Way

PEOPLE: Final = "business.people"


class WayPart(QWidget):
    """Shows a way; it can be kept beside the plan as a scenario, or tried on “Your week”."""

    def __init__(self, context: Context, session: Session, way: "Way") -> None:
        """Show a way to the target."""
        super().__init__()
        self.setProperty("role", "clear")
        self._context, self._session, self._way = context, session, way
        self.keep = Button(_("Keep beside the plan"))
        self.keep.setAccessibleName(_("Keep beside the plan: {way}").format(way=way.title))
        self.keep.clicked.connect(self._keep)
        self.attempt = Button(_("Try it"), role="quiet")
        self.attempt.setAccessibleName(_("Try it on “Your week”: {way}").format(way=way.title))
        self.attempt.clicked.connect(self._try)
        self.trouble = Label(role="muted")
        self.trouble.hide()
        lines = column(Heading(way.title, level=3), spacing=4)
        for change in way.changes:
            lines.addWidget(Label(f"•  {change}"))
        lines.addWidget(Label(way.asks, role="muted"))
        if way.instead:
            lines.addWidget(Label(way.instead, role="muted"))
        lines.addSpacing(4)
        lines.addLayout(FlowLayout(self.keep, self.attempt))
        lines.addWidget(self.trouble)
        self.setLayout(lines)

    def scenario(self, name: str) -> KeptScenario:
        """Return the way as a scenario of some name."""
        answers, now = self._way.answers, self._session.answers
        known = self._session.catalogue.questionnaire
        week = [each.id for each in known if each.cell is not None and not each.is_scored]
        others = [key for key in (*week, PEOPLE) if answers.get(key) != now.get(key)]
        return scenario_of(name, answers, self._way.choices, others)

    def _keep(self) -> None:
        session = self._session
        scenario, key = self.scenario(self._way.name), free_key(session.record, session.catalogue)
        alike = kept_alike(session, scenario)
        if alike is not None:
            self._say(_("It is kept already, as “{name}”.").format(name=alike.name))
            return
        if key is None:
            self._say(room_trouble(session))
            return
        name = free_name(session, scenario.name)
        put_scenario(session, key, self.scenario(name))
        self.trouble.hide()
        words = _("“{name}” is kept beside the plan: you find it on “Your week”.")
        offer_undo(self._context.messages, session, words.format(name=name))

    def _try(self) -> None:
        self._context.go("week", try_place(self.scenario(self._way.name)))

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        announce(self, words)
