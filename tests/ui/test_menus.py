"""Menus: every key does its work once, wherever one is, and the sheet of keys cannot drift."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from socialplanner.domain.answers import NoAnswer
from socialplanner.ui.look import set_scale
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.guide import GuidePage, guide
from socialplanner.ui.pages.shortcuts import ShortcutsPage
from socialplanner.ui.theme import Appearance
from socialplanner.ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def usual_look(window: MainWindow) -> Iterator[None]:
    """Leave the one theme of the test run as it was."""
    yield
    window.theme.apply(Appearance.LIGHT, 1.0)


@pytest.fixture
def work(window: MainWindow, empty_profile: Path) -> Workspace:
    """Open an empty profile."""
    window.open_profile(empty_profile)
    assert window.workspace is not None
    return window.workspace


def entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from entries(inner)
        elif not action.isSeparator():
            yield action


def menus(window: MainWindow) -> list[QMenu]:
    found = [action.menu() for action in window.menuBar().actions()]
    return [each for each in found if isinstance(each, QMenu)]


def key(window: MainWindow, pressed: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window, pressed, modifier)


@pytest.mark.usefixtures("work")
def test_no_key_stands_for_two_things(window: MainWindow) -> None:
    actions = [action for menu in menus(window) for action in entries(menu)]
    keys = Counter(keys.toString() for action in actions for keys in action.shortcuts())
    assert {name: count for name, count in keys.items() if count > 1} == {}
    wanted = "Ctrl+N Ctrl+O Ctrl+S Ctrl+P Ctrl+W Ctrl+, Ctrl+Q Ctrl+Z Ctrl+Shift+Z Ctrl+Y F1 F2"
    assert {*wanted.split(), "Ctrl+J", "Alt+Left", "Ctrl+0", "Ctrl+1", "Ctrl+9"} <= keys.keys()


def test_no_letter_stands_for_two_entries_of_a_menu(window: MainWindow) -> None:
    for menu in menus(window):
        marked = [each.text().replace("&&", "") for each in menu.actions() if "&" in each.text()]
        letters = Counter(text[text.index("&") + 1].lower() for text in marked)
        assert {each: count for each, count in letters.items() if count > 1} == {}
        named = [each for each in menu.actions() if not each.isSeparator()]
        assert len(marked) == len(named)


def test_the_sheet_shows_every_key_of_the_menus_as_they_are_then(
    window: MainWindow, work: Workspace
) -> None:
    key(window, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    sheet = window.stack.currentWidget()
    assert isinstance(sheet, ShortcutsPage)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for menu in menus(window):
        for action in entries(menu):
            for keys in action.shortcuts():
                assert keys.toString(keys.SequenceFormat.NativeText) in shown
    assert {spec.title for spec in list(work.specs.values())[:9]} <= shown


def test_what_needs_a_profile_is_off_without_one(window: MainWindow, work: Workspace) -> None:
    del work
    needing = ("export", "print", "home", "next", "future")
    assert all(window.menus.actions[each].isEnabled() for each in needing)
    assert not window.menus.actions["undo"].isEnabled()
    window.go("home")
    assert not any(window.menus.actions[each].isEnabled() for each in needing)


def test_save_elsewhere_than_on_the_report_says_that_all_is_saved(
    window: MainWindow, work: Workspace
) -> None:
    del work
    key(window, Qt.Key.Key_S, CONTROL)
    message = window.messages.messages()[0]
    assert "Everything is saved as you go" in message.words


def test_undo_takes_back_an_answer_and_shows_where_it_was(
    window: MainWindow, work: Workspace
) -> None:
    question = work.session.catalogue.questionnaire.sections[1].questions[0]
    work.session.give(question.id, NoAnswer.UNKNOWN)
    window.go("report")
    key(window, Qt.Key.Key_Z, CONTROL)
    assert work.session.recorded(question.id) is None or (
        work.session.answers.get(question.id) is None
    )
    assert work.key == "section:style"
    key(window, Qt.Key.Key_Y, CONTROL)
    assert work.session.answers.get(question.id) is NoAnswer.UNKNOWN


def test_undo_belongs_to_the_field_that_is_typed_into(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    question = work.session.catalogue.questionnaire.sections[1].questions[0]
    work.session.give(question.id, NoAnswer.UNKNOWN)
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "abc")
    window.menus.commands.undo()
    assert field.text() == ""
    assert work.session.answers.get(question.id) is NoAnswer.UNKNOWN
    window.menus.commands.redo()
    assert field.text() == "abc"


def test_pages_are_reached_by_their_digit_and_left_by_alt_left(
    window: MainWindow, work: Workspace
) -> None:
    keys = list(work.specs)
    key(window, Qt.Key.Key_3, CONTROL)
    key(window, Qt.Key.Key_4, CONTROL)
    assert work.key == keys[3]
    key(window, Qt.Key.Key_Left, ALT)
    assert work.key == keys[2]
    key(window, Qt.Key.Key_Right, ALT)
    assert work.key == keys[3]


def test_a_sheet_is_left_by_alt_left_for_the_page_one_was_on(
    window: MainWindow, work: Workspace
) -> None:
    window.go("standing")
    key(window, Qt.Key.Key_Comma, CONTROL)
    assert window.stack.currentWidget() is not work
    key(window, Qt.Key.Key_Left, ALT)
    assert window.stack.currentWidget() is work
    assert work.key == "standing"


@pytest.mark.usefixtures("usual_look")
def test_text_grows_and_shrinks_by_keys_within_its_bounds_and_is_kept(window: MainWindow) -> None:
    key(window, Qt.Key.Key_Plus, CONTROL)
    key(window, Qt.Key.Key_Plus, CONTROL)
    assert window.theme.scale == pytest.approx(1.2)
    assert window.program.settings.number("text_scale") == pytest.approx(1.2)
    set_scale(window.theme, window.program.settings, 2.0)
    key(window, Qt.Key.Key_Plus, CONTROL)
    assert window.theme.scale == 2.0
    key(window, Qt.Key.Key_0, CONTROL)
    assert window.theme.scale == 1.0
    key(window, Qt.Key.Key_Minus, CONTROL)
    assert window.theme.scale == pytest.approx(0.9)


@pytest.mark.usefixtures("usual_look")
def test_the_appearance_in_use_is_marked_and_kept(window: MainWindow) -> None:
    window.menus.commands.dress(Appearance.DARK)
    marked = [
        action.text()
        for menu in menus(window)
        for action in entries(menu)
        if action.isCheckable() and action.isChecked()
    ]
    assert marked == ["Dark"]
    assert window.program.settings.text("appearance") == "dark"


def test_help_opens_at_what_is_said_of_the_page(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    window.go("week")
    key(window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    page = window.stack.currentWidget()
    assert isinstance(page, GuidePage)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().value() > 0)
    kinds = {"section" if each.startswith("section:") else each for each in work.specs}
    assert kinds <= {part[0] for part in guide()}


def test_recent_files_are_asked_for_when_their_menu_is_shown(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_file(empty_profile)
    recent = next(
        action.menu() for action in menus(window)[0].actions() if "recent" in action.text()
    )
    assert isinstance(recent, QMenu)
    recent.aboutToShow.emit()
    assert empty_profile.name in {each.text().replace("&&", "&") for each in recent.actions()}


def test_the_log_folder_is_made_and_shown(window: MainWindow) -> None:
    shown = list[Path]()

    def show(path: Path) -> bool:
        shown.append(path)
        return path.is_dir()

    window.menus.commands.open_outside = show
    window.menus.actions["log"].trigger()
    assert shown == [window.program.log.folder]
    assert window.messages.messages() == []
