"""What comes from the keyboard or a pipe, and what is looked for in the data folder."""

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from socialplanner import paths

CAFE = paths.samples_dir() / "cafe.toml"
ESSENTIALS = (
    "business.kind=local_retail",
    "business.goals=awareness,loyalty",
    "business.hours_per_week=5",
    "business.platforms=instagram,google_business",
    "business.patience=quarter",
)


class Keyboard(TextIOWrapper):
    """Standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes, *, at_terminal: bool = False) -> None:
    """Put bytes on standard input."""
    kind = Keyboard if at_terminal else TextIOWrapper
    monkeypatch.setattr(sys, "stdin", kind(BytesIO(data)))


def the_file(data: Path) -> Path:
    """Return the only profile file of a data folder."""
    (path,) = data.glob("*.socialplan")
    return path


def record(output: str) -> dict[str, Any]:
    """Return the JSON object that a command printed."""
    content = json.loads(output)
    assert isinstance(content, dict)
    return content


def damage(path: Path) -> None:
    """Overwrite the end of a file, as a bad disk may do."""
    size = path.stat().st_size
    with path.open("rb+") as file:
        file.seek(size - 8192)
        file.write(b"\xaa" * 2000)
