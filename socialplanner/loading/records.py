"""Read lists of tables that carry an id, such as questions, activities and KPIs."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from socialplanner.loading.reader import Finding, Reader, Refused, rows

T = TypeVar("T")


def records(read: Reader[T], *, at_least: int = 1) -> Reader[tuple[T, ...]]:
    """Return a reader of a list of tables; findings name each table by its id."""

    def read_all(value: object) -> tuple[T, ...]:
        found: list[T] = []
        findings: list[Finding] = []
        seen: set[str] = set()
        for position, entry in rows(value):
            name = _name(entry, position)
            if name in seen:
                findings.append(Finding("This id is used twice.", (name, "id")))
            seen.add(name)
            try:
                found.append(read(entry))
            except Refused as refusal:
                findings += [finding.under(name) for finding in refusal.findings]
        if len(seen) < at_least:
            findings.append(Finding(f"At least {at_least} must be given."))
        if findings:
            raise Refused(*findings)
        return tuple(found)

    return read_all


def _name(entry: object, position: int) -> str:
    """Return the id of a table, or its place in the list where it has none."""
    found = entry.get("id") if isinstance(entry, dict) else None
    return found if isinstance(found, str) and found.isprintable() and found else f"no. {position}"


def raw_records(document: object, key: str) -> Iterator[Mapping[str, object]]:
    """Yield the tables of a list, whether they are right or not."""
    found = document.get(key) if isinstance(document, dict) else None
    for entry in found if isinstance(found, list) else ():
        if isinstance(entry, dict):
            yield entry


def raw_ids(document: object, key: str) -> Iterator[str]:
    """Yield the ids of a list of tables, as far as they are texts."""
    for entry in raw_records(document, key):
        found = entry.get("id")
        if isinstance(found, str):
            yield found


def at(value: object, *path: str) -> object:
    """Return what lies at a path of keys, or None."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
