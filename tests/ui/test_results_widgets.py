"""Chart cards, tables of words and the panel behind “Why?”, by themselves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.presentation.scenes import MixRow, Stage, TargetBand, mix_bars
from socialplanner.presentation.scenes.shapes import Scene
from socialplanner.presentation.summary.parts import TextTable, table
from socialplanner.presentation.why import Reason
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.reading_order import go_on
from socialplanner.ui.theme import Appearance, Theme
from socialplanner.ui.widgets.chart_card import ChartCard
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import ScrollPage, column, row
from socialplanner.ui.widgets.table_cells import shared_out
from socialplanner.ui.widgets.text_table import TextTableView
from socialplanner.ui.widgets.why import WhyButton, section_of

ODD = "<b>fat</b> & sons =1+1 \N{PARTY POPPER} \u0633\u0644\u0627\u0645 " + "word " * 60


def bars(stage: Stage) -> Scene:
    """Return a small chart."""
    band = TargetBand(low=25, high=45, centre=35, text="target 25 to 45%")
    rows = [
        MixRow(label="Now", share=30, note="about 30%"),
        MixRow(label=ODD, share=None, note="?"),
    ]
    return mix_bars(rows, band, title="The mix", stage=stage)


def words() -> TextTable:
    """Return a table with a column of numbers and long texts."""
    rows = [("One", "1½", "A step that is told in a sentence."), ("Two", "2", ODD)]
    return table(("Activity", "Hours", "Step"), rows, figures=(1,))


def reason() -> Reason:
    """Return why something is what it is."""
    figures = table(("Figure", "Number", "Whose"), [(ODD, "35", "your figures")], figures=(1,))
    return Reason(
        title="Why this cost?",
        value="€780 a month",
        formula="hours × price\n= 780",
        figures=figures,
        question_ids=("business.hour_cost", "no.such.question"),
        notes=("A note.",),
    )


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> Iterator[ScrollPage]:
    """Show an empty page in a window of its own."""
    page = ScrollPage()
    page.resize(760, 600)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    assert window.isVisible()
    yield page
    page.hide()


def test_a_chart_can_be_shown_as_a_table_and_as_a_chart_again(
    window: MainWindow, shown: ScrollPage
) -> None:
    card = ChartCard(window.context, "The mix", bars)
    shown.box.addWidget(card)
    QGuiApplication.processEvents()
    QTest.mouseClick(card.as_table, Qt.MouseButton.LeftButton)
    assert card.table is not None
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    assert card.table.table.rows[0] == ("Now", "about 30%")
    card.set_maker(bars)
    QTest.mouseClick(card.as_table, Qt.MouseButton.LeftButton)
    assert card.chart.isVisible()
    assert not card.table.isVisible()
    assert card.as_table.text() == "Show as table"


def test_a_chart_is_copied_as_a_picture_of_twice_the_size_and_as_text(
    window: MainWindow, shown: ScrollPage
) -> None:
    card = ChartCard(window.context, "The mix", bars)
    shown.box.addWidget(card)
    QGuiApplication.processEvents()
    card.as_picture.click()
    picture = QGuiApplication.clipboard().image()
    assert picture.width() > 1500
    assert picture.pixelColor(2, 2).name().upper() == window.theme.tokens["surface"]
    card.as_text.click()
    assert QGuiApplication.clipboard().text().splitlines()[1] == "Now\tabout 30%"
    assert "copied" in window.messages.messages()[0].words


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_chart_opens_at_shift_and_f10(
    qtbot: QtBot, window: MainWindow, shown: ScrollPage
) -> None:
    card = ChartCard(window.context, "The mix", bars)
    shown.box.addWidget(card)
    QGuiApplication.processEvents()
    qtbot.waitUntil(card.chart.isVisible)
    card.chart.setFocus()
    QTest.keyClick(card.chart, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menus = [each for each in card.findChildren(QMenu) if each.isVisible()]
    assert [action.text() for action in menus[0].actions()] == [
        "Show as table",
        "Copy as picture",
        "Copy as text",
    ]
    menus[0].close()


def test_a_table_is_as_high_as_its_rows_and_has_no_scroll_bars(
    window: MainWindow, shown: ScrollPage
) -> None:
    view = TextTableView(window.context, words(), name="Steps")
    shown.box.addWidget(view)
    QGuiApplication.processEvents()
    QGuiApplication.processEvents()
    assert not view.is_as_records
    assert view.verticalScrollBar().maximum() == 0
    assert view.horizontalScrollBar().maximum() == 0
    assert view.rowHeight(1) > 3 * view.rowHeight(0) / 2
    assert sum(view.columnWidth(place) for place in range(3)) == view.viewport().width()


def test_a_table_becomes_records_where_there_is_little_width_or_large_text(
    window: MainWindow, shown: ScrollPage, theme: Theme
) -> None:
    view = TextTableView(window.context, words(), name="Steps")
    shown.box.addWidget(view)
    QGuiApplication.processEvents()
    shown.resize(300, 600)
    QGuiApplication.processEvents()
    assert view.model().rowCount() == 6
    assert view.model().columnCount() == 2
    shown.resize(760, 600)
    QGuiApplication.processEvents()
    assert view.model().columnCount() == 3
    theme.apply(Appearance.LIGHT, 2.0)
    low = view.rowHeight(0)
    theme.apply(Appearance.LIGHT)
    QGuiApplication.processEvents()
    assert view.rowHeight(0) < low


def test_a_table_is_told_as_a_table_with_the_names_of_its_columns(
    window: MainWindow, shown: ScrollPage
) -> None:
    view = TextTableView(window.context, words(), name="Steps")
    shown.box.addWidget(view)
    QGuiApplication.processEvents()
    told = QAccessible.queryAccessibleInterface(view)
    assert told is not None
    assert told.role() == QAccessible.Role.Table
    assert told.text(QAccessible.Text.Name) == "Steps"
    names = [told.child(place).text(QAccessible.Text.Name) for place in range(told.childCount())]
    assert {"Activity", "Hours", "Step", "One", "1½"} <= set(names)


def test_a_table_is_read_cell_by_cell_copied_and_left_with_tab(
    qtbot: QtBot, window: MainWindow, shown: ScrollPage
) -> None:
    view = TextTableView(window.context, words(), name="Steps")
    shown.box.addWidget(view)
    QGuiApplication.processEvents()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert view.currentIndex().data() == "One"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().data() == "1½"
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Activity\tHours\tStep"
    assert len(lines) == 3
    assert not view.tabKeyNavigation()


def test_widths_of_columns_fill_the_room_and_keep_what_each_needs() -> None:
    for room in (300, 500, 901):
        widths = shared_out(room, [60.0, 40.0, 100.0], [90.0, 50.0, 800.0])
        assert sum(widths) == room
        assert widths[0] >= 60
        assert widths[1] >= 40


def test_why_opens_below_its_row_and_closes_at_escape_with_the_focus_back(
    qtbot: QtBot, window: MainWindow, shown: ScrollPage
) -> None:
    button = WhyButton(window.context, "€780 a month", reason)
    holder, box = QWidget(), column(row(Label("Cost"), row(button)), Label("Below"))
    holder.setLayout(box)
    shown.box.addWidget(holder)
    QGuiApplication.processEvents()
    assert button.accessibleName() == "Why €780 a month?"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = button.panel
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    assert box.indexOf(panel) == 1
    assert [link.accessibleName() for link in panel.links] == [
        "Go to the question: Cost of an hour"
    ]
    panel.links[0].setFocus()
    QTest.keyClick(panel.links[0], Qt.Key.Key_Escape)
    assert not panel.isVisible()
    qtbot.waitUntil(button.hasFocus)
    button.click()
    assert panel.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_tab_key_goes_from_why_through_the_explanation_and_on(
    qtbot: QtBot, window: MainWindow, shown: ScrollPage
) -> None:
    first, second = (WhyButton(window.context, name, reason) for name in ("one", "two"))
    for button in (first, second):
        holder = QWidget()
        holder.setLayout(column(row(button)))
        shown.box.addWidget(holder)
    QGuiApplication.processEvents()
    first.click()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    seen: list[QWidget] = [first]
    while seen[-1] is not second and len(seen) < 9:
        assert go_on(shown, is_next=True), "what the workspace does at Tab"
        here = QApplication.focusWidget()
        assert here is not None
        seen.append(here)
    panel = first.panel
    assert panel is not None
    assert seen == [
        first,
        panel.close_button,
        panel.figures,
        *panel.links,
        panel.copy_button,
        second,
    ]


def test_an_explanation_is_copied_as_lines_and_keeps_a_persons_text_as_it_is(
    window: MainWindow, shown: ScrollPage
) -> None:
    button = WhyButton(window.context, "it", reason)
    shown.box.addWidget(button)
    QGuiApplication.processEvents()
    button.click()
    assert button.panel is not None
    button.panel.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "Why this cost?"
    assert "<b>fat</b> & sons =1+1" in text
    assert "your figures" in text
    for label in button.panel.findChildren(Label):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_open_explanation_follows_the_number(window: MainWindow, shown: ScrollPage) -> None:
    button = WhyButton(window.context, "it", reason)
    shown.box.addWidget(button)
    QGuiApplication.processEvents()
    button.click()

    def other() -> Reason:
        return Reason(title="Why now?", value="€1", formula="", figures=table((), ()))

    button.set_reason("€1", other)
    assert button.panel is not None
    assert button.panel.title.text() == "Why now?"
    assert not button.panel.formula.isVisible()
    assert button.accessibleName() == "Why €1?"


def test_every_question_has_a_section_and_an_unknown_one_has_none(window: MainWindow) -> None:
    for question in window.program.catalogue.questionnaire:
        assert section_of(window.context, question.id)
    assert section_of(window.context, "no.such.question") == ""
