"""Readers of lists and tables whose entries are all read alike."""

import math
from collections.abc import Mapping
from typing import Any, TypeVar

from socialplanner.loading.reader import Finding, Reader, Refused, as_table, refused, rows

T = TypeVar("T")

SUM_TOLERANCE = 1e-9


def sequence(
    read: Reader[T],
    *,
    at_least: int = 0,
    at_most: float = math.inf,
) -> Reader[tuple[T, ...]]:
    """Return a reader of lists, each entry read alike and none given twice."""

    def read_all(value: object) -> tuple[T, ...]:
        found: list[T] = []
        findings: list[Finding] = []
        for position, entry in rows(value):
            try:
                found.append(_unlike(read(entry), found))
            except Refused as refusal:
                findings += [finding.under(str(position)) for finding in refusal.findings]
        if findings:
            raise Refused(*findings)
        _check_length(len(found), at_least, at_most)
        return tuple(found)

    return read_all


def _unlike(entry: T, found: list[T]) -> T:
    """Return the entry if it is not among those found before."""
    if entry in found:
        raise refused(f"This is given twice; it is entry {found.index(entry) + 1} already.")
    return entry


def _check_length(length: int, at_least: int, at_most: float) -> None:
    """Refuse a list that is too short or too long."""
    if at_least <= length <= at_most:
        return
    wanted = f"exactly {at_least}" if at_least == at_most else f"at least {at_least}"
    raise refused(f"This list has {length} entries; {wanted} must be given.")


def mapping(
    key: Reader[str],
    read: Reader[T],
    *,
    total: float | None = None,
) -> Reader[dict[str, T]]:
    """Return a reader of tables whose keys are ids; numbers in them sum to `total` if given."""

    def read_all(value: object) -> dict[str, T]:
        found: dict[str, T] = {}
        findings: list[Finding] = []
        for name, entry in as_table(value).items():
            try:
                found[_new(key(name), found)] = read(entry)
            except Refused as refusal:
                findings += [finding.under(name) for finding in refusal.findings]
        if findings:
            raise Refused(*findings)
        if total is not None:
            _check_sum(found, total)
        return found

    return read_all


def _new(name: str, found: Mapping[str, object]) -> str:
    """Return the id if the table has not named it before, perhaps by an older name."""
    if name in found:
        raise refused(f"This stands for “{name}”, which is given already.")
    return name


def _check_sum(found: Mapping[str, Any], total: float) -> None:
    """Refuse shares that do not sum to what they must."""
    summed = math.fsum(getattr(value, "value", value) for value in found.values())
    if abs(summed - total) > SUM_TOLERANCE:
        raise refused(f"These shares sum to {summed:.10g}; they must sum to {total:g}.")
