"""The clients of a data folder, read in the background and kept while their files are the same."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from socialplanner.app.nameless import digest_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.listing import ProfileEntry
from socialplanner.errors import UserError
from socialplanner.exchange.output_file import write_whole
from socialplanner.exchange.stored_answers import present_answers
from socialplanner.messages import visible
from socialplanner.presentation.i18n import _
from socialplanner.store.library import Library

if TYPE_CHECKING:
    from socialplanner.domain.portfolio import Client

CSV, XLSX = ".csv", ".xlsx"
SHORTEST: Final = 4
"""Letters of an alias; more where two clients would have the same."""

Stamp = tuple[str, int, int]


class ClientReader:
    """Satisfies `ui.ports.portfolio.Portfolio`."""

    def __init__(self, catalogue: Catalogue, library: Library, today: Callable[[], date]) -> None:
        """Read nothing yet."""
        self._catalogue = catalogue
        self._library = library
        self._today = today
        self._known: dict[tuple[Stamp, date], Client] = {}

    def entries(self) -> list[ProfileEntry]:
        """Return the profiles that are clients: no archived ones, and no invented firms."""
        return [
            each for each in self._library.entries() if not each.is_archived and not each.is_sample
        ]

    def read(self, entries: Iterable[ProfileEntry]) -> "tuple[Client, ...]":
        """Return the clients of these entries; those that cannot be read are left out."""
        found = []
        for entry in entries:
            with suppress(UserError, FileNotFoundError):
                found.append(self._client(entry))
        return tuple(found)

    def _client(self, entry: ProfileEntry) -> "Client":
        from socialplanner.domain.client import client_of  # noqa: PLC0415 - NumPy comes with it

        path, today = self._library.path(entry), self._today()
        status = path.stat()
        key = ((entry.file, status.st_size, status.st_mtime_ns), today)
        if key not in self._known:
            record = self._library.read(path)
            said = {} if record.newest is None else record.newest.said()
            answers = present_answers(self._catalogue, said).answers
            self._known[key] = client_of(self._catalogue, record, answers, entry.file, today)
        return self._known[key]

    def export(self, clients: "Sequence[Client]", target: Path, *, is_nameless: bool) -> None:
        """Write clients into a file, by its ending as CSV or XLSX; UserError where it cannot be."""
        data = portfolio_bytes(
            self._catalogue, clients, target.suffix.lower(), self._today(), is_nameless=is_nameless
        )
        refuse_other_table(self._catalogue, target, _("Choose another name."))
        write_whole(target, data)


def refuse_other_table(catalogue: Catalogue, target: Path, remedy: str) -> None:
    """Raise UserError where a file is there already that is no earlier portfolio."""
    from socialplanner.exchange.earlier_portfolio import is_portfolio  # noqa: PLC0415 - on use
    from socialplanner.presentation.portfolio import heads  # noqa: PLC0415 - on use

    if target.is_file() and not is_portfolio(target, heads(catalogue)):
        raise UserError(
            f"{visible(str(target))} is there already and is no portfolio; nothing was replaced. "
            f"{remedy}"
        )


def portfolio_bytes(
    catalogue: Catalogue,
    clients: "Sequence[Client]",
    suffix: str,
    today: date,
    *,
    is_nameless: bool,
) -> bytes:
    """Return clients as a file; with `is_nameless` each stands under an alias."""
    from socialplanner.exchange import portfolio_file as files  # noqa: PLC0415 - on use

    if suffix not in (CSV, XLSX):
        raise UserError(
            f"A portfolio is written as {CSV} or {XLSX}; {visible(suffix or 'no ending')} is "
            f"neither. Nothing was written."
        )
    sheet = files.named_sheet(catalogue, clients, today)
    if is_nameless:
        sheet = files.nameless_sheet(catalogue, clients, aliases(clients), today)
    return files.portfolio_csv(sheet) if suffix == CSV else files.portfolio_workbook(sheet)


def aliases(clients: "Iterable[Client]") -> dict[str, str]:
    """Return an alias for each client by its id: the same every time, and telling nothing."""
    digests = {each.id: digest_of(each.id) for each in clients}
    length = SHORTEST
    while len({digest[:length] for digest in digests.values()}) < len(digests):
        length += 1
    return {key: f"Client {digest[:length]}" for key, digest in digests.items()}
