"""Begin a plan: who it is for."""

from urllib.parse import urlsplit

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLineEdit

from socialplanner.domain.profile import Profile
from socialplanner.presentation.i18n import _
from socialplanner.ui.pages.home_panel import Panel, labelled, pressing, text_field
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.layouts import row


class NewPanel(Panel):
    """Asks for the name of a business and a little more; `wanted` has the profile."""

    wanted = Signal(object)

    def __init__(self, currency: str) -> None:
        """Ask with the currency that was set, else one that fits the person's own country."""
        super().__init__(
            _("A new plan"),
            _("Only the name is needed. Everything can be changed later."),
        )
        self.name = text_field()
        self.currency = text_field(currency or usual_currency())
        self.prepared_for = text_field()
        self.prepared_by = text_field()
        self.website = text_field()
        self.website.setPlaceholderText("https://")
        first = row(spacing=16)
        first.addLayout(labelled(_("Name of the business"), self.name), 3)
        first.addLayout(labelled(_("Currency"), self.currency), 1)
        second = row(spacing=16)
        second.addLayout(labelled(_("Prepared for (optional)"), self.prepared_for), 1)
        second.addLayout(labelled(_("Prepared by (optional)"), self.prepared_by), 1)
        self.content.addLayout(first)
        self.content.addLayout(second)
        self.content.addLayout(labelled(_("Website (optional)"), self.website))
        for field in self.findChildren(QLineEdit):
            field.returnPressed.connect(self.create_profile)
        self.begin_plan = pressing(
            Button(_("C&reate the plan"), role="primary"), self.create_profile
        )
        self.put_buttons(self.begin_plan)

    def create_profile(self) -> None:
        """Ask for the profile to be made, or say what is missing."""
        name, website = self.name.text().strip(), whole_address(self.website.text().strip())
        if not name:
            self.say_trouble(_("The plan needs a name. Type what the business is called."))
            self.name.setFocus()
            return
        if not is_address(website):
            self.say_trouble(
                _("This reads like no address of a website. Type one such as https://example.com.")
            )
            self.website.setFocus()
            return
        self.say_trouble("")
        profile = Profile(
            name=name,
            currency=self.currency.text().strip(),
            prepared_for=self.prepared_for.text().strip(),
            prepared_by=self.prepared_by.text().strip(),
            website=website,
        )
        self.wanted.emit(profile)


def usual_currency() -> str:
    """Return the sign of the money that is used where the person lives."""
    return QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencySymbol)


def whole_address(text: str) -> str:
    """Return an address as a browser takes it; "https://" need not be typed."""
    return f"https://{text}" if text and "://" not in text else text


def is_address(text: str) -> bool:
    """Return whether a browser would open a text as a page; no text at all is fine, too."""
    if not text:
        return True
    try:
        parts = urlsplit(text)
        is_page = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
    return is_page and text.isprintable() and not any(each.isspace() for each in text)
