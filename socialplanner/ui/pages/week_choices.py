"""What else could be in the plan, and what was decided about it: both can be changed here."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialplanner.domain.profile import Choices
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, clear, column, row


class ListCard(Card):
    """Activities by name, each with one button; `decided` has the id and what was decided."""

    decided = Signal(str, str)

    def __init__(self, context: Context, title: str, lead: str) -> None:
        """Begin without activities."""
        super().__init__(spacing=8)
        self._context = context
        self._shown: object = None
        self.lead = Label(lead, role="muted")
        self.buttons: dict[str, Button] = {}
        self._lines = column(spacing=12)
        self.heading = Heading(title, level=2)
        self.box.addWidget(self.heading)
        self.box.addWidget(self.lead)
        self.box.addLayout(self._lines)

    def _is_news(self, shown: object) -> bool:
        """Return whether something else is to be shown than is shown already."""
        if shown == self._shown:
            return False
        self._shown = shown
        clear(self._lines)
        self.buttons = {}
        return True

    def _add(self, key: str, name: str, words: str, button: Button, deed: str) -> None:
        button.clicked.connect(lambda: self.decided.emit(key, deed))
        self.buttons[key] = button
        texts = column(Label(name, role="strong"), spacing=2)
        if words:
            texts.addWidget(Label(words, role="small"))
        line = row(texts, button, spacing=12)
        line.setStretch(0, 1)
        self._lines.addLayout(line)


class AlternativesCard(ListCard):
    """What came next in the repeats, to be kept in the plan."""

    def __init__(self, context: Context) -> None:
        """Begin without alternatives."""
        lead = _("If an activity does not suit you, these came next in the repeats.")
        super().__init__(context, _("What else would do"), lead)

    def show_alternatives(self, found: Sequence[tuple[str, str, str]], *, is_known: bool) -> None:
        """Show ids, names and how often each was chosen; greyed while that is being checked."""
        self.setVisible(bool(found))
        self.setEnabled(is_known)
        if not self._is_news(tuple(found)):
            return
        for key, name, often in found:
            button = Button(_("Keep"), role="chip", icon=self._context.icon("pin", "muted"))
            button.setAccessibleName(_("Keep “{name}” in the plan").format(name=name))
            self._add(key, name, often, button, "pin")


class ChoicesCard(ListCard):
    """What was kept or declined and can be taken back; also where no plan can meet it."""

    def __init__(self, context: Context, session: Session) -> None:
        """Begin without choices."""
        lead = _("You said so. Take one back, and the plan may use it again.")
        super().__init__(context, _("Not for us"), lead)
        self._session = session

    def show_choices(self, choices: Choices, *, has_plan: bool) -> None:
        """Show what was declined, and where there is no plan also what was kept."""
        kept = frozenset[str]() if has_plan else choices.pinned
        self.setVisible(bool(choices.declined or kept))
        if not self._is_news((choices.declined, kept)):
            return
        self.heading.setText(_("Your choices") if kept else _("Not for us"))
        for key in self._in_order(choices.declined):
            self._show(key, _("Not for us"), _("Take “{name}” back"))
        for key in self._in_order(kept):
            self._show(key, _("Kept in the plan"), _("No longer keep “{name}”"))

    def _in_order(self, ids: Iterable[str]) -> list[str]:
        wanted = frozenset(ids)
        return [each.id for each in self._session.catalogue.activities if each.id in wanted]

    def _show(self, key: str, state: str, name_of_button: str) -> None:
        activity = self._session.catalogue.activity(key)
        button = Button(_("Take back"), icon=self._context.icon("undo-2", "muted"))
        short = activity.short or activity.name
        button.setAccessibleName(name_of_button.format(name=short))
        self._add(key, activity.name, state, button, "free")

    def first_button(self) -> QWidget | None:
        """Return the first button, None where there is none."""
        return next(iter(self.buttons.values()), None)
