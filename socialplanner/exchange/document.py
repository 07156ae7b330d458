"""Parse a TOML or JSON file into one table, knowing on which line each key stands."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from socialplanner.errors import InputError, Problem
from socialplanner.messages import quoted, visible

LARGEST_FILE = 2_000_000
"""The most bytes that are read."""

MOST_KEY_PARTS = 50
"""The most names that dots may join to one key; TOML readers take ages over thousands of them."""

KeyPath = tuple[str, ...]
"""The way to a value: table names and the key."""

_HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]")
_KEY = re.compile(r"\s*([^=#\[\]{}\"']+|\"[^\"]*\"|'[^']*')\s*=")
_LONG_KEY = re.compile(
    r"(?:^|[\[{,])[ \t]*+"
    rf"(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MOST_KEY_PARTS}}}",
    re.ASCII | re.MULTILINE,
)


class _RepeatedKeyError(ValueError):
    """A key that stands twice in the same table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The content of a file by its name; `lines` holds the line of each key where it is known."""

    name: str
    content: Mapping[str, object]
    lines: Mapping[KeyPath, int] = field(default_factory=dict)

    def line_of(self, path: KeyPath) -> int | None:
        """Return the line of a key, or of the nearest table around it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def parse_document(data: bytes, name: str, *, is_json: bool) -> Document:
    """Return the content of a file, or raise InputError with the one reason why it has none."""
    if len(data) > LARGEST_FILE:
        raise _unusable(
            name, f"This file is larger than {LARGEST_FILE:,} bytes; is it the right one?"
        )
    try:
        text = data.decode("utf-8-sig")
        content = _from_json(text) if is_json else _from_toml(text)
    except UnicodeDecodeError as error:
        reason = f"This file is not UTF-8 text (byte {error.start + 1}); save it as UTF-8."
        raise _unusable(name, reason) from error
    except RecursionError as error:
        raise _unusable(name, "This file is nested too deeply.") from error
    except ValueError as error:
        kind = "JSON" if is_json else "TOML"
        raise _unusable(name, f"This is not valid {kind}: {_reason(error)}.") from error
    if not isinstance(content, dict):
        raise _unusable(name, f"This file must hold one table, not {quoted(content)}.")
    return Document(name=name, content=content, lines={} if is_json else key_lines(text))


def key_lines(text: str) -> dict[KeyPath, int]:
    """Return the line on which each key of a TOML text seems to stand.

    A simple search, for messages only: it does not know texts that run over several lines.
    """
    found: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, *_parts(key[1])), number)
    return found


def _parts(name: str) -> KeyPath:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _from_toml(text: str) -> object:
    if _LONG_KEY.search(text):
        raise ValueError(f"more than {MOST_KEY_PARTS} names are joined to one key")
    return tomllib.loads(text)


def _from_json(text: str) -> object:
    content: object = json.loads(text, object_pairs_hook=_table)
    return content


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the pairs as a table in which no key stands twice, as TOML demands."""
    table: dict[str, object] = {}
    for key, value in pairs:
        if key in table:
            raise _RepeatedKeyError(f"{quoted(key)} stands twice in the same table")
        table[key] = value
    return table


def _reason(error: ValueError) -> str:
    return visible(str(error)).removesuffix(".")


def _unusable(name: str, reason: str) -> InputError:
    return InputError(f"{name} cannot be read as answers.", [Problem(name, "", "", reason)])
