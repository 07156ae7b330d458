"""Get a damaged profile back: from its newest good backup and from what its pages still hold."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from socialplanner.domain.record import ProfileRecord
from socialplanner.messages import visible
from socialplanner.store import database
from socialplanner.store.backups import Backups, stamp
from socialplanner.store.carving import CarvedRow, CarvedSeal, carve
from socialplanner.store.locking import ProfileLock
from socialplanner.store.profile_file import is_protected, read_profile
from socialplanner.store.reading import record_of
from socialplanner.store.salvage import CHANGED, RowsByKey, completed, merged_rows
from socialplanner.store.tables import (
    ANSWER,
    DIGEST_BYTES,
    PROFILE,
    TABLES,
    Key,
    Row,
    Table,
    present_tables,
    row_digest,
    rows_of,
)
from socialplanner.store.trouble import ProtectedError, StoreError, told
from socialplanner.store.whole_file import replace_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What could be got back: the record, and where its answers come from.

    `read_answers` lay in the file, `other_answers` come from its history of changes or from the
    backup of `backed_up_at`, which is None where there was none.
    """

    record: ProfileRecord
    read_answers: int
    other_answers: int
    backed_up_at: datetime | None


def recoverable(path: Path, backups: Backups) -> Recovery:
    """Return what can be got back of a damaged file; nothing is changed.

    Raises StoreError where neither a page nor a backup holds anything.
    """
    if is_protected(path) and backups.key is None:
        raise ProtectedError(
            f"{visible(str(path))} has a passphrase, which is needed to get it back."
        )
    salvaged = salvage(path, backups.key)
    found = backups.newest_good()
    backup = found[0] if found else None
    earlier = _backup_rows(backup.path, backups.key) if backup else {}
    rows = merged_rows(earlier, salvaged.rows, salvaged.whole)
    if not any(rows.values()):
        raise StoreError(
            f"Nothing can be read of {visible(str(path))}, and there is no backup of it. The file "
            f"was left as it is; if you have a bundle of this profile, import that."
        )
    record = record_of({name: list(each.values()) for name, each in completed(rows, path).items()})
    read = len(salvaged.rows.get(ANSWER.name, {}))
    return Recovery(
        record=record,
        read_answers=read,
        other_answers=max(0, len(rows.get(ANSWER.name, {})) - read),
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


@dataclass(frozen=True, slots=True)
class Salvage:
    """The rows that can be read off a file, and the tables of which these are all."""

    rows: RowsByKey
    whole: frozenset[str]


def salvage(path: Path, key: str | None = None) -> Salvage:
    """Return every row that can be read from a damaged file, on a copy of it with its journal.

    An encrypted page cannot be read past SQLCipher, which opens a file whole or not at all.
    """
    with (
        told(path),
        tempfile.TemporaryDirectory(prefix=".socialplan-salvage-", dir=path.parent) as folder,
    ):
        copy = Path(folder, "damaged")
        for suffix in ("", *database.SIDE_FILES):
            with suppress(FileNotFoundError):
                shutil.copyfile(
                    path.with_name(path.name + suffix), copy.with_name(copy.name + suffix)
                )
        with suppress(StoreError):
            database.roll_back(copy, key)
        return _sorted_out(carve(copy))


def _sorted_out(carved: Iterable[CarvedRow | CarvedSeal]) -> Salvage:
    """Return carved rows by table and key: of two states of one row the later, and the seals."""
    rows: RowsByKey = {}
    seals: set[tuple[str, int, bytes]] = set()
    for each in carved:
        if isinstance(each, CarvedSeal):
            seals.add((each.table, each.count, each.digest))
            continue
        table = rows.setdefault(each.table.name, {})
        key = each.table.key(each.values)
        if key not in table or str(table[key].get(CHANGED, "")) <= str(each.values.get(CHANGED)):
            table[key] = each.values
    whole = (table.name for table in TABLES if _sealed(table, rows.get(table.name, {})) in seals)
    return Salvage(rows, frozenset(whole))


def _sealed(table: Table, rows: Mapping[Key, Row]) -> tuple[str, int, bytes]:
    """Return the seal that these rows would have."""
    total = 0
    for row in rows.values():
        values = tuple(row[column] for column in table.columns)
        total ^= int.from_bytes(row_digest(table, values))
    return table.name, len(rows), total.to_bytes(DIGEST_BYTES)


def known_id(path: Path) -> str | None:
    """Return whose profile a file is, also where it is damaged; None where nothing tells."""
    try:
        database.peek(path)
        with told(path), closing(database.connect(path, read_only=True)) as connection:
            found = connection.execute("SELECT id FROM profile").fetchone()
            if found is not None and isinstance(found[0], str):
                return found[0]
    except StoreError:
        pass
    with suppress(OSError):
        for each in carve(path):
            if isinstance(each, CarvedRow) and each.table is PROFILE:
                return str(each.values["id"])
    return None


def _backup_rows(path: Path, key: str | None) -> RowsByKey:
    with told(path), closing(read_profile(path, key=key)) as file:
        return {
            table.name: {table.key(row): row for row in rows_of(file.connection, table)}
            for table in present_tables(file.connection)
        }
