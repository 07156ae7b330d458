"""The command `profiles restore`: backups listed, compared with the present, and put back."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.changes_between import changes_between, changes_words
from socialplanner.cli.profiles.place import command, found, opened
from socialplanner.cli.profiles.recovering import recover
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.moment import moment_text
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.messages import quoted, visible
from socialplanner.store.backups import Backup, read_backup, stamp
from socialplanner.store.library import Library
from socialplanner.store.trouble import DamagedError, StoreError


def restore(arguments: Namespace) -> None:
    """List the backups of a profile, or put one in its place, or only say what that would do."""
    library = opened(arguments.data_folder)
    entry, path = found(library, arguments.name)
    if arguments.damaged:
        recover(library, path, is_preview=arguments.preview)
        return
    backups = library.backups_of(path).listed()
    if arguments.list:
        _list(path, backups, is_json=arguments.json)
        return
    present = _present(library, path, arguments)
    backup = _chosen(backups, arguments.backup, present, entry.name)
    then = read_backup(backup.path)
    when = _local(backup)
    if present is not None:
        words = changes_words(changes_between(present, then))
        streams.write(f"The backup of {when} makes these changes to the present: {words}.\n")
    if arguments.preview:
        streams.write("This was a preview; nothing was changed.\n")
        return
    library.restore(path, backup.path)
    kept = "is in a backup" if present else "is kept in the folder “damaged”"
    streams.write(f"{visible(entry.name)} is as it was at {when}; its last state {kept}.\n")


def _list(path: Path, backups: Sequence[Backup], *, is_json: bool) -> None:
    """Print the backups there are, the newest first."""
    if is_json:
        listed = [{"moment": moment_text(each.moment), "path": str(each.path)} for each in backups]
        streams.write(json_text({"path": str(path), "backups": listed}))
        return
    if not backups:
        streams.write("There is no backup of this profile.\n")
    lines = (f"{stamp(each.moment)}  {_local(each)}  {_contents(each)}\n" for each in backups)
    streams.write("".join(lines))


def _contents(backup: Backup) -> str:
    """Return in a few words what a backup holds."""
    try:
        record = read_backup(backup.path)
    except StoreError:
        return "cannot be read"
    answered = 0 if record.newest is None else len(record.newest.said())
    return f"{visible(record.profile.name)}, {answered} answered, {len(record.plans)} issued"


def _present(library: Library, path: Path, arguments: Namespace) -> ProfileRecord | None:
    """Return the present state; a damaged one only gives way to a backup that was named."""
    try:
        return library.read(path)
    except DamagedError:
        if arguments.backup is None:
            raise
        return None


def _chosen(
    backups: Sequence[Backup], wanted: str | None, present: ProfileRecord | None, name: str
) -> Backup:
    """Return the backup that was named, or the newest that holds something else than now."""
    see = command("restore", name, "--list")
    if not backups:
        raise UserError(f"There is no backup of {quoted(name)}; nothing was changed.")
    if wanted is not None:
        return _named(backups, wanted, see)
    for backup in backups:
        if _differs(backup, present):
            return backup
    raise UserError(f"Every backup holds the present state; nothing was changed. See them: {see}")


def _differs(backup: Backup, present: ProfileRecord | None) -> bool:
    try:
        return read_backup(backup.path) != present
    except StoreError:
        return False


def _named(backups: Sequence[Backup], wanted: str, see: str) -> Backup:
    """Return the one backup whose moment begins so, as listed or in local time."""
    matching = [
        each
        for each in backups
        if wanted.strip()
        and (stamp(each.moment).startswith(wanted) or _local(each).startswith(wanted))
    ]
    if len(matching) == 1:
        return matching[0]
    which = "Several backups begin" if matching else "No backup begins"
    raise UserError(f"{which} with {quoted(wanted)}; name one of these: {see}")


def _local(backup: Backup) -> str:
    return backup.moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")
