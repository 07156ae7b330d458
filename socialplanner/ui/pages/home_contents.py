"""What home shows, fetched in the background: the list, the words for it, and the first sample."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui.models.profile_words import Wording
from socialplanner.ui.tasks import Task

if TYPE_CHECKING:
    from socialplanner.domain.catalogue import Catalogue
    from socialplanner.domain.listing import ProfileEntry
    from socialplanner.ui.context import Context

LIST, WORDS, SAMPLE = "home.list", "home.words", "home.sample"
SAMPLE_MADE = "sample_made"
WARNED_OF = "warned_of_folder"
PAINTED = 80
"""Milliseconds in which the rows are painted before the catalogue is read: both take turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The profiles there are, and how many lie in the trash."""

    entries: list[ProfileEntry] = field(default_factory=list)
    in_trash: int = 0


class HomeContents(QObject):
    """Fetches; `changed` tells that `now` or `wording` are others, `refused` says why not."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._context = context
        self.now = Contents()
        self.wording = Wording(today=context.program.today())
        self.catalogue: Catalogue | None = None
        self.is_known = False
        self._is_tidy = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fetch_words)

    def fetch(self) -> None:
        """Read the list anew."""
        program = self._context.program
        tidies, self._is_tidy = not self._is_tidy, True

        def work() -> Contents:
            shelf = program.shelf
            if tidies:
                with suppress(UserError):  # it is tried again at the next start
                    shelf.tidy()
            return Contents(entries=shelf.entries(), in_trash=shelf.trash_size())

        self._context.tasks.run(LIST, Task(work, self._show, self._refuse))

    def _show(self, contents: Contents) -> None:
        self.now = contents
        self.is_known = True
        self._make_wording()
        self.changed.emit()
        if self._needs_sample():
            self._make_sample()
        elif self.catalogue is None and contents.entries:
            self._soon.start(PAINTED)

    def _fetch_words(self) -> None:
        program = self._context.program

        def work() -> tuple[Catalogue, str]:
            return program.catalogue, program.keeping.place_warning(program.shelf.folder)

        self._context.tasks.run(WORDS, Task(work, self._learn, self._refuse))

    def _learn(self, found: tuple[Catalogue, str]) -> None:
        self.catalogue, warning = found
        self._warn(warning)
        self._make_wording()
        self.changed.emit()

    def _warn(self, warning: str) -> None:
        """Say once of a folder that it is no safe place; the settings say it all the time."""
        context = self._context
        folder = str(context.program.shelf.folder)
        if warning and context.program.settings.text(WARNED_OF) != folder:
            context.program.settings.put(WARNED_OF, folder)
            show = (_("Show the settings"), lambda: context.go("settings", "place"))
            context.messages.show_message(warning, tone="warning", actions=(show,))

    def _make_wording(self) -> None:
        today, known = self._context.program.today(), self.catalogue
        if known is None:
            self.wording = Wording(today=today)
            return
        from socialplanner.presentation.names import business_kinds  # noqa: PLC0415 - on use

        count = len(known.questionnaire.by_id)
        self.wording = Wording(today=today, kinds=business_kinds(known), questions=count)

    def _needs_sample(self) -> bool:
        """Return whether this is the first start; a sample that is removed stays away."""
        settings = self._context.program.settings
        if settings.flag(SAMPLE_MADE):
            return False
        settings.put(SAMPLE_MADE, True)  # noqa: FBT003 - a setting like any other
        return not self.now.entries and not self.now.in_trash

    def _make_sample(self) -> None:
        program = self._context.program

        def work() -> object:
            return program.shelf.add(program.importing.sample())

        self._context.tasks.run(SAMPLE, Task(work, lambda _path: self.fetch(), self._refuse))

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(str(error))
