"""What tests of the window get: a program with folders of its own, and one dressed application."""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialplanner import paths
from socialplanner.app.program import DesktopProgram
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import new_record, with_answer, with_assessment
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.presentation.i18n import catalogue_translation
from socialplanner.ui import accessibility
from socialplanner.ui.context import Context
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.tasks import Tasks
from socialplanner.ui.theme import Appearance, Theme
from socialplanner.ui.widgets.message_bar import MessageBar
from tests.domain.builders import shipped_catalogue


class ProgramUnderTest(DesktopProgram):
    """The program as it is, but for the catalogue: it is read once for all tests in English."""

    @cached_property
    def catalogue(self) -> Catalogue:
        return super().catalogue if catalogue_translation() else shipped_catalogue()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Dress the one application of the test run."""
    accessibility.install()
    made = Theme(qapp)
    made.apply(Appearance.LIGHT)
    return made


@pytest.fixture(scope="session")
def context(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """Give what a part of a page needs that is tested without a window."""
    folder = tmp_path_factory.mktemp("context")
    bar = MessageBar(theme)
    yield Context(
        program=DesktopProgram(folder / "data", folder / "config"),
        theme=theme,
        tasks=Tasks(),
        messages=bar,
        go=lambda _key, _place: None,
    )
    bar.deleteLater()


@pytest.fixture
def program(tmp_path: Path) -> DesktopProgram:
    """Give a program whose profiles and settings are the test's own; it has no sample."""
    made = ProgramUnderTest(tmp_path / "data", tmp_path / "config")
    made.settings.put("sample_made", True)  # noqa: FBT003 - a setting like any other
    return made


@pytest.fixture
def window(qtbot: QtBot, program: DesktopProgram, theme: Theme) -> Iterator[MainWindow]:
    """Show a window, and close it whatever happened."""
    made = MainWindow(program, theme)
    qtbot.addWidget(made, before_close_func=lambda shown: shown.close())
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def empty_profile(program: DesktopProgram) -> Path:
    """Keep a profile of which nothing is known but its name."""
    return program.shelf.add(begun(program, Profile(name="Corner Bakery", currency="EUR")))


@pytest.fixture
def sample_profile(program: DesktopProgram) -> Callable[[str], Path]:
    """Return a function that keeps one of the invented firms and tells where."""

    def kept(name: str) -> Path:
        said = read_answers_file(program.catalogue, paths.samples_dir() / f"{name}.toml")
        record = begun(program, said.profile)
        for question_id, answer in said.answers.items():
            record = with_answer(
                record, record.assessments[-1].id, question_id, answer, program.now()
            )
        return program.shelf.add(record)

    return kept


def begun(program: DesktopProgram, profile: Profile) -> ProfileRecord:
    """Return a new profile with an empty assessment."""
    edit = program.now()
    return with_assessment(new_record(program.new_id(), profile, edit), program.new_id(), edit)
