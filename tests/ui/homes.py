"""What tests of home share: profiles to list, and waiting until they are listed."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from socialplanner import paths
from socialplanner.domain.beginning import begun, filled
from socialplanner.domain.listing import ProfileEntry
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.ui.file_choosing import FileChooser, Wanted
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.home import HomePage
from socialplanner.ui.ports import Program


class Chosen(FileChooser):
    """Answers every question for a file with the same one, and keeps what was asked."""

    def __init__(self, path: Path | None) -> None:
        """Choose a file, or think better of it with None."""
        self._path = path
        self.asked: list[Wanted] = []

    def to_open(self, parent: object, wanted: Wanted) -> Path | None:
        """Return the file."""
        del parent
        self.asked.append(wanted)
        return self._path

    def to_save(self, parent: object, wanted: Wanted) -> Path | None:
        """Return the file."""
        del parent
        self.asked.append(wanted)
        return self._path


def named(program: Program, name: str) -> ProfileRecord:
    """Return a profile of which nothing is known but its name."""
    return begun(Profile(name=name), program.new_id(), program.new_id(), program.now())


def sample(program: Program, name: str) -> ProfileRecord:
    """Return one of the invented firms with all its answers."""
    file = read_answers_file(program.catalogue, paths.samples_dir() / f"{name}.toml")
    record = begun(file.profile, program.new_id(), program.new_id(), program.now())
    return filled(record, file.answers, file.choices, file.day, program.now())


def listed(window: MainWindow, qtbot: QtBot) -> HomePage:
    """Return home once it shows what there is on the disk now."""
    home = window.home
    qtbot.waitUntil(lambda: window.tasks.is_idle)
    with qtbot.waitSignal(home.filled):
        home.refresh()
    qtbot.waitUntil(lambda: not home.contents.now.entries or home.contents.catalogue is not None)
    qtbot.waitUntil(lambda: window.tasks.is_idle)
    return home


def entry_of(home: HomePage, name: str) -> ProfileEntry:
    """Return the profile in the list whose name begins so."""
    return next(e for e in home.contents.now.entries if e.name.startswith(name))


def said(window: MainWindow) -> str:
    """Return the newest message."""
    return window.messages.messages()[0].words


def opened_name(window: MainWindow) -> str:
    """Return the name of the open profile, "" at home."""
    return "" if window.workspace is None else window.workspace.session.record.profile.name
