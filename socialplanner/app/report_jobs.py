"""The clients of a batch, each told apart from all others by the names of its files."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from socialplanner.app.nameless import digest_of
from socialplanner.app.plan_names import marks, safe_folder
from socialplanner.app.report_job import ReportJob
from socialplanner.domain.listing import ProfileEntry
from socialplanner.messages import visible
from socialplanner.presentation.i18n import _

_ID: Final = 10
_ENDINGS: Final = (".toml", ".json")


def profile_jobs(
    entries: Sequence[ProfileEntry],
    wanted: Iterable[ProfileEntry],
    folder: Path,
    key_of: Callable[[Path], str | None],
) -> tuple[ReportJob, ...]:
    """Return a job for each profile that is wanted of all there are.

    What its files are called does not depend on who else is wanted.
    """
    ids = Counter(entry.id for entry in entries)
    keys = [
        entry.id if entry.id and ids[entry.id] == 1 else digest_of(entry.file)[:_ID]
        for entry in entries
    ]
    pairs = [(entry.name, key) for entry, key in zip(entries, keys, strict=True)]
    by_file = {entry.file: mark for entry, mark in zip(entries, marks(pairs), strict=True)}
    return tuple(
        ReportJob(
            label=entry.name,
            place=folder / entry.file,
            mark=by_file[entry.file],
            key=key_of(folder / entry.file),
        )
        for entry in wanted
    )


def is_answers_name(name: str) -> bool:
    """Return whether a file is called as answers are."""
    return name.lower().endswith(_ENDINGS)


def answers_jobs(places: Iterable[Path]) -> tuple[ReportJob, ...]:
    """Return a job for each answers file of those named and in the folders named, in order.

    Folders inside a folder are gone through, and made again among the reports; hidden ones and
    links to folders are not. What is called as answers are is a client, whatever it is.
    """
    found = list({each.path: each for place in places for each in _found(place)}.values())
    told_apart = dict(_marks(found, _keys(found)))
    return tuple(
        ReportJob(
            label=visible(str(each.path)),
            place=each.path,
            is_answers=True,
            mark=told_apart[number],
            below="".join(f"{safe_folder(name)}/" for name in each.below),
            trouble=each.trouble,
        )
        for number, each in enumerate(found)
    )


def shard(jobs: Sequence[ReportJob], place: int, of: int) -> tuple[ReportJob, ...]:
    """Return one of so many shares of all clients; together the shares are all of them, once."""
    return tuple(jobs[place - 1 :: of])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An answers file, and the folders it lies in below the one that was named."""

    path: Path
    below: tuple[str, ...] = ()
    trouble: str = ""


def _found(place: Path) -> Iterator[_Found]:
    if place.is_dir():
        yield from _inside(place, ())
    else:
        yield _Found(path=place)


def _inside(folder: Path, below: tuple[str, ...]) -> Iterator[_Found]:
    """Yield what is in a folder by name; one that cannot be read is a client that fails."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda each: each.name)
    except OSError as error:
        words = _("{file} cannot be read: {reason}.")
        reason = error.strerror or error
        trouble = words.format(file=visible(str(folder)), reason=reason)
        yield _Found(path=folder, below=below, trouble=trouble)
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if is_answers_name(entry.name):
            yield _Found(path=path, below=below)
        elif entry.is_dir(follow_symlinks=False):
            yield from _inside(path, (*below, entry.name))


def _keys(found: Sequence[_Found]) -> list[str]:
    """Return what tells each file from all others: by its way below the folder that was named.

    So it is the same on another machine; two of one way are told apart by where they are.
    """
    ways = ["/".join((*each.below, each.path.name)) for each in found]
    counts = Counter(ways)
    return [
        digest_of(way if counts[way] == 1 else f"{each.path}")[:_ID]
        for way, each in zip(ways, found, strict=True)
    ]


def _marks(found: Sequence[_Found], keys: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield what tells each file from the others whose reports come into the same folder."""
    groups: dict[str, list[int]] = {}
    for number, each in enumerate(found):
        groups.setdefault(_folder_key(each.below), []).append(number)
    for numbers in groups.values():
        pairs = [(found[number].path.stem, keys[number]) for number in numbers]
        yield from zip(numbers, marks(pairs), strict=True)


def _folder_key(below: Sequence[str]) -> str:
    """Return folders as systems compare them."""
    return "/".join(map(safe_folder, below)).casefold()


def processors() -> int:
    """Return how many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
