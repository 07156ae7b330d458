"""All keys on one page, read from the menus themselves."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.models.shortcuts import Shortcut
from socialplanner.ui.pages.sheet import Sheet
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, clear, row

Groups = tuple[tuple[str, tuple[Shortcut, ...]], ...]


class ShortcutsPage(Sheet):
    """The sheet of shortcuts; `ask` gives what the menus have at that moment."""

    def __init__(self, context: Context, ask: Callable[[], Groups]) -> None:
        """Begin empty: `entered` asks the menus."""
        super().__init__(
            "shortcuts",
            _("Keyboard shortcuts"),
            context,
            _("Everything can be done with the keyboard. Alt and an underlined letter works too."),
        )
        self._ask = ask
        self._cards = row(spacing=0)
        self.box.addLayout(self._cards)
        self.box.addStretch(1)

    def entered(self, place: str) -> None:
        """Show the keys there are now."""
        clear(self._cards)
        groups = [*self._ask(), (_("On every page"), _everywhere())]
        cards = [_card(title, shortcuts) for title, shortcuts in groups if shortcuts]
        self._cards.addLayout(_columns(cards))
        super().entered(place)


def _columns(cards: list[Card]) -> QGridLayout:
    """Return the cards in one column, so that they are read in the order of the menus."""
    grid = QGridLayout()
    grid.setVerticalSpacing(16)
    for number, card in enumerate(cards):
        grid.addWidget(card, number, 0)
    return grid


def _card(title: str, shortcuts: tuple[Shortcut, ...]) -> Card:
    lines = QGridLayout()
    lines.setVerticalSpacing(8)
    lines.setColumnStretch(0, 1)
    for number, shortcut in enumerate(shortcuts):
        lines.addWidget(Label(shortcut.words), number, 0)
        keys = row(1, *(_key(each) for each in shortcut.keys), spacing=6)
        lines.addLayout(keys, number, 1)
    return Card(Heading(title, level=2), lines)


def _key(words: str) -> Label:
    label = Label(words, role="badge")
    label.setWordWrap(False)
    return label


def _everywhere() -> tuple[Shortcut, ...]:
    """Return the keys that belong to no menu: those of Qt, and those of the answer cards."""
    return (
        Shortcut(words=_("The next field, and the one before"), keys=("Tab", "Shift+Tab")),
        Shortcut(words=_("Press a button, choose what is marked"), keys=(_("Space"), _("Enter"))),
        Shortcut(words=_("The answer beside this one"), keys=("←", "→", "↑", "↓")),
        Shortcut(words=_("An answer by its number"), keys=("1 – 9",)),
        Shortcut(words=_("Open the answer again"), keys=(_("Delete"),)),
        Shortcut(words=_("The menus"), keys=("Alt+F", "F10")),
    )
