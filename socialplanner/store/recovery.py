"""Get a damaged profile back: from its newest good backup and from what its pages still hold."""

import shutil
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from socialplanner.domain.record import ProfileRecord
from socialplanner.store import database
from socialplanner.store.backups import Backups, stamp
from socialplanner.store.carving import carve
from socialplanner.store.locking import ProfileLock
from socialplanner.store.profile_file import read_profile
from socialplanner.store.reading import record_of
from socialplanner.store.salvage import RowsByKey, completed, merged_rows, replayed
from socialplanner.store.tables import ANSWER, present_tables, rows_of
from socialplanner.store.trouble import StoreError, told
from socialplanner.store.whole_file import replace_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What could be got back: the record, and where its answers come from.

    `backed_up_at` is the moment of the backup that was used, None where there was none.
    """

    record: ProfileRecord
    read_answers: int
    backup_answers: int
    backed_up_at: datetime | None


def recoverable(path: Path, backups: Backups) -> Recovery:
    """Return what can be got back of a damaged file; nothing is changed.

    Raises StoreError where neither a page nor a backup holds anything.
    """
    carved = replayed(salvaged_rows(path, backups.key))
    found = backups.newest_good()
    backup = found[0] if found else None
    earlier = _backup_rows(backup.path, backups.key) if backup else {}
    rows = merged_rows(earlier, carved)
    if not any(rows.values()):
        raise StoreError(
            f"Nothing can be read of {path}, and there is no backup of it. The file was left as "
            f"it is; if you have a bundle of this profile, import that."
        )
    record = record_of({name: list(each.values()) for name, each in completed(rows, path).items()})
    read = len(carved.get(ANSWER.name, {}))
    return Recovery(
        record=record,
        read_answers=read,
        backup_answers=len(rows.get(ANSWER.name, {})) - read,
        backed_up_at=backup.moment if backup else None,
    )


def recover(path: Path, backups: Backups, damaged: Path, moment: datetime) -> Recovery:
    """Put what can be got back in the place of a damaged file, which is kept with its journals."""
    lock = ProfileLock(path)
    lock.acquire()
    try:
        recovery = recoverable(path, backups)
        replace_profile(path, recovery.record, damaged / stamp(moment), backups.key)
    finally:
        lock.release()
    return recovery


def salvaged_rows(path: Path, key: str | None = None) -> RowsByKey:
    """Return every row that can be read from a damaged file, on a copy of it with its journal.

    An encrypted page cannot be read past SQLCipher, which opens a file whole or not at all.
    """
    with told(path), tempfile.TemporaryDirectory(prefix=".salvage-", dir=path.parent) as folder:
        copy = Path(folder, path.name)
        for suffix in ("", *database.SIDE_FILES):
            with suppress(FileNotFoundError):
                shutil.copyfile(
                    path.with_name(path.name + suffix), copy.with_name(copy.name + suffix)
                )
        with suppress(StoreError):
            database.roll_back(copy, key)
        rows: RowsByKey = {}
        for row in carve(copy):
            rows.setdefault(row.table.name, {})[row.table.key(row.values)] = row.values
        return rows


def _backup_rows(path: Path, key: str | None) -> RowsByKey:
    with told(path), closing(read_profile(path, key=key)) as file:
        return {
            table.name: {table.key(row): row for row in rows_of(file.connection, table)}
            for table in present_tables(file.connection)
        }
