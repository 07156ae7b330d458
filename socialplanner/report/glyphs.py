"""Glyphs that a font does not have as one: a letter with its marks, a mark that is raised.

A reader's program takes a raised piece of text for a line of its own, and a glyph that stands for
no character for noise. So what shaping puts together becomes one more glyph of the loaded font,
which ReportLab embeds as any other.
"""

import struct
from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

_COMPOSITE: Final = -1
_HEAD: Final = ">5h"
_ARE_OFFSETS: Final = 0x0003
_MORE: Final = 0x0020


class Loaded(Protocol):
    """What is used of ReportLab's font face; sizes are in the font's own units."""

    _ttf_data: bytes
    table: dict[str, dict[str, int]]
    glyphPos: list[int]  # noqa: N815 - ReportLab's name
    hmetrics: list[tuple[int, int]]


class Part(NamedTuple):
    """A glyph of the font and where it stands in the new one."""

    glyph: int
    x: int
    y: int


def add_glyph(font: Loaded, parts: Sequence[Part], width: int) -> int:
    """Add a glyph made of others, or an empty one, and return its number."""
    made = [(part, box) for part in parts if (box := _box(font, part.glyph))]
    left = min((box[0] + part.x for part, box in made), default=0)
    return add_record(font, _record(made) if made else b"", (width, left))


def add_record(font: Loaded, data: bytes, metrics: tuple[int, int]) -> int:
    """Add a glyph as its table holds it, with its width and what is free on its left."""
    offset = _room_at_end(font)
    font._ttf_data += data  # noqa: SLF001 - ReportLab keeps the file here
    font.table["glyf"]["length"] += len(data)
    font.glyphPos.append(offset + len(data))
    font.hmetrics.append((metrics[0], metrics[1] & 0xFFFF))
    return len(font.glyphPos) - 2


def _room_at_end(font: Loaded) -> int:
    """Return the place in the table of outlines where the next one goes.

    At the first time the table is copied to the end of the file, where it can grow.
    """
    table = font.table["glyf"]
    start, length = table["offset"], table["length"]
    data = font._ttf_data  # noqa: SLF001 - ReportLab keeps the file here
    if start + length != len(data):
        end = font.glyphPos[-1]
        table["offset"], table["length"] = len(data), end
        font._ttf_data = data + data[start : start + end]  # noqa: SLF001 - as above
    return font.glyphPos[-1]


def _box(font: Loaded, glyph: int) -> tuple[int, int, int, int] | None:
    """Return the sides of a glyph's outline: left, bottom, right, top."""
    start, end = font.glyphPos[glyph : glyph + 2]
    if start == end:
        return None
    place = font.table["glyf"]["offset"] + start
    _, *sides = struct.unpack_from(_HEAD, font._ttf_data, place)  # noqa: SLF001 - as above
    left, bottom, right, top = sides
    return left, bottom, right, top


def _record(made: Sequence[tuple[Part, tuple[int, int, int, int]]]) -> bytes:
    left = min(box[0] + part.x for part, box in made)
    bottom = min(box[1] + part.y for part, box in made)
    right = max(box[2] + part.x for part, box in made)
    top = max(box[3] + part.y for part, box in made)
    data = struct.pack(_HEAD, _COMPOSITE, left, bottom, right, top)
    for number, (part, _) in enumerate(made, start=1):
        flags = _ARE_OFFSETS | (_MORE if number < len(made) else 0)
        data += struct.pack(">HHhh", flags, part.glyph, part.x, part.y)
    return data + bytes(-len(data) % 4)
