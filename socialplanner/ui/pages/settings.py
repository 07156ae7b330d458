"""Settings: how the program looks, speaks and keeps; each is in force at once, and saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.settings_backups import AllBackupsCard
from socialplanner.ui.pages.settings_brand import BrandCard
from socialplanner.ui.pages.settings_history import HistoryCard
from socialplanner.ui.pages.settings_look import LookCard
from socialplanner.ui.pages.settings_place import PlaceCard
from socialplanner.ui.pages.settings_words import FormatsCard, LanguageCard
from socialplanner.ui.pages.sheet import Sheet

if TYPE_CHECKING:
    from socialplanner.ui.pages.settings_parts import SettingsCard


class SettingsPage(Sheet):
    """All settings; `entered` with the name of a card begins there."""

    def __init__(self, context: Context, release: Callable[[], None]) -> None:
        """Begin with what is set; `release` closes the open profile, where one has to change."""
        super().__init__(
            "settings",
            _("Settings"),
            context,
            _("Each change counts at once and is saved; there is nothing to confirm."),
        )
        self.look = LookCard(context)
        self.language = LanguageCard(context)
        self.formats = FormatsCard(context, context.program.today())
        self.brand = BrandCard(context)
        self.backups = HistoryCard(context, release)
        self.all_backups = AllBackupsCard(context)
        self.place = PlaceCard(context)
        self.all_backups.profiles_changed.connect(self.backups.refresh)
        self.cards: dict[str, SettingsCard] = {
            "look": self.look,
            "language": self.language,
            "formats": self.formats,
            "brand": self.brand,
            "backups": self.backups,
            "all_backups": self.all_backups,
            "place": self.place,
        }
        for card in self.cards.values():
            self.box.addWidget(card)
        self.box.addStretch(1)

    def entered(self, place: str) -> None:
        """Look at the disk anew."""
        super().entered(place)
        self.backups.refresh()
        self.all_backups.look_for_lost()
        if place in self.cards:
            self.show_part(self.cards[place])
