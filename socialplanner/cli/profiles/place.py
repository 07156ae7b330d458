"""The data folder a command works on: opened, warned about, and its profiles opened in turn."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from socialplanner import paths
from socialplanner.cli import streams
from socialplanner.cli.profiles.calling import matching_entry
from socialplanner.cli.profiles.hints import command, hinted, typed_name
from socialplanner.domain.listing import ProfileEntry
from socialplanner.domain.record import ProfileRecord, RecordedAssessment
from socialplanner.errors import UserError
from socialplanner.messages import counted, quoted, visible
from socialplanner.store.library import Library
from socialplanner.store.open_profile import OpenProfile
from socialplanner.store.places import place_warning
from socialplanner.store.trouble import StoreError

COMMAND_LINE = "the command line"
"""What messages about arguments name as their source."""


def opened(folder: str | None, *, empties_trash: bool = True) -> Library:
    """Return the library of a folder, the person's own by default.

    A folder that others write in as well is warned about; what was in the trash for longer than
    it is kept is erased, as was said when it was put there.
    """
    where = (paths.data_dir() if folder is None else Path(folder)).absolute()
    warning = place_warning(where) or place_warning(where.resolve())
    if warning is not None:
        streams.complain(f"Warning: {warning} To make one, type: {command('export')}")
    library = Library(where)
    if empties_trash:
        _empty_trash(library)
    return library


def _empty_trash(library: Library) -> None:
    """Erase what is overdue and say so; a failure stops no command."""
    try:
        erased = library.empty_trash()
    except StoreError as error:
        streams.complain(f"Warning: the trash could not be emptied. {hinted(error)}")
        return
    if erased:
        names = ", ".join(visible(each.name) for each in erased)
        what = counted(len(erased), "profile was", "profiles were")
        streams.complain(f"{what} erased after thirty days in the trash: {names}.")


@contextmanager
def working(library: Library, path: Path) -> Iterator[OpenProfile]:
    """Open a profile to work on it, and warn at the end where no backup could be made."""
    profile = library.open(path)
    try:
        with profile:
            yield profile
    finally:
        if profile.backup_trouble is not None:
            streams.complain(f"Warning: no backup was made. {hinted(profile.backup_trouble)}")


def found(library: Library, name: str) -> tuple[ProfileEntry, Path]:
    """Return the profile of that name with its file, or raise UserError."""
    if not name.strip():
        raise UserError(f"The name of the profile is empty; name one of these: {command('list')}")
    entry = matching_entry(library, name)
    return entry, library.path(entry)


def newest(record: ProfileRecord) -> RecordedAssessment:
    """Return the assessment in hand, or raise UserError where none was begun."""
    if record.newest is None:
        begin = command("reassess", typed_name(record.profile.name, record.id))
        raise UserError(f"{quoted(record.profile.name)} has no assessment yet; begin one: {begin}")
    return record.newest


def moment_shown(moment: datetime) -> str:
    """Return a moment in local time, such as ``2027-01-31 13:00``."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def today(library: Library) -> date:
    """Return the local day."""
    return library.clock().astimezone().date()
