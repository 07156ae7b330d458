"""Pictures of every page in every look, into a folder: `tools/dev.py screenshots FOLDER`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from socialplanner import paths
from socialplanner.app.program import DesktopProgram
from socialplanner.domain.editing import new_record, with_answer, with_assessment
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.ui import accessibility
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.theme import Appearance, Theme

PROFILES: Final = ("cafe", "tax_adviser", "plumber", "charity", "web_shop")
LONGEST_NAME: Final = "A name with <b> & =1+1 🙂 سلام " * 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way the window may look."""

    name: str
    appearance: Appearance = Appearance.LIGHT
    scale: float = 1.0
    size: tuple[int, int] = (1240, 820)


LOOKS: Final = (
    Look(name="light"),
    Look(name="dark", appearance=Appearance.DARK),
    Look(name="high_contrast", appearance=Appearance.HIGH_CONTRAST),
    Look(name="text_200", scale=2.0),
    Look(name="1024x700", size=(1024, 700)),
    Look(name="2560x1440", size=(2560, 1440)),
)


def main() -> int:
    """Make the pictures and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", choices=[look.name for look in LOOKS], action="append")
    parser.add_argument("--page", action="append", help="only pages whose key begins so")
    arguments = parser.parse_args()
    application = QApplication(sys.argv[:1])
    accessibility.install()
    theme = Theme(application)
    for look in LOOKS:
        if not arguments.look or look.name in arguments.look:
            _picture_all(theme, look, arguments.folder / look.name, arguments.page or [""])
    return 0


def _picture_all(theme: Theme, look: Look, folder: Path, pages: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    theme.apply(look.appearance, look.scale)
    with _window(theme, look) as window:
        _wait(700)
        if _is_wanted("home", pages):
            _grab(window, folder / "00-first-start.png")
        paths_of = [_keep(window, name) for name in PROFILES]
        odd = _keep(window, "cafe", name=LONGEST_NAME)
        window.go("home")
        _wait(900)
        if _is_wanted("home", pages):
            _grab(window, folder / "01-home.png")
        if _is_wanted("reports", pages):
            _picture_reports(window, folder)
        _picture_profile(window, paths_of[0], folder, pages)
        if _is_wanted("odd", pages):
            window.open_profile(odd)
            _wait(1500)
            _grab(window, folder / "90-odd-name.png")
        if _is_wanted("settings", pages):
            window.go("settings")
            _wait(300)
            _grab(window, folder / "91-settings.png")


def _picture_reports(window: MainWindow, folder: Path) -> None:
    home = window.home
    for row in (0, 2, 3):
        home.profiles.toggle(row)
    _wait(200)
    _grab(window, folder / "02-chosen.png")
    home.view.chosen.make.click()
    _wait(200)
    _grab(window, folder / "03-reports.png")
    home.panels.close()
    home.profiles.mark_none()


def _picture_profile(window: MainWindow, path: Path, folder: Path, pages: list[str]) -> None:
    window.open_profile(path)
    assert window.workspace is not None
    for number, key in enumerate(window.workspace.specs, 10):
        if _is_wanted(key, pages):
            window.go(key)
            _wait(2500 if key in {"report", "standing"} else 900)
            _grab(window, folder / f"{number}-{key.replace(':', '-')}.png")


def _is_wanted(key: str, pages: list[str]) -> bool:
    return any(key.startswith(each) for each in pages)


def _keep(window: MainWindow, sample: str, name: str = "") -> Path:
    program = window.program
    said = read_answers_file(program.catalogue, paths.samples_dir() / f"{sample}.toml")
    record = with_assessment(
        new_record(program.new_id(), said.profile, program.now()), program.new_id(), program.now()
    )
    for question_id, answer in said.answers.items():
        record = with_answer(record, record.assessments[-1].id, question_id, answer, program.now())
    if name:
        from dataclasses import replace  # noqa: PLC0415 - only here

        record = replace(record, profile=replace(record.profile, name=name))
    return program.shelf.add(record)


@contextmanager
def _window(theme: Theme, look: Look) -> Iterator[MainWindow]:
    with tempfile.TemporaryDirectory() as folder:
        program = DesktopProgram(Path(folder) / "data", Path(folder) / "config")
        window = MainWindow(program, theme)
        window.resize(*look.size)
        window.show()
        yield window
        window.close()
        window.deleteLater()
        _wait(50)


def _grab(window: MainWindow, path: Path) -> None:
    window.grab().save(str(path))


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
