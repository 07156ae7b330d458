"""What merging two copies of a profile does, in words or for other programs."""

import json
import shlex
from argparse import Namespace
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.difference import Comparison, Difference, DifferenceKind
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.messages import counted, listed, quoted, shortened, visible
from socialplanner.presentation.names import answer_shown

Plain = dict[str, object]


def wanted_keys(comparison: Comparison, asked: Namespace) -> Collection[str]:
    """Return the conflicts in which theirs is taken; UserError for a key that is none."""
    if asked.take_all:
        return comparison.conflicts
    for key in asked.take or ():
        if key not in comparison.conflicts:
            raise UserError(
                f"{quoted(key)} is nothing in which both differ; nothing was changed. What may "
                f"stand after --take: {listed(comparison.conflicts)}."
            )
    return tuple(asked.take or ())


def merge_lines(
    catalogue: Catalogue,
    mine: ProfileRecord,
    comparison: Comparison,
    take: Collection[str],
    *,
    is_preview: bool,
) -> Iterator[str]:
    """Yield what was added, what was taken, and what is still to be chosen."""
    name, done = visible(mine.profile.name), "Would be merged" if is_preview else "Merged"
    added = counted(comparison.added, "addition", "additions")
    replaced = counted(len(take), "place", "places")
    yield f"{done} into {name}: {added}, {replaced} replaced by theirs."
    if is_preview:
        new = (each for each in comparison.differences if each.kind is DifferenceKind.ADDED)
        yield from (f"  {visible(each.key)}" for each in new)
    open_conflicts = [
        each
        for each in comparison.differences
        if each.kind is DifferenceKind.CHANGED and each.key not in take
    ]
    if open_conflicts:
        what = counted(len(open_conflicts), "place", "places")
        yield f"In {what} both say something else, and what was here stays:"
        for each in open_conflicts:
            here, there = (_shown(catalogue, each, value) for value in (each.mine, each.theirs))
            yield f"  {visible(each.key)}: here {here}, there {there}"
        key = shlex.quote(visible(open_conflicts[0].key))
        yield f"To take theirs, import again with --take {key} or with --take-all."
    if is_preview:
        yield "This was a preview; nothing was changed."


def merge_record(mine: ProfileRecord, comparison: Comparison | None, path: Path | None) -> Plain:
    """Return what an import does, for other programs; None for a profile that is new."""
    found = () if comparison is None else comparison.differences
    return {
        "id": mine.id,
        "name": mine.profile.name,
        "is_new": comparison is None,
        "path": None if path is None else str(path),
        "added": [each.key for each in found if each.kind is DifferenceKind.ADDED],
        "skipped": [each.key for each in found if each.kind is DifferenceKind.SKIPPED],
        "conflicts": [
            {"key": each.key, "mine": plain_value(each.mine), "theirs": plain_value(each.theirs)}
            for each in found
            if each.kind is DifferenceKind.CHANGED
        ],
    }


def plain_value(value: object) -> object:
    """Return one side of a difference in JSON's own types."""
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, frozenset | set | tuple | list):
        parts = [plain_value(each) for each in value]
        return sorted(parts, key=str) if isinstance(value, frozenset | set) else parts
    if isinstance(value, Mapping):
        return {str(key): plain_value(each) for key, each in value.items()}
    return value if isinstance(value, bool | int | float | None) else str(value)


def _shown(catalogue: Catalogue, difference: Difference, value: object) -> str:
    """Return one side of a difference in a few words; an answer in those of its question."""
    if difference.key.startswith("answer "):
        question_id = difference.key.rpartition(" ")[2]
        return f"“{answer_shown(catalogue, question_id, value)}”"  # type: ignore[arg-type]
    plain = plain_value(value)
    text = plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)
    return f"“{shortened(text)}”"
