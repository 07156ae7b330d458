"""Settings in a small JSON file, which is replaced whole."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


class SettingsFile:
    """Satisfies `ui.ports.Settings`; what cannot be read counts as not set."""

    def __init__(self, path: Path) -> None:
        """Read the file, if there is one."""
        self._path = path
        self._values: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            found = json.loads(path.read_text(encoding="utf-8"))
            self._values = found if isinstance(found, dict) else {}

    def text(self, name: str, default: str = "") -> str:
        """Return a text."""
        value = self._values.get(name, default)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: float = 0.0) -> float:
        """Return a number."""
        value = self._values.get(name, default)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if is_number else default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a yes or no."""
        value = self._values.get(name, default)
        return value if isinstance(value, bool) else default

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._values.get(name)
        return tuple(e for e in value if isinstance(e, str)) if isinstance(value, list) else ()

    def put(self, name: str, value: str | float | bool | tuple[str, ...]) -> None:  # noqa: FBT001
        """Keep a setting; where the disk refuses, it holds until the program ends."""
        self._values[name] = list(value) if isinstance(value, tuple) else value
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = self._path.with_suffix(".new")
            beside.write_text(json.dumps(self._values, indent=1), encoding="utf-8")
            os.replace(beside, self._path)  # noqa: PTH105 - what it does on every system
