"""F7, F9, F10, F11 and erasing: newer files, restored backups, copies, calendars, canaries."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo, available_timezones

from socialplanner.domain.editing import with_answer
from socialplanner.domain.moment import week_of
from socialplanner.store.library import Library
from socialplanner.store.open_profile import OpenProfile
from socialplanner.store.profile_file import open_profile
from socialplanner.store.thinning import DAILY, KEEP_ALL, MONTHLY, WEEKLY, kept
from socialplanner.store.trouble import NewerFileError, StoreError
from tests.store.makers import FIRST, NOW, QUESTIONS, Clock, begun, full, make_newer
from tests.store.test_erasing import hits, live
from tests.torture.outcome import Outcome


def newer_files(tries: int) -> Outcome:
    """Try to open files of a newer version, and compare them byte by byte afterwards."""
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "data"), Clock())
        path = library.add(full())
        make_newer(path)
        before = path.read_bytes()
        for number in range(tries):
            for way in (library.open, library.read):
                try:
                    way(path)
                    failures.append(f"try {number}: opened")
                except NewerFileError:
                    pass
            beside = [each.name for each in library.folder.iterdir() if each != path]
            if path.read_bytes() != before or beside:
                failures.append(f"try {number}: touched, or {beside} beside it")
    figures = {"byte for byte the same, nothing beside it": f"{tries - len(failures)} of {tries}"}
    return Outcome(
        fault="F7",
        what="a file of a newer version",
        tries=tries,
        figures=figures,
        failures=tuple(failures),
    )


def restore_drills(tries: int, seed: int) -> Outcome:
    """Put a backup in the place of a profile beside which a stale journal lies."""
    random, failures = Random(seed), list[str]()  # noqa: S311 - to be repeated
    for number in range(tries):
        with tempfile.TemporaryDirectory() as folder:
            clock = Clock()
            library = Library(Path(folder, "data"), clock)
            path = library.add(begun())
            with library.open(path) as profile:
                for _ in range(random.randrange(1, 12)):
                    _answer(profile, random)
                clock.pass_(minutes=1)
            _leave_stale_journal(path)
            library.restore(path, library.backups("c0ffee").listed()[-1].path)
            with library.open(path) as profile:
                if profile.record != begun():
                    failures.append(f"drill {number}: the restoring was undone")
    return Outcome(
        fault="F9",
        what="restore beside a stale journal",
        tries=tries,
        figures={"restored": f"{tries - len(failures)} of {tries}"},
        failures=tuple(failures),
    )


def _answer(profile: OpenProfile, random: Random) -> None:
    question, level = random.choice(QUESTIONS), float(random.randrange(5))
    profile.save(with_answer(profile.record, FIRST, question, level, NOW))


def _leave_stale_journal(path: Path) -> None:
    """Leave the journal of a transaction that was taken back, as a copying program might."""
    with open_profile(path, before_migration=lambda _: None) as file:
        for statement in ("PRAGMA cache_spill = 1", "PRAGMA cache_size = 1", "BEGIN IMMEDIATE"):
            file.connection.execute(statement)
        file.connection.execute("UPDATE profile SET website = ?", ("x" * 500_000,))
        stale = Path(f"{path}-journal").read_bytes()
        file.connection.execute("ROLLBACK")
    Path(f"{path}-journal").write_bytes(stale)


def thinned_calendars(tries: int, seed: int) -> Outcome:
    """Thin the backups of random years as they are made, and look at what is left."""
    random, failures = Random(seed), list[str]()  # noqa: S311 - to be repeated
    for number in range(tries):
        moment = datetime(2027, 1, 1, tzinfo=UTC)
        moments: set[datetime] = set()
        for _ in range(random.randrange(20, 300)):
            moment += timedelta(days=random.expovariate(1 / random.choice((0.05, 1, 5, 30))))
            moments = set(kept({*moments, moment}, moment))
            recent = {each for each in moments if moment - each <= KEEP_ALL}
            if moment not in moments or len(moments - recent) > DAILY + WEEKLY + MONTHLY:
                failures.append(f"calendar {number} on {moment}")
    return Outcome(
        fault="F9",
        what="backups thinned over a random calendar",
        tries=tries,
        figures={"the newest kept, never more than the schedule": f"{tries - len(failures)}"},
        failures=tuple(failures),
    )


def copied_files(tries: int, seed: int) -> Outcome:
    """Copy the profile's file alone after each answer, as a sync service does."""
    random, failures = Random(seed), list[str]()  # noqa: S311 - to be repeated
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "data"), Clock())
        path = library.add(begun())
        other = Library(Path(folder, "copies"), Clock())
        with library.open(path) as profile:
            for number in range(tries):
                _answer(profile, random)
                copy = Path(shutil.copy(path, other.folder))
                try:
                    complete = other.read(copy) == profile.record
                except StoreError:
                    complete = False
                if not complete:
                    failures.append(f"copy {number}")
    return Outcome(
        fault="F10",
        what="the file alone is copied between two answers",
        tries=tries,
        figures={"complete": f"{tries - len(failures)} of {tries}"},
        failures=tuple(failures),
    )


def weeks_everywhere(years: int) -> Outcome:
    """Name the week of every sixth hour of many years in every time zone."""
    failures, count = list[str](), 0
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    for name in sorted(available_timezones()):
        zone, last = ZoneInfo(name), None
        for step in range(0, years * 365 * 24, 6):
            day = (begin + timedelta(hours=step)).astimezone(zone).date()
            week = week_of(day)
            count += 1
            if week.isocalendar()[:2] != day.isocalendar()[:2] or (last and week < last):
                failures.append(f"{name} on {day}")
            last = week
    return Outcome(
        fault="F11",
        what=f"the name of a week, in every zone over {years} years",
        tries=count,
        figures={"two names for a week, or two weeks of one name": str(len(failures))},
        failures=tuple(failures),
    )


def erased_profiles(tries: int) -> Outcome:
    """Work with a profile full of canaries, damage and recover it, erase it, and look for them."""
    failures, before = list[str](), 0
    for number in range(tries):
        with tempfile.TemporaryDirectory() as folder:
            clock = Clock()
            library = Library(Path(folder, "data"), clock)
            path = live(library, clock)
            before += len(hits(library.folder))
            library.erase(path, with_backups=True)
            failures += [f"try {number}: {name}" for name in hits(library.folder)]
    figures = {
        "files that held a canary before": str(before),
        "files that hold one afterwards": str(len(failures)),
    }
    return Outcome(
        fault="Erasing",
        what="a profile with a canary in every field",
        tries=tries,
        figures=figures,
        failures=tuple(failures),
    )
