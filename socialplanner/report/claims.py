"""What a file says of itself to machines: metadata, and which colours its numbers mean.

Only what was checked is claimed: docs/accessible-pdf.md says how.
"""

import struct
from functools import cache
from typing import Final

ARCHIVE: Final = "http://www.aiim.org/pdfa/ns/id/"
PLAIN_PART, CARRYING_PART = 2, 3
"""PDF/A-2b for a plan alone; PDF/A-3b lets it carry a file of any kind."""

COLOURS: Final = "sRGB IEC61966-2.1"


def sayable(text: str) -> str:
    """Return text without the code points that metadata cannot hold: they are no characters."""
    return "".join(c for c in text if ord(c) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(c) <= 0xFDEF)  # noqa: PLR2004 - Unicode's own numbers


def archive_claim(part: int = PLAIN_PART) -> str:
    """Return the claim that a file can be kept for ever, as this part of the standard wants it.

    PDF/UA is not claimed: much of it only people can judge.
    """
    claim = f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
    return f'<rdf:Description rdf:about="" xmlns:pdfaid="{ARCHIVE}">{claim}</rdf:Description>'


def claiming(written: bytes, part: int | None) -> bytes:
    """Return metadata that claims another part of the archive standard, or none of it."""
    claim = "" if part is None else archive_claim(part)
    return written.replace(archive_claim().encode(), claim.encode())


@cache
def colour_profile() -> bytes:
    """Return a small ICC profile (version 2) of sRGB: what red, green and blue mean on paper."""
    curve = struct.pack(">4sII256H", b"curv", 0, 256, *(_linear(step) for step in range(256)))
    name = COLOURS.encode() + b"\0"
    described = struct.pack(">4sII", b"desc", 0, len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)
    parts = {
        b"desc": described,
        b"cprt": struct.pack(">4sI", b"text", 0) + b"No rights reserved\0",
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
    }
    table, data = b"", b""
    first = 128 + 4 + 12 * (len(parts) + 2)
    for tag, content in parts.items():
        entry = struct.pack(">II", first + len(data), len(content))
        table += tag + entry
        data += content + bytes(-len(content) % 4)
    table += b"gTRC" + entry + b"bTRC" + entry  # one curve for all three
    size = first + len(data)
    return _profile_header(size) + struct.pack(">I", len(parts) + 2) + table + data


def _profile_header(size: int) -> bytes:
    kind = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    made = struct.pack(">6H4s4sI", 2026, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0)
    illuminant = struct.pack(">3i", *(round(part * 65536) for part in (0.9642, 1.0, 0.8249)))
    return (kind + made + bytes(4 + 4 + 8 + 4) + illuminant).ljust(128, b"\0")


def _linear(step: int) -> int:
    """Return how much light one of 256 steps of sRGB is, of 65535."""
    share = step / 255
    light = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the standard's own numbers
    return round(light * 65535)


def _xyz(x: float, y: float, z: float) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *(round(part * 65536) for part in (x, y, z)))
