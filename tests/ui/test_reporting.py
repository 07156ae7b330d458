"""Bugs: each reaches one reporter, the work is saved, and the person is told once, calmly."""

import faulthandler
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt, QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from socialplanner.app.fault_file import FaultFile
from socialplanner.app.log_file import LARGEST, LogFile
from socialplanner.app.program import DesktopProgram
from socialplanner.errors import UserError
from socialplanner.ui.bug_report import bug_report
from socialplanner.ui.crash_panel import CrashPanel
from socialplanner.ui.last_run import tell_last_run
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.reporting import LOGGED_TIMES, Reporter
from socialplanner.ui.tasks import Task

QUESTION = "style.voice"


class SomeBugError(Exception):
    """Raised by these tests."""


@pytest.fixture
def reporter(program: DesktopProgram) -> Iterator[Reporter]:
    """Hear of every bug while a test runs."""
    made = Reporter(program.log)
    made.install()
    yield made
    made.uninstall()


@pytest.fixture
def panel(window: MainWindow, reporter: Reporter) -> CrashPanel:
    """Give the panel of the window."""
    made = CrashPanel(window)
    reporter.reported.connect(made.show_bug)
    return made


def fail() -> None:
    raise SomeBugError("Corner Bakery")


def in_slot(window: MainWindow) -> None:
    button = QPushButton(window)
    button.clicked.connect(fail)
    button.click()


def in_timer(window: MainWindow) -> None:
    QTimer.singleShot(0, window, fail)


def in_thread(window: MainWindow) -> None:
    del window
    thread = threading.Thread(target=fail, name="a thread")
    thread.start()
    thread.join()


def in_task(window: MainWindow) -> None:
    def told(_: object) -> None:
        raise AssertionError("a bug is no outcome")

    window.tasks.run("fails", Task(fail, told, told))


def at_end_of_life(window: MainWindow) -> None:
    del window

    class Thing:
        def __del__(self) -> None:
            fail()

    Thing()


@pytest.mark.parametrize(
    "bug", [in_slot, in_timer, in_thread, in_task, at_end_of_life], ids=lambda each: each.__name__
)
def test_a_bug_wherever_it_is_comes_to_the_panel_and_into_the_log(
    qtbot: QtBot, window: MainWindow, panel: CrashPanel, bug: Callable[[MainWindow], None]
) -> None:
    bug(window)
    qtbot.waitUntil(panel.isVisible)
    assert "SomeBugError: Corner Bakery" in panel.details.toPlainText()
    assert "SomeBugError" in log_text(window.program.log.folder)


def test_the_log_does_not_hold_what_a_message_quotes_nor_the_name_of_a_file(
    program: DesktopProgram, reporter: Reporter
) -> None:
    reporter.take(raised(SomeBugError("Corner Bakery")))
    reporter.take(raised(TypeError("/a/corner-bakery-12ab.socialplan is no number")))
    text = log_text(program.log.folder)
    assert "SomeBugError" in text
    assert "is no number" in text
    assert "akery" not in text


def test_a_report_names_the_persons_folder_by_a_tilde() -> None:
    report = bug_report(raised(SomeBugError(f"{Path.home()}/plan")))
    assert "SomeBugError: ~/plan" in report.text
    assert f"{Path.home()}/" not in report.text


def test_a_report_says_versions_system_and_what_led_to_the_bug() -> None:
    try:
        try:
            fail()
        except SomeBugError as first:
            raise ValueError("second") from first
    except ValueError as error:
        text = bug_report(error).text
    assert text.startswith("SocialPlanner ")
    assert "Python 3" in text
    assert text.index("SomeBugError") < text.index("ValueError: second")


def test_what_is_being_typed_is_saved_before_the_person_is_told(
    qtbot: QtBot, window: MainWindow, panel: CrashPanel, empty_profile: Path
) -> None:
    window.open_profile(empty_profile)
    assert window.workspace is not None
    session = window.workspace.session
    question = next(iter(session.catalogue.questionnaire.by_id))
    session.type(question, None)
    QTimer.singleShot(0, window, fail)
    qtbot.waitUntil(panel.isVisible)
    assert session.is_saved
    assert "is saved" in panel.words.text()


def test_work_that_cannot_be_saved_is_owned_up_to(
    qtbot: QtBot, window: MainWindow, panel: CrashPanel, empty_profile: Path
) -> None:
    window.open_profile(empty_profile)
    assert window.workspace is not None
    session = window.workspace.session

    def refuse() -> None:
        raise UserError("The disk is full.")

    session._try(refuse)  # noqa: SLF001 - as where a disk is full
    session.flush = refuse  # type: ignore[method-assign]
    QTimer.singleShot(0, window, fail)
    qtbot.waitUntil(panel.isVisible)
    assert "could not be saved" in panel.words.text()
    del session.flush


def test_bugs_that_come_again_do_not_pile_up_on_the_screen_or_in_the_log(
    qtbot: QtBot, window: MainWindow, panel: CrashPanel, reporter: Reporter
) -> None:
    error = raised(SomeBugError())
    for _ in range(50):
        reporter.take(error)
    qtbot.waitUntil(lambda: panel.times.text() == "50 times until now.")
    assert panel.details.toPlainText().count("SomeBugError") == 1
    assert log_text(window.program.log.folder).count("SomeBugError") == LOGGED_TIMES


def test_a_bug_in_the_panel_goes_to_stderr_and_comes_back_to_nobody(
    qtbot: QtBot, reporter: Reporter, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = list[object]()

    def fails_itself(report: object) -> None:
        calls.append(report)
        raise SomeBugError("in the panel")

    reporter.reported.connect(fails_itself)
    reporter.take(raised(SomeBugError()))
    qtbot.waitUntil(lambda: bool(calls))
    qtbot.wait(20)
    assert len(calls) == 1
    assert "in the panel" in capsys.readouterr().err


def test_a_bug_in_the_log_does_not_keep_the_person_from_being_told(
    qtbot: QtBot, window: MainWindow, panel: CrashPanel
) -> None:
    folder = window.program.log.folder
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file where the folder should be")
    QTimer.singleShot(0, window, fail)
    qtbot.waitUntil(panel.isVisible)


def test_the_panel_takes_the_keys_and_gives_the_focus_back(
    qtbot: QtBot, window: MainWindow, panel: CrashPanel
) -> None:
    QTimer.singleShot(0, window, fail)
    qtbot.waitUntil(panel.isVisible)
    QTest.keyClick(panel, Qt.Key.Key_Space)
    assert panel.isVisible()
    QTest.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    assert "SomeBugError" in QGuiApplication.clipboard().text()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_the_panel_lies_within_the_smallest_window_at_the_largest_text(
    qtbot: QtBot, window: MainWindow, panel: CrashPanel
) -> None:
    theme = window.theme
    window.resize(window.minimumSize())
    try:
        theme.apply(theme.appearance, 2.0)
        QTimer.singleShot(0, window, fail)
        qtbot.waitUntil(panel.isVisible)
        assert window.rect().contains(panel.geometry())
    finally:
        theme.apply(theme.appearance, 1.0)


def test_the_log_folder_is_opened_and_the_program_can_be_left(
    qtbot: QtBot, window: MainWindow, panel: CrashPanel
) -> None:
    opened = list[Path]()

    def note(path: Path) -> bool:
        opened.append(path)
        return True

    panel.open_outside = note
    QTimer.singleShot(0, window, fail)
    qtbot.waitUntil(panel.isVisible)
    panel.log.click()
    assert opened == [window.program.log.folder]
    panel.quit.click()
    assert window.isHidden()


def test_what_qt_complains_of_is_logged_once(program: DesktopProgram, reporter: Reporter) -> None:
    del reporter
    for _ in range(3):
        qWarning("QSomething: no such thing")
    assert log_text(program.log.folder).count("no such thing") == 1


def test_the_log_is_for_its_owner_alone_and_does_not_grow_for_ever(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "log")
    for _ in range(3):
        log.write("info", "x" * (LARGEST - 200))
    files = sorted(log.folder.iterdir())
    assert len(files) > 1
    if sys.platform != "win32":
        assert {each.stat().st_mode & 0o777 for each in files} == {0o600}
    for _ in range(6):
        log.write("info", "x" * (LARGEST - 200))
    assert len(list(log.folder.iterdir())) == 4


def test_a_run_that_closed_is_not_spoken_of(tmp_path: Path) -> None:
    was_on = faulthandler.is_enabled()
    first = FaultFile(tmp_path)
    first.begin()
    first.end()
    second = FaultFile(tmp_path)
    second.begin()
    second.end()
    assert not second.ended_badly
    assert list(tmp_path.iterdir()) == []
    if was_on:
        faulthandler.enable(sys.__stderr__ or 2)


RUN = """
import sys
from pathlib import Path
from socialplanner.app.fault_file import FaultFile
run = FaultFile(Path(sys.argv[1]))
run.begin()
{end}
"""


@pytest.mark.parametrize(
    ("end", "words", "stacks"),
    [
        ("import faulthandler; faulthandler._sigsegv()", "a fault of its own", "Segmentation"),
        ("import os; os._exit(9)", "was cut off", ""),
    ],
    ids=["crash", "cut off"],
)
def test_a_run_that_never_closed_is_spoken_of_at_the_next_start(
    window: MainWindow, program: DesktopProgram, end: str, words: str, stacks: str
) -> None:
    code = [sys.executable, "-c", RUN.format(end=end), str(program.log.folder)]
    assert subprocess.run(code, check=False, capture_output=True).returncode != 0
    was_on = faulthandler.is_enabled()
    program.last_run.begin()
    try:
        assert program.last_run.ended_badly
        assert stacks in program.last_run.stacks
        tell_last_run(window)
        assert words in window.messages.messages()[0].words
    finally:
        program.last_run.end()
        if was_on:
            faulthandler.enable(sys.__stderr__ or 2)


def raised(error: Exception) -> Exception:
    try:
        fail_with(error)
    except type(error) as caught:
        return caught


def fail_with(error: Exception) -> NoReturn:
    raise error


def log_text(folder: Path) -> str:
    return (folder / "socialplanner.log").read_text("utf-8")
