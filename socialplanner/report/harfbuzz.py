"""HarfBuzz, which knows how letters join and what every font looks like: imported on use.

It costs 27 ms that a plan in Latin letters need not spend. It ships no types.
"""

import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

_RESTRICTED: Final = 0x0002
_NOT_IN_PART: Final = 0x0300
"""Not to be subset, or bitmaps alone."""


@cache
def harfbuzz() -> Any:  # noqa: ANN401 - a module
    """Return the library."""
    if sys.modules.get("uharfbuzz", sys) is None:
        del sys.modules["uharfbuzz"]  # kept from ReportLab, which would import it at once
    import uharfbuzz  # type: ignore[import-untyped]  # noqa: PLC0415 - see above

    return uharfbuzz


def font_of_data(data: bytes) -> Any:  # noqa: ANN401 - see above
    """Return the font that a file contains."""
    library = harfbuzz()
    return library.Font(library.Face(library.Blob(data)))


def font_of_file(path: Path, member: int) -> Any:  # noqa: ANN401 - see above
    """Return a font of a file, which may be a collection; the file is not read as a whole."""
    library = harfbuzz()
    return library.Font(library.Face(library.Blob.from_file_path(str(path)), member))


def may_be_embedded(font: Any) -> bool:  # noqa: ANN401 - see above
    """Tell whether the maker of a font lets parts of it be embedded in files."""
    table = font.face.reference_table("OS/2").data or b""
    permissions = int.from_bytes(table[8:10], "big")
    return permissions & 0x000F != _RESTRICTED and not permissions & _NOT_IN_PART
