"""The data folder a command works on: opened, warned about, and its profiles opened in turn."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from socialplanner import paths
from socialplanner.cli import streams
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

PLAIN = "-_.,:=/+@"
"""Signs that no shell reads as anything but themselves; letters of all scripts are such, too."""

EASY_NAME = 60
"""The longest name that a command in a message repeats."""


def opened(folder: str | None, *, empties_trash: bool = True) -> Library:
    """Return the library of a folder, the person's own by default.

    A folder that others write in as well is warned about; what was in the trash for longer than
    it is kept is erased, as was said when it was put there.
    """
    where = (paths.data_dir() if folder is None else Path(folder)).absolute()
    warning = place_warning(where) or place_warning(where.resolve())
    if warning is not None:
        streams.complain(f"Warning: {warning}")
    library = Library(where)
    if empties_trash:
        _empty_trash(library)
    return library


def _empty_trash(library: Library) -> None:
    """Erase what is overdue and say so; a failure stops no command."""
    erased = library.trash.overdue(library.clock())
    if not erased:
        return
    from socialplanner.cli.profiles.erasing import erase_trashed  # noqa: PLC0415 - seldom needed

    try:
        for trashed in erased:
            erase_trashed(library, trashed)
    except StoreError as error:
        streams.complain(f"Warning: the trash could not be emptied. {error}")
        return
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
            streams.complain(f"Warning: no backup was made. {profile.backup_trouble}")


def found(library: Library, name: str) -> tuple[ProfileEntry, Path]:
    """Return the profile of that name with its file, or raise UserError."""
    if not name.strip():
        raise UserError("The name of the profile is empty; name one of: profiles list.")
    entry = library.find(name)
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


def command(verb: str, name: str, *rest: str) -> str:
    """Return a command as one types it, ready to copy."""
    import shlex  # noqa: PLC0415 - only where a message names a command

    shown = visible(name)
    is_plain = all(each.isalnum() or each in PLAIN for each in shown)
    return " ".join(
        ("socialplanner profiles", verb, shown if is_plain and shown else shlex.quote(shown), *rest)
    )


def typed_name(name: str, record_id: str) -> str:
    """Return how a profile is best named in a command: by its id where its name is hard to type."""
    is_easy = name.isprintable() and len(name) <= EASY_NAME and not name.startswith("-")
    return name if is_easy else record_id
