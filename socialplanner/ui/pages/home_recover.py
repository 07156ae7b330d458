"""A damaged profile: what can be got back of it, said before anything is changed."""

from pathlib import Path

from PySide6.QtCore import Signal

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.models.profile_words import exact
from socialplanner.ui.pages.home_panel import Panel, pressing
from socialplanner.ui.ports.shelf import Recoverable
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button

TASK = "home.recover"


class RecoverPanel(Panel):
    """Shows what can be got back, and gets it back when asked; `recovered` when it is there."""

    task = TASK
    recovered = Signal()

    def __init__(self, context: Context, name: str, path: Path) -> None:
        """Look at the file in the background."""
        super().__init__(
            _("“{name}” is damaged").format(name=name),
            _("Looking at what can be got back …"),
        )
        self._context = context
        self._path = path
        self.recover = pressing(Button(_("&Get it back"), role="primary"), self._start)
        self.recover.setEnabled(False)
        self.put_buttons(self.recover, cancel=_("Leave it as it is"))
        shelf = context.program.shelf
        task: Task[Recoverable] = Task(lambda: shelf.recoverable(path), self._show, self._refuse)
        context.tasks.run(TASK, task)

    def _show(self, found: Recoverable) -> None:
        self.lead.setText(recovery_words(found))
        self.recover.setEnabled(True)
        self.recover.setFocus()

    def _refuse(self, error: UserError) -> None:
        self.lead.hide()
        self.say_trouble(str(error))

    def _start(self) -> None:
        self.recover.setEnabled(False)
        shelf, path = self._context.program.shelf, self._path
        task: Task[Recoverable] = Task(
            lambda: shelf.recover(path), lambda _found: self.recovered.emit(), self._refuse
        )
        self._context.tasks.run(TASK, task)


def recovery_words(found: Recoverable) -> str:
    """Return what can be got back, from where, and what becomes of the damaged file."""
    parts = [
        _("What is left of it belongs to “{name}”.").format(name=found.record.profile.name),
        plural(
            "{count} answer can still be read in the file.",
            "{count} answers can still be read in the file.",
            found.read_answers,
        ),
    ]
    if found.backed_up_at is None:
        parts.append(_("There is no good backup that could help."))
    else:
        more = plural(
            "{count} more comes from the backup of",
            "{count} more come from the backup of",
            found.other_answers,
        )
        parts.append(f"{more} {exact(found.backed_up_at)}.")
    parts.append(_("The damaged file is kept aside; nothing of it is thrown away."))
    return " ".join(parts)
