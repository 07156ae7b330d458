from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.ids import Mode
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.models.profile_list import Order
from socialplanner.ui.pages.home_new import NewPanel, is_address, whole_address
from socialplanner.ui.theme import Theme
from tests.ui.homes import entry_of, listed, named, sample


@pytest.fixture
def first_window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    """Show the window of somebody who has never been here."""
    made = MainWindow(DesktopProgram(tmp_path / "data", tmp_path / "config"), theme)
    qtbot.addWidget(made, before_close_func=lambda shown: shown.close())
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def shown_names(window: MainWindow) -> list[str]:
    return [entry.name for entry in window.home.profiles.shown]


def test_the_first_start_makes_a_sample_and_a_removed_one_does_not_come_back(
    first_window: MainWindow, qtbot: QtBot
) -> None:
    window = first_window
    assert window.home.view.first.isVisible()
    qtbot.waitUntil(lambda: bool(window.home.profiles.shown))
    sample_entry = window.home.profiles.shown[0]
    assert sample_entry.is_sample
    assert window.home.view.first.isVisible()
    window.home.actions_of.delete(sample_entry)
    home = listed(window, qtbot)
    assert home.contents.now.entries == []
    assert listed(window, qtbot).contents.now.entries == []


def test_look_at_the_sample_opens_it(first_window: MainWindow, qtbot: QtBot) -> None:
    window = first_window
    qtbot.waitUntil(lambda: bool(window.home.profiles.shown))
    window.home.view.first.sample.click()
    assert window.workspace is not None
    assert window.workspace.session.record.is_sample


def test_who_has_profiles_gets_no_sample_and_sees_the_list(
    qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    program = DesktopProgram(tmp_path / "data", tmp_path / "config")
    program.shelf.add(named(program, "Mine"))
    window = MainWindow(program, theme)
    qtbot.addWidget(window, before_close_func=lambda shown: shown.close())
    window.show()
    qtbot.waitUntil(lambda: shown_names(window) == ["Mine"])
    qtbot.waitUntil(lambda: window.tasks.is_idle)
    assert shown_names(window) == ["Mine"]
    assert not window.home.view.first.isVisible()


def test_search_finds_name_kind_and_tag_without_accents(window: MainWindow, qtbot: QtBot) -> None:
    program = window.program
    program.shelf.add(sample(program, "cafe"))
    program.shelf.add(replace(named(program, "Bäckerei"), tags=("coast",)))
    home = listed(window, qtbot)
    search = home.view.tools.search
    for text, names in (
        ("backerei", ["Bäckerei"]),
        ("COAST", ["Bäckerei"]),
        ("restaurant", ["Café Morgenlicht"]),
        ("cafe shop", ["Café Morgenlicht"]),
        ("<b>nothing", []),
    ):
        search.setText(text)
        assert shown_names(window) == names
    assert "“<b>nothing”" in home.view.nothing.text()
    assert home.view.nothing.isVisible()


def test_archived_profiles_are_shown_when_asked_for_and_tags_filter(
    window: MainWindow, qtbot: QtBot
) -> None:
    program = window.program
    program.shelf.add(replace(named(program, "Old"), is_archived=True))
    program.shelf.add(replace(named(program, "New"), tags=("a & b",)))
    home = listed(window, qtbot)
    assert shown_names(window) == ["New"]
    home.view.tools.archived.setChecked(True)
    assert sorted(shown_names(window)) == ["New", "Old"]
    home.view.tools.tag.setCurrentIndex(home.view.tools.tag.findData("a & b"))
    assert shown_names(window) == ["New"]


def test_the_order_is_kept_from_start_to_start(window: MainWindow, qtbot: QtBot) -> None:
    program = window.program
    for name in ("b", "a", "c"):
        program.shelf.add(named(program, name))
    home = listed(window, qtbot)
    order = home.view.tools.order
    order.setCurrentIndex(order.findData(Order.NAME))
    order.activated.emit(order.currentIndex())
    assert shown_names(window) == ["a", "b", "c"]
    assert program.settings.text("home_order") == "name"


def test_what_needs_review_comes_first_when_wanted(window: MainWindow, qtbot: QtBot) -> None:
    program = window.program
    marked = sample(program, "cafe")
    newest = marked.assessments[-1]
    answers = dict(newest.answers)
    key = next(iter(answers))
    answers[key] = replace(answers[key], is_marked=True)
    marked = replace(marked, assessments=(replace(newest, answers=answers),))
    program.shelf.add(marked)
    program.shelf.add(named(program, "Later"))
    home = listed(window, qtbot)
    assert shown_names(window)[0] == "Later"
    order = home.view.tools.order
    order.setCurrentIndex(order.findData(Order.REVIEW))
    order.activated.emit(order.currentIndex())
    assert shown_names(window)[0] == "Café Morgenlicht"
    spoken = home.profiles.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 marked" in spoken
    assert "Shop, café or restaurant" in spoken


def test_keys_lead_from_the_search_through_the_list_into_a_profile(
    window: MainWindow, qtbot: QtBot
) -> None:
    program = window.program
    for name in ("Bakery", "Brewery", "Clinic"):
        program.shelf.add(named(program, name))
    home = listed(window, qtbot)
    search, rows = home.view.tools.search, home.view.list
    search.setFocus()
    QTest.keyClicks(search, "b")
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert rows.hasFocus()
    QTest.keyClick(rows, Qt.Key.Key_Up)
    assert search.hasFocus()
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    chosen = rows.chosen()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert window.workspace is not None
    assert chosen is not None
    assert window.workspace.session.record.profile.name == chosen.name


def test_the_menu_key_asks_for_the_menu_of_the_chosen_row(window: MainWindow, qtbot: QtBot) -> None:
    window.program.shelf.add(named(window.program, "Bakery"))
    home = listed(window, qtbot)
    rows = home.view.list
    rows.setFocus()
    rows.choose(0)
    asked: list[str] = []
    rows.menu_requested.disconnect(home.actions_of.show_menu)
    rows.menu_requested.connect(lambda entry, _where: asked.append(entry.name))
    reason = QContextMenuEvent.Reason.Keyboard
    rows.contextMenuEvent(QContextMenuEvent(reason, QPoint(0, 0), QPoint(0, 0)))
    assert asked == ["Bakery"]


def test_the_mix_of_what_is_seen_is_found_in_the_background(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.program.shelf.add(sample(window.program, "cafe"))
    window.program.shelf.add(named(window.program, "Empty"))
    home = listed(window, qtbot)
    qtbot.waitUntil(lambda: home.mixes.of(entry_of(home, "Empty")) is not None)
    known = home.mixes.of(entry_of(home, "Caf"))
    assert known is not None
    assert known.network is not None
    assert known.words.startswith("Mix as answered: Social media about 75%")
    empty = home.mixes.of(entry_of(home, "Empty"))
    assert empty is not None
    assert empty.network is None
    assert home.view.list.row.mode_names[Mode.MEDIA] == "Media"


def test_five_hundred_profiles_are_listed_and_only_those_in_sight_are_read(
    window: MainWindow, qtbot: QtBot
) -> None:
    one = named(window.program, "Firm")
    entries = [
        replace(entry, file=f"firm-{number}.socialplan", name=f"Firm {number}")
        for entry in [window.program.shelf.entry(window.program.shelf.add(one))]
        for number in range(500)
    ]
    home = listed(window, qtbot)
    home.profiles.set_entries(entries, home.contents.wording)
    home.show_state()
    assert home.profiles.rowCount() == 500
    assert 0 < len(home.view.list.entries_in_view()) < 30
    home.view.tools.search.setText("firm 499")
    assert shown_names(window) == ["Firm 499"]


def test_odd_names_are_shown_as_they_are(window: MainWindow, qtbot: QtBot) -> None:
    names = ["<b>x</b> & =1+1", "کافه", "🎈", "long " * 60]
    for name in names:
        window.program.shelf.add(named(window.program, name))
    home = listed(window, qtbot)
    assert sorted(shown_names(window)) == sorted(names)
    tips = [home.profiles.index(row).data(Qt.ItemDataRole.ToolTipRole) for row in range(len(names))]
    assert not any("<b>" in tip for tip in tips)
    assert not window.grab().isNull()


def test_a_new_plan_needs_a_name_and_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    listed(window, qtbot)
    window.new_profile()
    panel = window.home.panels.shown
    assert isinstance(panel, NewPanel)
    assert panel.name.hasFocus()
    panel.begin_plan.click()
    assert panel.trouble.isVisible()
    assert "needs a name" in panel.trouble.text()
    panel.name.setText("  <b>Söhne</b> & 🎈 " + "x" * 300)
    panel.website.setText("example.com")
    panel.prepared_for.setText("The owners")
    panel.begin_plan.click()
    assert window.workspace is not None
    profile = window.workspace.session.record.profile
    assert profile.name == "<b>Söhne</b> & 🎈 " + "x" * 300
    assert profile.website == "https://example.com"
    assert profile.prepared_for == "The owners"
    assert window.home.panels.shown is None


def test_a_website_that_no_browser_opens_is_asked_about() -> None:
    assert is_address("")
    assert is_address(whole_address("example.com/a"))
    assert not is_address(whole_address("two words"))
    assert not is_address("ftp://example.com")
    assert not is_address("http://[")


def test_escape_closes_a_panel_and_gives_the_keys_back(window: MainWindow, qtbot: QtBot) -> None:
    window.program.shelf.add(named(window.program, "Bakery"))
    home = listed(window, qtbot)
    window.new_profile()
    panel = home.panels.shown
    assert isinstance(panel, NewPanel)
    QTest.keyClick(panel.name, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert home.view.tools.search.hasFocus()


def test_a_profile_that_is_here_in_two_files_says_so(window: MainWindow, qtbot: QtBot) -> None:
    path = window.program.shelf.add(named(window.program, "Bakery"))
    path.with_name("copy of it.socialplan").write_bytes(path.read_bytes())
    home = listed(window, qtbot)
    assert home.profiles.is_doubled(entry_of(home, "Bakery"))
    for row in range(2):
        spoken = home.profiles.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "the same plan twice" in spoken


def test_everything_at_home_that_takes_the_keys_has_a_name(
    window: MainWindow, qtbot: QtBot
) -> None:
    record = replace(named(window.program, "Bakery"), tags=("coast",), is_archived=True)
    window.program.shelf.delete(window.program.shelf.add(record))
    window.program.shelf.add(record)
    home = listed(window, qtbot)
    window.new_profile()
    nameless = [
        widget
        for widget in home.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not isinstance(widget.window(), QFrame)  # the list of a combo box
    ]
    assert nameless == []


def test_no_two_buttons_of_home_share_a_mnemonic(window: MainWindow, qtbot: QtBot) -> None:
    window.program.shelf.add(named(window.program, "Bakery"))
    home = listed(window, qtbot)
    for _ in range(2):
        buttons = [each for each in home.findChildren(QPushButton) if each.isVisible()]
        keys = [each.shortcut().toString() for each in buttons if each.shortcut().toString()]
        assert len(keys) == len(set(keys))
        window.new_profile()
