"""Check that an id which one part of the catalogue uses is defined in another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from socialplanner.loading.lists import mapping
from socialplanner.loading.reader import Finding, Reader, Refused, refused
from socialplanner.loading.values import text
from socialplanner.messages import quoted, suggestion

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The ids of one kind; `known` is None where the file that lists them could not be read."""

    what: str
    known: tuple[str, ...] | None
    renamed: Mapping[str, str]

    def __call__(self, value: object) -> str:
        """Return the id in use for an id as written, following a rename."""
        written = text(value)
        found = self.current(written)
        if self.known is not None and found not in self.known:
            allowed = suggestion(written, self.known)
            raise refused(f"There is no {self.what} {quoted(written)}. {allowed}")
        return found

    def current(self, written: str) -> str:
        """Return the id that stands for this one today."""
        return self.renamed.get(written, written)


def full_mapping(
    names: Names,
    read: Reader[T],
    *,
    total: float | None = None,
) -> Reader[dict[str, T]]:
    """Return a reader of tables that have a value for every id there is."""
    read_some = mapping(names, read, total=total)

    def read_all(value: object) -> dict[str, T]:
        findings = _absent(names, value)
        try:
            found = read_some(value)
        except Refused as refusal:
            raise Refused(*refusal.findings, *findings) from None
        if findings:
            raise Refused(*findings)
        return {name: found[name] for name in names.known or found}

    return read_all


def _absent(names: Names, value: object) -> list[Finding]:
    """Return a finding for every id that the table leaves out."""
    if not isinstance(value, dict):
        return []
    present = {names.current(name) for name in value}
    return [
        Finding(f"Nothing is said about this {names.what}.").under(name)
        for name in names.known or ()
        if name not in present
    ]
