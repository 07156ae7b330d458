"""Nobody is there whom a chooser could ask, and nothing outside the program opens."""

import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from socialplanner.ui import file_choosing
from socialplanner.ui.pages import (
    brand_colour,
    home_reports,
    home_reports_run,
    report_output,
    report_press,
    settings_place,
)


class Absent:
    """Stands for the person at a chooser: now and then takes one of these files, or none."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a game
        self._folder = folder
        folder.mkdir(exist_ok=True)
        (folder / "broken.socialplan-bundle").write_bytes(b"PK\x03\x04 no archive")
        (folder / "broken.toml").write_text("[profile\nname = 1", "utf-8")
        (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n but no picture")
        self._files = (None, *sorted(folder.iterdir()))
        self._targets = (None, folder / "out", folder / "out.pdf", folder / "no" / "way.pdf")

    def to_open(self, *_asked: object) -> Path | None:
        """Return a file to open, which cannot be read, or None."""
        return self._random.choice(self._files)

    def to_save(self, *_asked: object) -> Path | None:
        """Return a file to write, also one that cannot be written, or None."""
        return self._random.choice(self._targets)

    def to_folder(self, *_asked: object) -> Path | None:
        """Return a folder to write into, also one that cannot be one, or None."""
        return self._random.choice((None, self._folder / "reports", self._files[-1]))

    def colour_code(self, *_asked: object) -> str:
        """Return a colour's code, or none."""
        return self._random.choice(("", "#AA3300"))


def nothing(*_asked: object) -> None:
    """Choose nothing."""


def taken(*_asked: object) -> bool:
    """Let on that the desktop took it."""
    return True


@contextmanager
def choosers_closed(folder: Path, seed: int = 1) -> Iterator[None]:
    """Answer for the person wherever the program would open a chooser or another program."""
    absent = Absent(folder, seed)
    replaced = (
        (file_choosing.FileChooser, "to_open", absent.to_open),
        (file_choosing.FileChooser, "to_save", absent.to_save),
        (report_output, "asked_file", absent.to_save),
        (report_output, "opened", taken),
        (home_reports, "asked_folder", absent.to_folder),
        (home_reports_run, "opened", taken),
        (report_press, "asked_printer", nothing),
        (brand_colour, "_ask_for_colour", absent.colour_code),
        (settings_place, "_ask_for_folder", nothing),
    )
    with ExitStack() as stack:
        for owner, name, instead in replaced:
            stack.enter_context(patch.object(owner, name, instead))
        yield
