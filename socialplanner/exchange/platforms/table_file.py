"""Open a table that a platform exported, by what its first bytes say it is."""

from socialplanner.exchange.foreign_files import foreign_kind
from socialplanner.exchange.platforms.csv_grid import csv_grids
from socialplanner.exchange.platforms.grid import LARGEST_FILE, LONGEST_KEPT, Grid, unreadable

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks of the kind before XLSX begin, and all other Office documents of that time."""

_FIRST_BYTES = 64
_REMEDIES = {
    "an OpenDocument file": "Open it in a spreadsheet program and save it as XLSX or CSV",
    "a web page": "A download may have asked for a login; download the table again",
    "a zip file": "Unpack it and choose one of the tables in it",
    "an empty file": "Export it again",
}
_OTHERWISE = "Choose a table that the platform exported as CSV, XLSX or XLS"


def grids(data: bytes, name: str, keep: int = LONGEST_KEPT) -> tuple[Grid, ...]:
    """Return every way to see a file as a table, or raise UserError with why there is none.

    So many characters of each text of a workbook are kept.
    """
    if len(data) > LARGEST_FILE:
        raise unreadable(name, f"it is larger than {LARGEST_FILE:,} bytes", "Export a shorter time")
    if data.startswith(b"PK\x03\x04") and b"xl/" in data:
        from socialplanner.exchange.platforms.xlsx_grid import (  # noqa: PLC0415 - for workbooks
            xlsx_grids,
        )

        return xlsx_grids(data, name, keep)
    if data.startswith(OLD):
        from socialplanner.exchange.platforms.xls_grid import (  # noqa: PLC0415 - the same
            xls_grids,
        )

        return xls_grids(data, name, keep)
    kind = foreign_kind(data)
    if kind and not _may_begin_a_text(data, kind):
        raise unreadable(name, f"it is {kind}, not a table", _REMEDIES.get(kind, _OTHERWISE))
    return csv_grids(data, name)


def _may_begin_a_text(data: bytes, kind: str) -> bool:
    """Return whether a first header of two letters only looks like the mark of a picture."""
    return kind == "a BMP picture" and b"\0" not in data[:_FIRST_BYTES]
