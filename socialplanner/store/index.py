"""The library's index: a cache of what each profile file says of itself in one line.

It may be deleted at any time. A line counts only while size and time of its file are as they
were, and were not so young that another change could have hidden behind them.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

from socialplanner.domain.listing import ProfileEntry, entry_of
from socialplanner.domain.moment import moment_of, moment_text
from socialplanner.domain.record import AssessmentState
from socialplanner.store import database
from socialplanner.store.driver import sqlite_errors
from socialplanner.store.profile_file import is_protected, plain_stem, read_profile
from socialplanner.store.trouble import DamagedError, NewerFileError, StoreError

INDEX_NAME = ".index.sqlite"
YOUNG_NANOSECONDS = 2_000_000_000
"""Two changes within the grain of a file's clock look alike: what is younger is read again."""

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS entry (file TEXT PRIMARY KEY, size INTEGER, changed INTEGER,"
    " entry TEXT) STRICT"
)

LASTING = ("", "protected")
"""What may be remembered of a file: other troubles pass, or go with the next version."""

Stamp = tuple[int, int]


class Index:
    """The cached entries of the profile files in one folder."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; the index is made when it is first asked."""
        self._folder = folder
        self.path = folder / INDEX_NAME

    def entries(self, files: Iterable[os.DirEntry[str]], now: datetime) -> list[ProfileEntry]:
        """Return an entry for each file: from the cache where it still fits, else read anew."""
        stamps = dict(_stamps(files))
        cached = self._cached()
        fresh = dict(self._fresh(stamps, cached, now))
        self._keep(fresh, stamps, cached.keys() - stamps.keys())
        known = {**{name: entry for name, (_, entry) in cached.items()}, **fresh}
        return [known[name] for name in stamps]

    def forget(self, name: str) -> None:
        """Take an erased profile out of the index, leaving no trace of it there."""
        try:
            with closing(self._connect()) as connection:
                connection.execute("DELETE FROM entry WHERE file = ?", (name,))
                connection.execute("VACUUM")
        except sqlite_errors(OSError):
            self._remove()

    def _remove(self) -> None:
        for suffix in (*database.SIDE_FILES, ""):
            with suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink()

    def _fresh(
        self, stamps: dict[str, Stamp], cached: dict[str, tuple[Stamp, ProfileEntry]], now: datetime
    ) -> Iterator[tuple[str, ProfileEntry]]:
        horizon = int(now.timestamp()) * 1_000_000_000 - YOUNG_NANOSECONDS
        for name, stamp in stamps.items():
            known = cached.get(name)
            if known is None or known[0] != stamp or stamp[1] > horizon:
                yield name, read_entry(self._folder / name)

    def _cached(self) -> dict[str, tuple[Stamp, ProfileEntry]]:
        """Return what the index holds; one that cannot be used is removed and holds nothing."""
        try:
            with closing(self._connect()) as connection:
                rows = connection.execute("SELECT file, size, changed, entry FROM entry")
                return {file: ((size, changed), _entry(text)) for file, size, changed, text in rows}
        except sqlite_errors(ValueError, KeyError, TypeError):
            self._remove()
        except OSError:
            pass  # no room or no right to make one: then everything is read anew
        return {}

    def _keep(
        self, fresh: dict[str, ProfileEntry], stamps: dict[str, Stamp], gone: Iterable[str]
    ) -> None:
        """Write what was read anew; an index that cannot be written costs time, nothing else."""
        rows = [
            (name, *stamps[name], _text(entry))
            for name, entry in fresh.items()
            if entry.trouble in LASTING and name.isprintable()
        ]
        lost = [(name,) for name in gone]
        if not rows and not lost:
            return
        with (
            suppress(*sqlite_errors(OSError)),
            closing(self._connect()) as connection,
            database.transaction(connection),
        ):
            connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)
            connection.executemany("DELETE FROM entry WHERE file = ?", lost)

    def _connect(self) -> sqlite3.Connection:
        if not self.path.exists():
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        connection = sqlite3.connect(self.path, isolation_level=None)
        try:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(SCHEMA)
        except BaseException:
            connection.close()
            raise
        return connection


def read_entry(path: Path) -> ProfileEntry:
    """Return what a profile file says of itself; one that cannot be opened says why."""
    if is_protected(path):
        return _told(path, "protected")
    try:
        with closing(read_profile(path)) as file:
            return entry_of(file.record, path.name)
    except NewerFileError:
        trouble = "newer"
    except DamagedError:
        trouble = "damaged"
    except StoreError:
        trouble = "unreadable"
    return _told(path, trouble)


def _told(path: Path, trouble: str) -> ProfileEntry:
    """Return what a file's name says of a profile that is not opened."""
    name, _, record_id = plain_stem(path).rpartition("-")
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.exists() else _NEVER
    return ProfileEntry(
        file=path.name, id=record_id, name=name, changed_at=changed, trouble=trouble
    )


_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def _stamps(files: Iterable[os.DirEntry[str]]) -> Iterator[tuple[str, Stamp]]:
    """Yield size and time of each file that is still there."""
    for file in files:
        with suppress(FileNotFoundError):
            status = file.stat()
            yield file.name, (status.st_size, status.st_mtime_ns)


def _text(entry: ProfileEntry) -> str:
    plain = asdict(entry)
    plain["changed_at"] = moment_text(entry.changed_at)
    for key in ("assessed_on", "planned_on"):
        plain[key] = plain[key] and plain[key].isoformat()
    return json.dumps(plain, ensure_ascii=False)


def _entry(text: str) -> ProfileEntry:
    plain = json.loads(text)
    for key in ("assessed_on", "planned_on"):
        plain[key] = plain[key] and date.fromisoformat(plain[key])
    plain["state"] = plain["state"] and AssessmentState(plain["state"])
    plain["tags"] = tuple(plain["tags"])
    plain["changed_at"] = moment_of(plain["changed_at"])
    return ProfileEntry(**plain)
