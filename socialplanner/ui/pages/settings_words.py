"""Settings of the words: language, and how dates, numbers and money are written."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QLineEdit

from socialplanner.presentation.i18n import _, languages
from socialplanner.ui.context import Context
from socialplanner.ui.language import own_name, use_formats
from socialplanner.ui.pages.settings_parts import Choices, SettingsCard, labelled
from socialplanner.ui.widgets.labels import Label

FORMATS: Final = (
    "en_GB",
    "en_US",
    "en_IE",
    "de_DE",
    "de_CH",
    "fr_FR",
    "es_ES",
    "it_IT",
    "nl_NL",
    "pl_PL",
    "pt_BR",
    "sv_SE",
)
SAMPLE_NUMBER: Final = 1234.5
CURRENCY_LENGTH: Final = 12


class LanguageCard(SettingsCard):
    """The language: found among the translations, in force at the next start."""

    def __init__(self, context: Context) -> None:
        """Begin with what is set."""
        super().__init__(_("Language"))
        self._settings = context.program.settings
        there = {each: own_name(each) for each in languages()}
        choices = {"": _("As the system"), **there}
        self.language = Choices(choices, self._settings.text("language"))
        self.note = Label(role="small")
        self.box.addWidget(labelled(_("Language of the window"), self.language))
        self.box.addWidget(self.note)
        only = _("There is no translation yet but the English original.")
        self.note.setText(only if len(there) == 1 else _("Another language begins at the start."))
        self.language.currentIndexChanged.connect(self._keep)

    def _keep(self) -> None:
        self._settings.put("language", self.language.value)
        self.note.setText(_("Kept. It is spoken from the next start on."))


class FormatsCard(SettingsCard):
    """Dates, numbers, paper and currency."""

    def __init__(self, context: Context, today: date) -> None:
        """Begin with what is set."""
        super().__init__(
            _("Formats"),
            _("For fields and lists. The sentences of a plan keep the style of its language."),
        )
        self._settings = context.program.settings
        samples = {name: sample(QLocale(name), today) for name in FORMATS}
        system = _("As the system:  {sample}").format(sample=sample(QLocale.system(), today))
        self.formats = Choices({"": system, **samples}, self._settings.text("formats"))
        papers = {"a4": _("A4"), "letter": _("US Letter")}
        self.paper = Choices(papers, self._settings.text("paper", "a4"))
        self.currency = QLineEdit(self._settings.text("currency"))
        self.currency.setMaxLength(CURRENCY_LENGTH)
        self.currency.setPlaceholderText(
            QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencySymbol)
        )
        self._build()

    def _build(self) -> None:
        self.box.addWidget(labelled(_("Dates and numbers"), self.formats))
        self.box.addWidget(
            labelled(_("Paper"), self.paper, _("Plans are made for this paper at first."))
        )
        hint = _("New plans begin with it; it is printed as you write it here.")
        self.box.addWidget(labelled(_("Currency"), self.currency, hint))
        self.formats.currentIndexChanged.connect(self._keep_formats)
        self.paper.currentIndexChanged.connect(self._keep_paper)
        self.currency.editingFinished.connect(self._keep_currency)

    def _keep_formats(self) -> None:
        self._settings.put("formats", self.formats.value)
        use_formats(self._settings)
        self.window().setLocale(QLocale())

    def _keep_paper(self) -> None:
        self._settings.put("paper", self.paper.value)

    def _keep_currency(self) -> None:
        self._settings.put("currency", self.currency.text().strip())


def sample(locale: QLocale, today: date) -> str:
    """Return a day, a date and a number as a country writes them, with its name."""
    day = QDate(today.year, today.month, today.day)
    short = locale.toString(day, QLocale.FormatType.ShortFormat)
    number = locale.toString(SAMPLE_NUMBER, "f", 1)
    country = QLocale.territoryToString(locale.territory())
    return f"{short}  ·  {number}  ·  {country}"
