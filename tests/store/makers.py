"""Profiles to keep, and clocks to keep them by."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image

from socialplanner.domain.editing import Now, new_record, with_answer, with_assessment
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import (
    Brand,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
)
from socialplanner.exchange.logo import read_logo
from socialplanner.store.library import Library
from socialplanner.store.migrations import READABLE_SINCE, SCHEMA_VERSION
from socialplanner.store.tables import ABOUT, RowWriter

BEGINNING = datetime(2027, 1, 31, 12, tzinfo=UTC)
DAY = date(2027, 1, 31)
NOW = Now(moment=BEGINNING, day=DAY, catalogue_version="1.0.0")
FIRST = "a1"
QUESTIONS = tuple(f"style.question_{number}" for number in range(60))


@dataclass
class Clock:
    """A clock that a test moves; the file system's own goes its own way."""

    moment: datetime = field(default=BEGINNING)
    elapsed: float = 0.0

    def __call__(self) -> datetime:
        """Return what time it is."""
        return self.moment

    def pass_(self, **spans: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**spans)
        self.elapsed += timedelta(**spans).total_seconds()

    def seconds(self) -> float:
        """Return how long it has been running, whatever it shows."""
        return self.elapsed

    def now(self) -> Now:
        """Return the circumstances of an edit."""
        return Now(moment=self.moment, day=self.moment.date(), catalogue_version="1.0.0")


def begun(name: str = "Café Morgenlicht", record_id: str = "c0ffee") -> ProfileRecord:
    """Return a profile with an empty assessment."""
    return with_assessment(new_record(record_id, Profile(name=name), NOW), FIRST, NOW)


def answered(count: int = 60, record_id: str = "c0ffee") -> ProfileRecord:
    """Return a profile with so many answers."""
    record = begun(record_id=record_id)
    for number, question in enumerate(QUESTIONS[:count]):
        record = with_answer(record, FIRST, question, float(number % 5), NOW)
    return record


def full(record_id: str = "c0ffee") -> ProfileRecord:
    """Return a profile with something of everything."""
    record = answered(5, record_id)
    first = record.assessments[0]
    noted = RecordedAnswer(value=None, changed_at=BEGINNING, note="Ask «Ana» 🙂", is_marked=True)
    chosen = Choices(pinned=frozenset({"reply_desk"}), earlier_plan={"newsletter": 1.5})
    week = LoggedWeek(
        monday=date(2027, 2, 1), changed_at=BEGINNING, hours={"reply_desk": 2.0}, money=12.5
    )
    week = replace(week, outcomes={"leads_total": 3.0}, origins={"leads_total": "Google «4»"})
    way = ("short_video", "search_or_map")
    enquiry = Enquiry(id="e1", day=DAY, changed_at=BEGINNING, words="=1+1 <b>", way=way)
    return replace(
        record,
        tags=("local", "ایران"),
        brand=Brand(logo=logo(), colours=("#2f6f5e",), lines=("A", "")),
        assessments=(
            replace(first, answers={**first.answers, "style.noted": noted}, choices=chosen),
        ),
        plans=(issued(record),),
        weeks=(week,),
        enquiries=(enquiry,),
        settings={"window": "1"},
    )


@cache
def logo() -> bytes:
    """Return a logo as it is kept, of some 15 kB."""
    picture = Image.frombytes("RGB", (100, 50), Random(1).randbytes(100 * 50 * 3))  # noqa: S311 - no secret
    data = BytesIO()
    picture.save(data, "PNG")
    return read_logo(data.getvalue(), "logo.png")


def issued(record: ProfileRecord) -> IssuedPlan:
    """Return a plan as it was handed out for the first assessment."""
    return IssuedPlan(
        id="p1",
        assessment_id=FIRST,
        issued_at=BEGINNING,
        day=DAY,
        catalogue_version="1.0.0",
        profile=record.profile,
        answers=record.assessments[0].said(),
        choices=Choices(),
        hours={"reply_desk": 2.5},
        paper="a4",
        pdf_digest="0" * 64,
    )


def kept(library: Library, record: ProfileRecord) -> Path:
    """Add a profile whose file is old enough for the index to trust its time."""
    path = library.add(record)
    age(path)
    return path


def age(path: Path, seconds: float = 3600) -> None:
    """Make a file look as if it had last been written a while ago."""
    status = path.stat()
    os.utime(path, (status.st_atime - seconds, status.st_mtime - seconds))


def execute(path: Path, *statements: str) -> None:
    """Change a profile file behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def make_newer(path: Path, readable_since: int = SCHEMA_VERSION + 1) -> None:
    """Make a file look like one of a newer version of the program."""
    row = {"name": READABLE_SINCE, "value": str(readable_since)}
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        writer = RowWriter(connection)
        writer.put(ABOUT, row)
        writer.seal()
        connection.execute("CREATE TABLE future (thing TEXT) STRICT")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def modes(folder: Path) -> dict[str, str]:
    """Return the permissions of everything in a folder that others have any of."""
    return {
        str(path.relative_to(folder)): oct(path.stat().st_mode)
        for path in folder.rglob("*")
        if path.stat().st_mode & 0o077
    }
