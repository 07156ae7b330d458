"""The portfolio, by keyboard: from home to the clients, their order, one opened, and a file."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.models.portfolio_model import GAP, NAME
from socialplanner.ui.pages.portfolio import PortfolioPage
from tests.ui.homes import Chosen, listed, sample

FIRMS = ("cafe", "tax_adviser", "plumber", "charity", "web_shop")


def keep(program: DesktopProgram) -> None:
    """Keep five firms, some with a tag, and a sample that is no client."""
    for place, name in enumerate(FIRMS):
        record = sample(program, name)
        program.shelf.add(replace(record, tags=("north",) if place % 2 else ()))
    program.shelf.add(replace(sample(program, "cafe"), is_sample=True))


def opened(qtbot: QtBot, window: MainWindow) -> PortfolioPage:
    """Go from home to the portfolio and return it once all clients are read."""
    home = listed(window, qtbot)
    home.view.portfolio.setFocus()
    QTest.keyClick(home.view.portfolio, Qt.Key.Key_Space)
    page = window.stack.currentWidget()
    assert isinstance(page, PortfolioPage)
    qtbot.waitUntil(lambda: bool(page.clients) and window.tasks.is_idle, timeout=20_000)
    return page


def test_clients_stand_from_best_to_worst_and_one_is_opened_with_enter(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    keep(program)
    page = opened(qtbot, window)
    assert page.summary.text().startswith("5 clients; ")
    levels = [each.level for each in page.shown]
    assert levels == sorted(levels, key=lambda level: -(level or 0.0))
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    wanted = page.model.client(1)
    assert page.table.currentIndex().row() == 1
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert window.workspace is not None
    assert window.workspace.session.record.id == wanted.id


def test_order_and_tag_are_chosen_by_keys_and_the_order_is_kept(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    keep(program)
    page = opened(qtbot, window)
    page.tools.order.setFocus()
    QTest.keyClick(page.tools.order, Qt.Key.Key_Down)
    page.tools.order.activated.emit(page.tools.order.currentIndex())
    gaps = [int(str(page.model.index(row, GAP).data())) for row in range(5)]
    assert gaps == sorted(gaps, reverse=True)
    assert program.settings.text("portfolio_order") == "gap"
    page.tools.tag.setFocus()
    QTest.keyClick(page.tools.tag, Qt.Key.Key_Down)
    assert page.model.rowCount() == 2
    assert page.summary.text().startswith("2 clients; ")
    assert page.weak.lead.text().startswith("With fewer than five clients")


def test_a_cell_is_read_out_with_whose_and_what_it_is(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    keep(program)
    page = opened(qtbot, window)
    name = page.model.client(0).name
    said = page.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"{name}. Communication style: Media about ")
    assert page.model.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole) == name
    told = QAccessible.queryAccessibleInterface(page.table)
    assert told.text(QAccessible.Text.Name) == "Clients by dimensions"
    assert told.role() == QAccessible.Role.Table
    across = Qt.Orientation.Horizontal
    assert page.model.headerData(1, across) == "Style\nM · N"
    heard = page.model.headerData(1, across, Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Style: Media, Networking"
    assert page.key_words.text().startswith("M · N: Media and Networking")


def test_a_file_with_aliases_tells_no_name(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram, tmp_path: Path
) -> None:
    keep(program)
    page = opened(qtbot, window)
    page.chooser = Chosen(tmp_path / "clients.csv")
    page.tools.aliases.setFocus()
    QTest.keyClick(page.tools.aliases, Qt.Key.Key_Space)
    page.tools.export.setFocus()
    QTest.keyClick(page.tools.export, Qt.Key.Key_Space)
    text = (tmp_path / "clients.csv").read_text("utf-8-sig")
    assert len(text.splitlines()) == 6
    assert not [each.name for each in page.clients if each.name in text]
    (tmp_path / "mine.csv").write_text("mine", "utf-8")
    page.chooser = Chosen(tmp_path / "mine.csv")
    QTest.keyClick(page.tools.export, Qt.Key.Key_Space)
    assert (tmp_path / "mine.csv").read_text("utf-8") == "mine"


def test_without_clients_it_says_so_and_escape_goes_home(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    program.shelf.add(replace(sample(program, "cafe"), is_sample=True))
    window.go("portfolio")
    page = window.stack.currentWidget()
    assert isinstance(page, PortfolioPage)
    qtbot.waitUntil(lambda: page.state.text().startswith("There are no clients yet:"))
    assert page.heat.isHidden()
    assert page.make.isVisible()
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.home
    qtbot.waitUntil(lambda: window.tasks.is_idle)


def test_without_clients_a_plan_can_be_begun(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    window.go("portfolio")
    page = window.stack.currentWidget()
    assert isinstance(page, PortfolioPage)
    make = page.make
    qtbot.waitUntil(lambda: make.isVisible() and window.tasks.is_idle)
    make.setFocus()
    QTest.keyClick(make, Qt.Key.Key_Space)
    assert window.stack.currentWidget() is window.home
    assert window.home.panels.shown is not None
    keep(program)
    assert not opened(qtbot, window).make.isVisible()
