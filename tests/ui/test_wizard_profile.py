"""The page “Who it is for”."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.profile import ProfilePage, tags_of

NASTY = "<b>Café</b> & =1+1 سپیده 🌅 " + "x" * 300


@pytest.fixture
def page(window: MainWindow, empty_profile: Path) -> ProfilePage:
    """Open a profile at who it is for."""
    window.open_profile(empty_profile, "profile")
    assert window.workspace is not None
    assert isinstance(window.workspace.page, ProfilePage)
    return window.workspace.page


def kept(window: MainWindow, path: Path) -> str:
    """Return the name on the disk."""
    return window.program.shelf.read(path).profile.name


def test_a_name_is_saved_after_a_pause_and_the_title_follows(
    page: ProfilePage, window: MainWindow, empty_profile: Path, qtbot: QtBot
) -> None:
    line = page.fields["name"].line
    line.selectAll()
    QTest.keyClicks(line, "Tidal & Surf")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Tidal & Surf"))
    assert kept(window, empty_profile) == "Tidal & Surf"


def test_whatever_is_typed_is_kept_as_it_is(
    page: ProfilePage, window: MainWindow, empty_profile: Path
) -> None:
    page.fields["name"].line.setText(NASTY)
    page.left()
    assert kept(window, empty_profile) == NASTY
    window.close_profile()
    window.open_profile(empty_profile, "profile")
    assert window.workspace is not None
    shown = window.workspace.page
    assert isinstance(shown, ProfilePage)
    assert shown.fields["name"].text == NASTY


def test_an_empty_name_is_refused_in_words_and_the_last_one_stays(
    page: ProfilePage, window: MainWindow, empty_profile: Path
) -> None:
    line = page.fields["name"].line
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert kept(window, empty_profile) == "Corner Bakery"
    assert line.property("wrong") is True
    assert "A name is needed" in line.accessibleDescription()


def test_an_address_without_its_beginning_is_refused_and_the_rest_is_saved(
    page: ProfilePage, window: MainWindow, empty_profile: Path
) -> None:
    page.fields["website"].line.setText("www.example.org")
    page.fields["prepared_by"].line.setText("Ana")
    page.save()
    profile = window.program.shelf.read(empty_profile).profile
    assert (profile.website, profile.prepared_by) == ("", "Ana")
    page.fields["website"].line.setText("https://example.org")
    page.save()
    assert window.program.shelf.read(empty_profile).profile.website == "https://example.org"
    assert page.fields["website"].line.property("wrong") is False


def test_what_was_changed_is_taken_back_where_it_is_seen(
    page: ProfilePage, window: MainWindow, empty_profile: Path
) -> None:
    assert window.workspace is not None
    page.fields["name"].line.setText("Other")
    page.tags.line.setText("coast, spring, coast, ")
    page.left()
    record = window.program.shelf.read(empty_profile)
    assert (record.profile.name, record.tags) == ("Other", ("coast", "spring"))
    window.workspace.go("section:style")
    window.workspace.undo()
    assert window.workspace.key == "profile"
    record = window.program.shelf.read(empty_profile)
    assert (record.profile.name, record.tags) == ("Corner Bakery", ())
    assert page.fields["name"].text == "Corner Bakery"
    assert page.tags.text == ""
    assert window.windowTitle().startswith("Corner Bakery")


def test_tags_stand_once_each_and_none_is_empty() -> None:
    assert tags_of(" a, b ,,a, c d ") == ("a", "b", "c d")
