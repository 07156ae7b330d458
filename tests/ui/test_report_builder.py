"""The report is put together: kinds, parts in order, words, notes; and it can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.domain.record import LONGEST_NOTE
from socialplanner.presentation.plan_options import ALL_PARTS, CoverKind, PlanPart, Verbosity
from socialplanner.presentation.report_presets import Preset
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.report import ReportPage
from socialplanner.ui.pages.report_builder import ReportBuilder
from socialplanner.ui.pages.report_parts import whole_order
from socialplanner.ui.session import Session
from socialplanner.ui.theme import Theme
from tests.ui.journeys.walking import clipped, nameless, scrolled_sideways

ODD = "<b>Über uns</b> & =1+1\n\n\u0633\u0644\u0627\u0645 🙂"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow, sample_profile: Callable[[str], Path]) -> ReportPage:
    window.resize(1240, 820)
    window.open_profile(sample_profile("cafe"), "report")
    assert window.workspace is not None
    found = window.workspace.page
    assert isinstance(found, ReportPage)
    return found


@pytest.fixture
def builder(page: ReportPage) -> ReportBuilder:
    return page.builder


@pytest.fixture
def session(page: ReportPage, window: MainWindow) -> Session:
    del page
    assert window.workspace is not None
    return window.workspace.session


def choose(builder: ReportBuilder, preset: Preset) -> None:
    """Choose a kind of report with the arrow keys, as a person does."""
    choice = builder.kind.preset
    choice.setFocus()
    while choice.currentData() != preset.value:
        down = choice.currentIndex() < choice.findData(preset.value)
        QTest.keyClick(choice, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def test_a_kind_of_report_sets_parts_cover_and_length_and_can_be_taken_back(
    builder: ReportBuilder, window: MainWindow, qtbot: QtBot
) -> None:
    choose(builder, Preset.ONE_PAGE)
    assert builder.options.parts == (PlanPart.SUMMARY,)
    assert builder.options.cover is CoverKind.NONE
    qtbot.waitUntil(lambda: builder.parts.parts == (PlanPart.SUMMARY,))
    assert window.workspace is not None
    window.workspace.undo()
    qtbot.waitUntil(lambda: builder.parts.parts == ALL_PARTS)
    assert builder.kind.preset.currentData() == Preset.OWNER
    window.workspace.redo()
    qtbot.waitUntil(lambda: builder.parts.parts == (PlanPart.SUMMARY,))
    assert builder.kind.preset.currentData() == Preset.ONE_PAGE


def test_another_choice_is_named_as_one_s_own(builder: ReportBuilder, qtbot: QtBot) -> None:
    click(builder.parts.boxes[PlanPart.MIX])
    qtbot.waitUntil(lambda: builder.kind.preset.currentText() == "Your own choice")
    click(builder.parts.boxes[PlanPart.MIX])
    qtbot.waitUntil(lambda: builder.kind.preset.currentText() == "Owner’s plan")
    assert builder.kind.preset.count() == len(Preset)


def test_undoing_elsewhere_leads_back_to_the_report(
    builder: ReportBuilder, window: MainWindow
) -> None:
    choose(builder, Preset.ONE_PAGE)
    window.go("profile")
    assert window.workspace is not None
    window.workspace.undo()
    assert window.workspace.key == "report"
    assert builder.options.parts == ALL_PARTS


def click(box: QCheckBox) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, box.height() // 2))


def test_parts_are_moved_with_alt_and_an_arrow_and_the_keyboard_stays_there(
    builder: ReportBuilder, session: Session, qtbot: QtBot
) -> None:
    box = builder.parts.boxes[PlanPart.WEEK]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up, ALT)
    order = builder.options.parts
    assert order.index(PlanPart.WEEK) + 1 == order.index(PlanPart.MIX)
    assert session.record.settings["report.parts"].split() == list(order)
    assert box.hasFocus()
    qtbot.waitUntil(
        lambda: builder.parts.rows[PlanPart.WEEK].grip.accessibleName().endswith("4 of 10")
    )


def test_parts_are_moved_from_the_menu_of_the_grip(builder: ReportBuilder) -> None:
    row = builder.parts.rows[PlanPart.SUMMARY]
    up, down = row.menu().actions()
    assert (up.isEnabled(), down.isEnabled()) == (False, True)
    down.trigger()
    down.trigger()
    assert builder.options.parts[:2] == (PlanPart.STANDING, PlanPart.SUMMARY)


def test_parts_are_dragged_by_their_name_or_grip_and_not_switched_by_it(
    builder: ReportBuilder,
) -> None:
    parts = builder.parts
    for grabbed in (parts.boxes[PlanPart.APPENDIX], parts.rows[PlanPart.APPENDIX].grip):
        drag(grabbed, parts.rows[parts.order[0]])
        assert parts.order[0] is PlanPart.APPENDIX
        assert builder.options.parts[0] is PlanPart.APPENDIX
        drag(grabbed, parts.rows[parts.order[4]], below=True)
        assert parts.order[4] is PlanPart.APPENDIX


def drag(grabbed: QWidget, target: QWidget, *, below: bool = False) -> None:
    spot = grabbed.rect().center()
    height = target.height() - 2 if below else 1
    there = grabbed.mapFromGlobal(target.mapToGlobal(QPoint(20, height)))
    QTest.mousePress(grabbed, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseMove(grabbed, there)
    QTest.mouseMove(grabbed, there + QPoint(1, 0))
    QTest.mouseRelease(grabbed, Qt.MouseButton.LeftButton, pos=there)


def test_parts_that_are_left_out_stand_where_they_belong() -> None:
    order = whole_order((PlanPart.WEEK, PlanPart.SUMMARY))
    assert [part for part in order if part in (PlanPart.WEEK, PlanPart.SUMMARY)] == [
        PlanPart.WEEK,
        PlanPart.SUMMARY,
    ]
    assert set(order) == set(PlanPart)
    assert order.index(PlanPart.PROGRESS) == order.index(PlanPart.SUMMARY) + 1
    assert whole_order(ALL_PARTS) == list(PlanPart)


def test_a_note_opens_in_place_is_kept_as_typed_and_is_marked(
    builder: ReportBuilder, session: Session, qtbot: QtBot
) -> None:
    row = builder.parts.rows[PlanPart.WEEK]
    QTest.mouseClick(row.note, Qt.MouseButton.LeftButton)
    assert row.text.hasFocus()
    row.text.insertPlainText(ODD)
    QTest.keyClick(row.text, Qt.Key.Key_Escape)
    assert not row.text.isVisible()
    assert row.note.hasFocus()
    assert session.record.settings["report.note.week"] == ODD
    assert builder.options.notes == {PlanPart.WEEK: ODD}
    qtbot.waitUntil(lambda: row.note.accessibleName() == "Note on “Your week”, written")


def test_words_are_taken_after_a_pause_and_survive_what_is_chosen_meanwhile(
    builder: ReportBuilder, session: Session, qtbot: QtBot
) -> None:
    builder.words.sign.click()
    builder.words.opening.setFocus()
    QTest.keyClicks(builder.words.opening, "Dear Ana")
    click(builder.parts.boxes[PlanPart.MIX])
    qtbot.waitUntil(lambda: session.record.settings.get("report.opening") == "Dear Ana")
    assert PlanPart.MIX not in builder.options.parts
    assert builder.words.opening.toPlainText() == "Dear Ana"
    qtbot.waitUntil(lambda: builder.words.summary.text() == "Before the plan")


def test_a_text_that_is_too_long_is_cut_and_that_is_said(
    builder: ReportBuilder, session: Session, window: MainWindow
) -> None:
    builder.words.sign.click()
    builder.words.closing.setFocus()
    builder.words.closing.insertPlainText("\N{PARTY POPPER}" * (LONGEST_NOTE + 40))
    builder.words.closing.commit()
    assert len(session.record.settings["report.closing"]) == LONGEST_NOTE
    assert "5,000 characters" in window.messages.messages()[0].words


def test_every_option_reaches_the_profile(builder: ReportBuilder, session: Session) -> None:
    builder.kind.length.buttons[Verbosity.BRIEF].click()
    builder.cover.sign.click()
    builder.cover.contents.click()
    builder.cover.tagged.click()
    builder.cover.cover.setFocus()
    QTest.keyClick(builder.cover.cover, Qt.Key.Key_Down)
    builder.alias.sign.click()
    builder.alias.alias.setFocus()
    QTest.keyClicks(builder.alias.alias, "A shop")
    QTest.keyClick(builder.alias.alias, Qt.Key.Key_Return)
    assert dict(session.record.settings) == {
        "report.verbosity": "brief",
        "report.contents": "yes",
        "report.tagged": "no",
        "report.cover": "plain",
        "report.alias": "A shop",
    }


def test_a_folded_card_says_what_it_holds_and_opens_by_its_title(
    builder: ReportBuilder,
) -> None:
    for card in builder.folds:
        assert not card.body.isVisible()
        assert card.summary.isVisible()
        builder.ensureWidgetVisible(card)
        QTest.mouseClick(card.head, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        assert card.body.isVisible()
        assert not card.summary.isVisible()
        assert card.sign.accessibleName().startswith("Fold")
        QTest.keyClick(card.sign, Qt.Key.Key_Space)
        assert not card.body.isVisible()


@pytest.mark.parametrize("size", [(1024, 700), (860, 560)], ids=str)
@pytest.mark.parametrize("scale", [0.9, 1.0, 2.0])
def test_with_all_open_everything_has_a_name_and_nothing_is_cut(
    builder: ReportBuilder, window: MainWindow, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    for row in builder.parts.rows.values():
        row.note.click()
    for card in builder.folds:
        card.set_open(is_open=True)
    window.resize(*size)
    theme.apply(theme.appearance, scale)
    try:
        for _turn in range(5):
            QApplication.processEvents()
        assert nameless(builder) == []
        assert clipped(builder) == []
        assert scrolled_sideways(window) == []
    finally:
        theme.apply(theme.appearance, 1.0)
