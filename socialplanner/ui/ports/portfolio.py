"""All clients of a data folder, as the window asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from socialplanner.domain.listing import ProfileEntry
    from socialplanner.domain.portfolio import Client


class Portfolio(Protocol):
    """Clients side by side; `read` is slow and remembers."""

    def entries(self) -> list[ProfileEntry]:
        """Return the profiles that are clients: no archived ones, and no invented firms."""

    def read(self, entries: Iterable[ProfileEntry]) -> tuple[Client, ...]:
        """Return the clients of these entries; those that cannot be read are left out."""

    def export(self, clients: Sequence[Client], target: Path, *, is_nameless: bool) -> None:
        """Write clients into a file, by its ending as CSV or XLSX; UserError where it cannot be."""
