"""The language and the formats of the window, set before the first widget is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from socialplanner.presentation.i18n import ENGLISH, chosen_language, install_language

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from socialplanner.ui.ports import Settings


def speak(application: QApplication, settings: Settings, folder: Path | None = None) -> str:
    """Speak the language that is set, or the system's where there is a translation; return it."""
    system = tuple(QLocale.system().uiLanguages())
    language = chosen_language(settings.text("language"), system, folder)
    install_language(language, folder)
    use_formats(settings)
    application.setLayoutDirection(QLocale(language).textDirection())
    _translate_qt(application, language)
    return language


def _translate_qt(application: QApplication, language: str) -> None:
    """Let Qt's own dialogs speak the language, where Qt has a translation."""
    for earlier in application.findChildren(QTranslator):
        application.removeTranslator(earlier)
        earlier.deleteLater()
    if language == ENGLISH:
        return
    translator = QTranslator(application)
    where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", where):
        application.installTranslator(translator)


def use_formats(settings: Settings) -> None:
    """Write dates and numbers in fields and lists as is set, or as the system does."""
    chosen = settings.text("formats")
    QLocale.setDefault(QLocale(chosen) if chosen else QLocale.system())


def own_name(language: str) -> str:
    """Return a language by the name that its speakers have for it."""
    if language == ENGLISH:
        return "English"
    name = QLocale(language).nativeLanguageName() or language
    return name[:1].upper() + name[1:]
