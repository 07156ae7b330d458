"""Bring back a profile whose file is gone: its backups are still there."""

from argparse import Namespace

from socialplanner.cli import streams
from socialplanner.cli.profiles.calling import begins, is_called, is_handle
from socialplanner.cli.profiles.passphrases import given_passphrase
from socialplanner.domain.listing import folded
from socialplanner.domain.record import ProfileRecord
from socialplanner.messages import visible
from socialplanner.store.backups import Backup, Backups, read_backup
from socialplanner.store.library import Library
from socialplanner.store.naming import file_name
from socialplanner.store.whole_file import create_profile


def lost_record(library: Library, arguments: Namespace) -> ProfileRecord | None:
    """Return the one profile of that name of which there are backups and no file, or None.

    A profile that is there is never meant. Backups with a passphrase are looked into where it is
    given in a file or in the variable.
    """
    name = arguments.name
    wanted = folded(name.strip())
    there = library.entries()
    if not wanted or any(
        is_handle(each, name) or is_called(each, name) or begins(each, name) for each in there
    ):
        return None
    key = given_passphrase(arguments.passphrase_file, is_asked=False, is_new=False)
    lost = [record for _, record in library.lost(key) if _is_called(record, wanted, name)]
    return lost[0] if len(lost) == 1 else None


def _is_called(record: ProfileRecord, wanted: str, name: str) -> bool:
    return record.id == name or folded(record.profile.name).startswith(wanted)


def bring_back(
    library: Library, backups: Backups, chosen: Backup | None, *, is_preview: bool
) -> None:
    """Make a profile anew from one of its backups, the newest good one by default."""
    newest = backups.newest_good()
    backup = chosen or (newest[0] if newest else None)
    if backup is None:
        return
    record = read_backup(backup.path, backups.key)
    name, when = visible(record.profile.name), f"{backup.moment.astimezone():%Y-%m-%d %H:%M:%S}"
    if is_preview:
        streams.write(
            f"The file of {name} is gone; restoring would make it anew as it was at {when}. "
            f"Nothing was changed.\n"
        )
        return
    file = file_name(record.profile.name, record.id, is_protected=backups.key is not None)
    path = library.folder / file
    create_profile(path, record, backups.key)
    streams.write(
        f"The file of {name} was gone; it is as it was at {when}, in {visible(str(path))}.\n"
    )
