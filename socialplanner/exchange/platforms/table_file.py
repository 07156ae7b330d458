"""Open a table that a platform exported, by what its first bytes say it is."""

from socialplanner.exchange.foreign_files import foreign_kind
from socialplanner.exchange.platforms.csv_grid import csv_grids
from socialplanner.exchange.platforms.grid import LARGEST_FILE, Grid, unreadable

_FIRST_BYTES = 64
_REMEDIES = {
    "an old Office document": "Open it in a spreadsheet program and save it as XLSX or CSV",
    "an OpenDocument file": "Open it in a spreadsheet program and save it as XLSX or CSV",
    "a web page": "A download may have asked for a login; download the table again",
    "a zip file": "Unpack it and choose one of the tables in it",
    "an empty file": "Export it again",
}
_OTHERWISE = "Choose a table that the platform exported as CSV or XLSX"


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Return every way to see a file as a table, or raise UserError with why there is none."""
    if len(data) > LARGEST_FILE:
        raise unreadable(name, f"it is larger than {LARGEST_FILE:,} bytes", "Export a shorter time")
    if data.startswith(b"PK\x03\x04") and b"xl/" in data:
        from socialplanner.exchange.platforms.xlsx_grid import (  # noqa: PLC0415 - for workbooks
            xlsx_grids,
        )

        return xlsx_grids(data, name)
    kind = foreign_kind(data)
    if kind and not _may_begin_a_text(data, kind):
        raise unreadable(name, f"it is {kind}, not a table", _REMEDIES.get(kind, _OTHERWISE))
    return csv_grids(data, name)


def _may_begin_a_text(data: bytes, kind: str) -> bool:
    """Return whether a first header of two letters only looks like the mark of a picture."""
    return kind == "a BMP picture" and b"\0" not in data[:_FIRST_BYTES]
