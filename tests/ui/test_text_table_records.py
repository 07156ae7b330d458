"""A table of words as records at large text: what names a value stays whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from pytestqt.qtbot import QtBot

from socialplanner.presentation.summary.parts import table
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.theme import Appearance, Theme
from socialplanner.ui.widgets.layouts import ScrollPage
from socialplanner.ui.widgets.table_cells import CellDelegate
from socialplanner.ui.widgets.table_model import CellLook
from socialplanner.ui.widgets.text_table import TextTableView

DAY = "28\u00a0September\u00a02026"


@pytest.fixture
def large(theme: Theme) -> Iterator[Theme]:
    """Give a theme with letters twice as large, and take it back."""
    theme.apply(Appearance.LIGHT, 2.0)
    yield theme
    theme.apply(Appearance.LIGHT)


def test_a_day_in_the_name_of_a_value_is_not_broken_at_large_text(
    qtbot: QtBot, window: MainWindow, large: Theme
) -> None:
    rows = [("Goals", "about 55", "about 60", "No change can be told from chance.")] * 2
    head = ("Score", f"Then, {DAY}", f"Now, {DAY}", "Change")
    page = ScrollPage()
    qtbot.addWidget(page)
    view = TextTableView(window.context, table(head, rows), name="Scores")
    page.box.addWidget(view)
    page.resize(620, 600)
    page.show()
    qtbot.waitUntil(lambda: 400 < view.viewport().width() < 620)
    QGuiApplication.processEvents()
    assert view.is_as_records
    day = QFontMetricsF(CellDelegate(large).font(CellLook())).horizontalAdvance(DAY)
    assert view.columnWidth(0) >= day + 2 * large.px(8)
    assert view.columnWidth(0) <= view.viewport().width() * 0.6
