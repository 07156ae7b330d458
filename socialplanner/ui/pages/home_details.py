"""Small panels about one profile: name and tags, a copy, a new assessment, a passphrase."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.pages.home_panel import Panel, labelled, pressing, text_field
from socialplanner.ui.widgets.buttons import Button


class NamePanel(Panel):
    """Asks for a name; `named` has it. Used for a copy, and, with tags, for a profile itself."""

    named = Signal(str, tuple)

    def __init__(
        self, title: str, name: str, done: str, *, tags: tuple[str, ...] | None = None
    ) -> None:
        """Show a name to change, and tags where there are to be any."""
        super().__init__(title)
        self.name = text_field(name)
        self.tags = text_field(", ".join(tags or ()))
        self.content.addLayout(labelled(_("Name"), self.name))
        note = _("With commas between. Tags help to find and filter; they stand in no plan.")
        if tags is not None:
            self.content.addLayout(labelled(_("Tags"), self.tags, note))
        for field in (self.name, self.tags):
            field.returnPressed.connect(self.take)
        self.put_buttons(pressing(Button(done, role="primary"), self.take))

    def take(self) -> None:
        """Hand on what was typed, or say that a name is missing."""
        name = self.name.text().strip()
        if not name:
            self.say_trouble(_("It needs a name. Type what the business is called."))
            return
        self.named.emit(name, tags_of(self.tags.text()))


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags that a line names, each once."""
    found = (" ".join(part.split()) for part in text.split(","))
    return tuple(dict.fromkeys(tag for tag in found if tag))


class ReassessPanel(Panel):
    """Says what a new assessment is before one is begun; `agreed` when it is wanted."""

    agreed = Signal()

    def __init__(self, name: str, answers: int) -> None:
        """Say what is carried over."""
        carried = plural(
            "Its {count} answer is carried over for you to confirm or change.",
            "Its {count} answers are carried over for you to confirm or change.",
            answers,
        )
        stays = _("The last assessment stays as it is, to be compared with.")
        super().__init__(_("A new assessment of “{name}”").format(name=name), f"{carried} {stays}")
        self.put_buttons(pressing(Button(_("Be&gin it"), role="primary"), self.agreed.emit))


class UnlockPanel(Panel):
    """Asks for the passphrase of a profile; `unlocked` once it is the right one."""

    unlocked = Signal()

    def __init__(self, name: str, unlock: Callable[[str], None]) -> None:
        """Ask; `unlock` raises UserError where a passphrase is not the right one."""
        super().__init__(
            _("“{name}” has a passphrase").format(name=name),
            _("It is kept in memory until you close the program, and never written down."),
        )
        self._unlock = unlock
        self.passphrase = text_field(hides=True)
        self.passphrase.returnPressed.connect(self.take)
        self.content.addLayout(labelled(_("Passphrase"), self.passphrase))
        self.put_buttons(pressing(Button(_("&Unlock"), role="primary"), self.take))

    def take(self) -> None:
        """Try what was typed."""
        try:
            self._unlock(self.passphrase.text())
        except UserError as error:
            self.say_trouble(str(error))
            self.passphrase.selectAll()
            self.passphrase.setFocus()
        else:
            self.unlocked.emit()
