"""The command `profiles restore`: backups listed, compared with the present, and put back."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.bringing_back import bring_back, lost_record
from socialplanner.cli.profiles.changes_between import changes_words
from socialplanner.cli.profiles.hints import command
from socialplanner.cli.profiles.place import found, opened
from socialplanner.cli.profiles.recovering import recover
from socialplanner.cli.profiles.unlocking import unlocked_to_restore
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.listing import ProfileEntry
from socialplanner.domain.moment import moment_text
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.state_changes import changes_between
from socialplanner.errors import UserError
from socialplanner.messages import counted, quoted, visible
from socialplanner.store.backups import Backup, Backups, read_backup, stamp
from socialplanner.store.library import Library
from socialplanner.store.trouble import DamagedError, ProtectedError, StoreError


def restore(arguments: Namespace) -> None:
    """List the backups of a profile, or put one in its place, or only say what that would do."""
    library = opened(arguments.data_folder)
    if not arguments.damaged and _is_lost(library, arguments):
        return
    entry, path = found(library, arguments.name)
    if not arguments.json:
        entry = unlocked_to_restore(library, entry, arguments)
    backups = library.backups_of(path)
    if arguments.damaged:
        recover(library, path, is_preview=arguments.preview)
    elif arguments.list:
        _list(path, backups, is_json=arguments.json)
    else:
        _put_back(library, entry, arguments)


def _is_lost(library: Library, arguments: Namespace) -> bool:
    """Serve a profile whose file is gone, and tell whether it is one."""
    record = lost_record(library, arguments)
    if record is None:
        return False
    backups = library.backups(record.id)
    if arguments.list:
        _list(backups.folder, backups, is_json=arguments.json)
        return True
    backup = None
    if arguments.backup is not None:
        see = command("restore", record.id, "--list")
        backup = _named(backups.listed(), arguments.backup, see)
    bring_back(library, backups, backup, is_preview=arguments.preview)
    return True


def _put_back(library: Library, entry: ProfileEntry, arguments: Namespace) -> None:
    """Put a backup in the place of a profile, or only say what that would do."""
    path = library.path(entry)
    backups = library.backups_of(path)
    present = _present(library, path, arguments)
    backup = _chosen(backups, arguments.backup, present, entry.name)
    then = read_backup(backup.path, backups.key)
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


def _list(path: Path, kept: Backups, *, is_json: bool) -> None:
    """Print the backups there are, the newest first."""
    backups = kept.listed()
    if is_json:
        listed = [{"moment": moment_text(each.moment), "path": str(each.path)} for each in backups]
        streams.write(json_text({"path": str(path), "backups": listed}))
        return
    if not backups:
        streams.write("There is no backup of this profile.\n")
    for each in backups:
        contents = _contents(each, kept.key)
        streams.write(f"{stamp(each.moment)}  {_local(each)}  {contents}\n")


def _contents(backup: Backup, key: str | None) -> str:
    """Return in a few words what a backup holds."""
    try:
        record = read_backup(backup.path, key)
    except StoreError:
        return "cannot be read"
    answered = 0 if record.newest is None else len(record.newest.said())
    plans = counted(len(record.plans), "plan", "plans")
    return f"{visible(record.profile.name)}, {answered} answered, {plans} issued"


def _present(library: Library, path: Path, arguments: Namespace) -> ProfileRecord | None:
    """Return the present state; a damaged one only gives way to a backup that was named."""
    try:
        return library.read(path)
    except (DamagedError, ProtectedError):
        if arguments.backup is None:
            raise
        return None


def _chosen(kept: Backups, wanted: str | None, present: ProfileRecord | None, name: str) -> Backup:
    """Return the backup that was named, or the newest that holds something else than now."""
    backups = kept.listed()
    see = command("restore", name, "--list")
    if not backups:
        raise UserError(f"There is no backup of {quoted(name)}; nothing was changed.")
    if wanted is not None:
        return _named(backups, wanted, see)
    for backup in backups:
        if _differs(backup, kept.key, present):
            return backup
    raise UserError(f"Every backup holds the present state; nothing was changed. See them: {see}")


def _differs(backup: Backup, key: str | None, present: ProfileRecord | None) -> bool:
    try:
        return read_backup(backup.path, key) != present
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
