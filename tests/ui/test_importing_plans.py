"""A plan that carries its profile is opened by the window like a bundle."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.home_import import ImportPanel
from tests.app.carrying_plans import paper, plan
from tests.ui.homes import opened_name, said, sample

WORDS = "correct horse battery"


def asking(window: MainWindow, qtbot: QtBot) -> ImportPanel:
    panel = window.home.panels.shown
    assert isinstance(panel, ImportPanel)
    qtbot.waitUntil(lambda: window.tasks.is_idle)
    return panel


def test_a_plan_shows_what_it_carries_and_is_added_when_asked(
    window: MainWindow, program: DesktopProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(plan(sample(program, "cafe")))
    window.open_file(path)
    panel = asking(window, qtbot)
    assert "Café Morgenlicht" in panel.lead.text()
    assert program.shelf.entries() == []
    panel.add.click()
    assert opened_name(window) == "Café Morgenlicht"


def test_a_plan_with_a_password_asks_for_it(
    window: MainWindow, program: DesktopProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(plan(sample(program, "cafe"), WORDS))
    window.open_file(path)
    panel = asking(window, qtbot)
    panel.passphrase.setText("not the one")
    panel.unlock.click()
    qtbot.waitUntil(lambda: window.tasks.is_idle)
    assert "password is wrong" in panel.trouble.text()
    panel.passphrase.setText(WORDS)
    panel.unlock.click()
    qtbot.waitUntil(lambda: window.tasks.is_idle)
    assert "Café Morgenlicht" in panel.lead.text()


def test_a_pdf_without_a_profile_is_told_so(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(paper())
    window.open_file(path)
    assert "a PDF without a profile in it" in said(window)
