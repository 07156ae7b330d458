"""Read TOML tables by description: a reader for each key, and all that is wrong found at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from socialplanner.messages import quoted, suggestion

T = TypeVar("T")

Reader = Callable[[object], T]
"""Turns one TOML value into what is wanted, or raises `Refused`."""

Values = Mapping[str, Any]
"""The readable values of one table, by key."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and the way to it: file, id, key, and on from there."""

    message: str
    path: tuple[str, ...] = ()

    def under(self, key: str) -> "Finding":
        """Return the same finding, seen from one step further out."""
        return Finding(self.message, (key, *self.path))


class Refused(Exception):  # noqa: N818 - it says what happened to the value, it is no error of ours
    """A value that is not accepted, with everything that speaks against it."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings."""
        super().__init__(*findings)
        self.findings = findings


def refused(message: str) -> Refused:
    """Return the refusal of a single value."""
    return Refused(Finding(message))


class _Required:
    """The default of a key that has none."""


REQUIRED = _Required()


@dataclass(frozen=True, slots=True)
class Key:
    """How one key of a table is read, and what stands in where it is absent."""

    read: Reader[object]
    default: object = REQUIRED


Check = Callable[[Values], Iterable[Finding]]
"""Looks at several keys of one table; a key that could not be read is absent."""


def table(
    build: Callable[[Values], T],
    keys: Mapping[str, Key],
    *checks: Check,
) -> Reader[T]:
    """Return a reader that accepts exactly these keys and builds its value from them."""

    def read(value: object) -> T:
        found = as_table(value)
        good, findings = _read_keys(found, keys)
        findings += unknown_keys(found, keys)
        findings += [finding for check in checks for finding in check(good)]
        if findings:
            raise Refused(*findings)
        return build(good)

    return read


def fields(build: Callable[..., T]) -> Callable[[Values], T]:
    """Return a builder that passes each value as the keyword argument of its name."""
    return lambda values: build(**values)


def as_table(value: object) -> Mapping[str, object]:
    """Return the value if it is a table."""
    if not isinstance(value, dict):
        raise refused(f"This must be a table, not {quoted(value)}.")
    return value


def _read_keys(
    found: Mapping[str, object],
    keys: Mapping[str, Key],
) -> tuple[dict[str, Any], list[Finding]]:
    """Return what could be read, by key, and what is wrong with the rest."""
    good: dict[str, Any] = {}
    findings: list[Finding] = []
    for name, key in keys.items():
        try:
            good[name] = _read_key(found, name, key)
        except Refused as refusal:
            findings += [finding.under(name) for finding in refusal.findings]
    return good, findings


def _read_key(found: Mapping[str, object], name: str, key: Key) -> object:
    """Return the value of one key, or its default."""
    if name in found:
        return key.read(found[name])
    if key.default is REQUIRED:
        raise refused("This key is missing.")
    return key.default


def unknown_keys(found: Iterable[str], allowed: Iterable[str]) -> list[Finding]:
    """Return a finding for every key that is not among those allowed."""
    names = tuple(allowed)
    return [
        Finding(f"There is no such key. {suggestion(name, names)}").under(name)
        for name in found
        if name not in names
    ]


def rows(value: object) -> Iterator[tuple[int, object]]:
    """Yield the entries of a list, counted from one."""
    if not isinstance(value, list):
        raise refused(f"This must be a list, not {quoted(value)}.")
    return enumerate(value, start=1)
