"""Every text of ours passes through the translation: a language that marks each of them tells."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.presentation.contrast import is_colour
from socialplanner.presentation.i18n import install
from socialplanner.ui.language import own_name, speak
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.settings import SettingsPage
from socialplanner.ui.theme import Theme
from translations import compiled

MARK = "\N{LEFT DOUBLE PARENTHESIS}"
NAMES = frozenset({"SocialPlanner", "English", "Corner Bakery"})
"""Names, which are the same in every language."""

ARABIC = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Settings"
msgstr "الإعدادات"
"""


def marked(text: str) -> str:
    return f"{MARK}{text}"


def marked_form(one: str, several: str, count: int) -> str:
    return marked(one if count == 1 else several)


@pytest.fixture
def pseudo(qtbot: QtBot, program: DesktopProgram, theme: Theme) -> Iterator[MainWindow]:
    """Show a window that speaks a language in which every translated text has a mark."""
    install(marked, marked_form, lambda _context, text: marked(text))
    window = MainWindow(program, theme)
    qtbot.addWidget(window, before_close_func=lambda shown: shown.close())
    window.show()
    yield window
    window.close()
    install(str, lambda one, several, count: one if count == 1 else several)


def texts(root: QWidget) -> Iterator[str]:
    """Yield every text that is seen or said, but for those that a person typed."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))


def untranslated(found: Iterator[str], known: frozenset[str] = NAMES) -> set[str]:
    """Return the texts with letters that bear no mark and are no names."""
    return {
        text
        for text in found
        if any(map(str.isalpha, text))
        and MARK not in text
        and text.replace("&", "").strip() not in known
    }


def test_every_entry_of_the_menus_can_be_translated(pseudo: MainWindow) -> None:
    entries = (action.text() for action in pseudo.findChildren(QAction))
    assert untranslated(entries) == set()


def test_every_text_of_the_settings_can_be_translated(pseudo: MainWindow) -> None:
    pseudo.go("settings")
    page = pseudo.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    combos = (page.formats.formats,)
    samples = {each.itemText(at) for each in combos for at in range(each.count())}
    folder = {str(pseudo.program.shelf.folder)}
    codes = {each for each in texts(page) if is_colour(each)}
    assert untranslated(texts(page), NAMES | samples | folder | codes) == set()


@pytest.mark.parametrize("key", ["about", "guide"])
def test_every_text_of_a_sheet_can_be_translated(pseudo: MainWindow, key: str) -> None:
    pseudo.go(key)
    page = pseudo.stack.currentWidget()
    assert page is not None
    assert untranslated(texts(page)) == set()


def test_every_text_of_the_shortcuts_but_the_keys_can_be_translated(pseudo: MainWindow) -> None:
    pseudo.go("shortcuts")
    page = pseudo.stack.currentWidget()
    assert page is not None
    keys = {each.text() for each in page.findChildren(QLabel) if each.property("role") == "badge"}
    assert untranslated(texts(page), NAMES | keys) == set()


def test_every_text_of_home_and_around_a_profile_can_be_translated(
    pseudo: MainWindow, empty_profile: Path
) -> None:
    assert untranslated(texts(pseudo.home)) == set()
    pseudo.open_profile(empty_profile)
    assert pseudo.workspace is not None
    catalogue = {each.title for each in pseudo.workspace.session.catalogue.questionnaire.sections}
    workspace = pseudo.workspace
    around = [workspace.rail, workspace.footer]
    for part in around:
        assert untranslated(texts(part), NAMES | catalogue) == set()


def test_a_language_is_found_offered_kept_and_spoken_from_the_next_start_on(
    qapp: QApplication, program: DesktopProgram, tmp_path: Path
) -> None:
    place = tmp_path / "ar" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "socialplanner.mo").write_bytes(compiled(ARABIC, "ar"))
    program.settings.put("language", "ar")
    try:
        assert speak(qapp, program.settings, tmp_path) == "ar"
        assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert own_name("ar") == "العربية"
        program.settings.put("language", "en")
        assert speak(qapp, program.settings, tmp_path) == "en"
        assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    finally:
        speak(qapp, DesktopProgram(tmp_path / "d", tmp_path / "c").settings, tmp_path / "none")
        QLocale.setDefault(QLocale.system())
