"""The page “Who it is for”."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QWidget

from socialplanner.domain.profile import Profile, is_page_address
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, ScrollPage, column
from socialplanner.ui.wizard.profile_field import BuddyLabel, ProfileField

LANGUAGES = (("en", "English"),)
"""Languages in which a plan can be written, each by its own name."""


class ProfilePage(Page):
    """Who it is for; every line is saved after a pause and can be taken back."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with what there is."""
        super().__init__(key, _("Who it is for"))
        self._context = context
        self._session = session
        self.fields = _fields()
        self.tags = ProfileField(
            _("Ta&gs"), _("With commas between; the list of plans is searched by them.")
        )
        self.language = QComboBox()
        for tag, name in LANGUAGES:
            self.language.addItem(name, tag)
        self.language.setAccessibleName(_("Language of the plan"))
        self._fill()
        for field in (*self.fields.values(), self.tags):
            field.paused.connect(self.save)
        self.language.activated.connect(self.save)
        session.answers_changed.connect(self._changed)
        self.show_profile()

    def _fill(self) -> None:
        page = ScrollPage(widest=720)
        lead = Label(_("The plan carries these lines. Only the name is needed."), role="lead")
        page.box.addLayout(column(Heading(self.title), lead, spacing=6))
        fields = self.fields
        plan = (fields["name"], fields["currency"], fields["website"])
        cover = (fields["prepared_for"], fields["prepared_by"], self._language_row())
        page.box.addWidget(_card(_("The business"), *plan))
        page.box.addWidget(_card(_("On the plan"), *cover))
        page.box.addWidget(_card(_("In your list"), self.tags))
        self.setLayout(column(page))

    def _language_row(self) -> QWidget:
        title = BuddyLabel(_("&Language of the plan"))
        title.setBuddy(self.language)
        hint = Label(_("Plans are written in English for now."), role="small")
        made = QWidget()
        made.setProperty("role", "clear")
        made.setLayout(column(title, self.language, hint, spacing=5))
        return made

    def entered(self, place: str) -> None:
        """Show what is kept; a new profile begins at its name."""
        del place
        self.show_profile()

    def left(self) -> None:
        """Keep what is being typed."""
        for field in (*self.fields.values(), self.tags):
            field.rest()
        self.save()

    def show_profile(self) -> None:
        """Show what is kept."""
        profile = self._session.record.profile
        for key, field in self.fields.items():
            field.show_text(getattr(profile, key))
            field.say("")
        self.tags.show_text(", ".join(self._session.record.tags))
        found = self.language.findData(profile.language)
        if found < 0:
            self.language.addItem(profile.language, profile.language)
            found = self.language.count() - 1
        self.language.setCurrentIndex(found)

    def save(self) -> None:
        """Keep every line that can be kept, and say what is wrong with the others."""
        old, texts = self._session.record.profile, {}
        for key, field in self.fields.items():
            trouble = trouble_with(key, field.text)
            field.say(trouble)
            texts[key] = getattr(old, key) if trouble else field.text
        texts["language"] = str(self.language.currentData())
        profile: Profile = replace(old, **texts)
        tags = tags_of(self.tags.text)
        if profile != old or tags != self._session.record.tags:
            self._session.set_profile(profile, tags)

    def _changed(self, question_id: str) -> None:
        if not question_id and self.isVisible():
            self.show_kept()

    def show_kept(self) -> None:
        """Show what is kept, but in lines that hold something that cannot be kept."""
        profile = self._session.record.profile
        for key, field in self.fields.items():
            if not trouble_with(key, field.text):
                field.show_text(getattr(profile, key))
        if tags_of(self.tags.text) != self._session.record.tags:
            self.tags.show_text(", ".join(self._session.record.tags))


def trouble_with(key: str, text: str) -> str:
    """Return why a line cannot be kept, "" where it can."""
    if key == "name" and not text:
        return _("A name is needed; every plan carries it. The last one is kept until then.")
    if key == "website" and text and not is_page_address(text):
        return _("An address begins with https:// or http:// and has no spaces.")
    return ""


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags of a line, each once."""
    return tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))


def _fields() -> dict[str, ProfileField]:
    return {
        "name": ProfileField(_("Na&me"), _("As it stands on the plan.")),
        "currency": ProfileField(_("C&urrency"), _("Printed as you write it: € or EUR."), "EUR"),
        "website": ProfileField(
            _("&Website"), _("Links of the plan lead there."), "https://example.com"
        ),
        "prepared_for": ProfileField(
            _("Prepared f&or"), _("For whom the plan is, where it is not for yourself.")
        ),
        "prepared_by": ProfileField(_("&Prepared by"), _("Who made it, such as a consultant.")),
    }


def _card(title: str, *items: QWidget) -> Card:
    return Card(Heading(title, level=2), *items, spacing=16)
