"""The program behind the window: each part is made when it is first asked for."""

from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner import paths
from socialplanner.app.fault_file import FaultFile
from socialplanner.app.log_file import LogFile
from socialplanner.app.settings import SettingsFile

if TYPE_CHECKING:
    from socialplanner.app.batches import BatchesInProcesses
    from socialplanner.app.comparing import Comparer
    from socialplanner.app.importing import FilesInAndOut
    from socialplanner.app.keeping import Keeper
    from socialplanner.app.logbook import FilesIntoLogbook
    from socialplanner.app.planning import AnswersToResults
    from socialplanner.app.portfolio import ClientReader
    from socialplanner.app.printing import PlanPrinter
    from socialplanner.app.reviewing import Reviewer
    from socialplanner.app.shelf import ProfilesOnDisk
    from socialplanner.domain.catalogue import Catalogue
    from socialplanner.domain.editing import Now
from socialplanner.presentation.i18n import catalogue_translation


class DesktopProgram:
    """Satisfies `ui.ports.Program`; imports on use what is heavy."""

    def __init__(self, data_folder: Path | None = None, config_folder: Path | None = None) -> None:
        """Keep profiles in a folder, by default the person's own."""
        self._data_folder = data_folder
        self.log = LogFile(paths.log_dir() if config_folder is None else config_folder / "log")
        self.last_run = FaultFile(self.log.folder)
        settings = (config_folder or paths.config_dir()) / "settings.json"
        self.settings = SettingsFile(settings, self.log)

    @property
    def data_folder(self) -> Path:
        """Return where profiles are kept: as asked for, as set, or the person's own folder."""
        if self._data_folder is not None:
            return self._data_folder
        kept = self.settings.text("data_folder")
        return Path(kept) if kept else paths.data_dir()

    @cached_property
    def catalogue(self) -> "Catalogue":
        """Return what the experts wrote."""
        from socialplanner.loading.catalogue import load_catalogue  # noqa: PLC0415 - on use

        return load_catalogue(paths.catalogue_dir(), catalogue_translation())

    @cached_property
    def shelf(self) -> "ProfilesOnDisk":
        """Return the profiles of the data folder."""
        from socialplanner.app.shelf import ProfilesOnDisk  # noqa: PLC0415 - on use

        return ProfilesOnDisk(self.data_folder, self.now)

    @cached_property
    def keeping(self) -> "Keeper":
        """Return backups, the data folder and the consultant's logo."""
        from socialplanner.app.keeping import Keeper  # noqa: PLC0415 - on use

        return Keeper(self)

    @cached_property
    def planning(self) -> "AnswersToResults":
        """Return the way from answers to results."""
        from socialplanner.app.planning import AnswersToResults  # noqa: PLC0415 - on use

        return AnswersToResults(self.catalogue, self.today)

    @cached_property
    def comparing(self) -> "Comparer":
        """Return the way to two assessments side by side."""
        from socialplanner.app.comparing import Comparer  # noqa: PLC0415 - on use

        return Comparer(self.catalogue)

    @cached_property
    def reviewing(self) -> "Reviewer":
        """Return the way to reviews of the log."""
        from socialplanner.app.reviewing import Reviewer  # noqa: PLC0415 - on use

        return Reviewer(self.catalogue, self.now)

    @cached_property
    def importing(self) -> "FilesInAndOut":
        """Return the way of files in and out."""
        from socialplanner.app.importing import FilesInAndOut  # noqa: PLC0415 - on use

        return FilesInAndOut(self)

    @cached_property
    def logbook(self) -> "FilesIntoLogbook":
        """Return the way of files into the logbook."""
        from socialplanner.app.logbook import FilesIntoLogbook  # noqa: PLC0415 - on use

        return FilesIntoLogbook(self)

    @cached_property
    def printing(self) -> "PlanPrinter":
        """Return the way to PDFs."""
        from socialplanner.app.printing import PlanPrinter  # noqa: PLC0415 - on use

        return PlanPrinter(self)

    @cached_property
    def portfolio(self) -> "ClientReader":
        """Return all clients side by side."""
        from socialplanner.app.portfolio import ClientReader  # noqa: PLC0415 - on use

        return ClientReader(self.catalogue, self.shelf.library, self.today)

    @cached_property
    def batches(self) -> "BatchesInProcesses":
        """Return the way to reports of many profiles at once."""
        from socialplanner.app.batches import BatchesInProcesses  # noqa: PLC0415 - on use

        return BatchesInProcesses(self)

    def end(self) -> None:
        """Stop what still works in processes of its own."""
        if "batches" in self.__dict__:  # else nothing was ever begun
            self.batches.end()

    @property
    def log_folder(self) -> Path:
        """Return where the log is."""
        return self.log.folder

    def today(self) -> date:
        """Return the day by the local calendar."""
        return datetime.now(UTC).astimezone().date()

    def now(self) -> "Now":
        """Return moment, day and catalogue of an edit."""
        from socialplanner.domain.editing import Now  # noqa: PLC0415 - on use

        moment = datetime.now(UTC)
        return Now(moment=moment, day=self.today(), catalogue_version=self.catalogue.version)

    def new_id(self) -> str:
        """Return an id that nothing has yet."""
        from socialplanner.store.naming import new_id  # noqa: PLC0415 - on use

        return new_id()
