"""The pages of the window that belong to no profile; each is made when it is first shown."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent

from socialplanner.ui.pages.page import Page

if TYPE_CHECKING:
    from socialplanner.ui.main_window import MainWindow

BACK: Final = "back"
"""No page: the way from such a page to where the person was."""


def _settings(window: "MainWindow") -> Page:
    from socialplanner.ui.pages.settings import SettingsPage  # noqa: PLC0415 - on use

    def release() -> None:
        """Close the open profile and come back to the backups."""
        if window.workspace is not None:
            window.close_profile()
            window.go("settings", "backups")

    return SettingsPage(window.context, release)


def _about(window: "MainWindow") -> Page:
    from socialplanner.ui.pages.about import AboutPage  # noqa: PLC0415 - on use

    return AboutPage(window.context)


def _shortcuts(window: "MainWindow") -> Page:
    from socialplanner.ui.pages.shortcuts import ShortcutsPage  # noqa: PLC0415 - on use

    return ShortcutsPage(window.context, window.menus.shortcuts)


def _guide(window: "MainWindow") -> Page:
    from socialplanner.ui.pages.guide import GuidePage  # noqa: PLC0415 - on use

    return GuidePage(window.context)


def _portfolio(window: "MainWindow") -> Page:
    from socialplanner.ui.pages.portfolio import PortfolioPage  # noqa: PLC0415 - on use

    return PortfolioPage(window.context, window.open_profile, window.new_profile)


def drop_hidden(window: "MainWindow", sheets: dict[str, Page]) -> None:
    """Let go of pages that only tell something, and are not shown."""
    for key in ("about", "shortcuts", "guide"):
        page = sheets.get(key)
        if page is not None and page is not window.stack.currentWidget():
            del sheets[key]
            window.stack.removeWidget(page)
            page.deleteLater()
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)


SHEETS: Final[Mapping[str, Callable[["MainWindow"], Page]]] = {
    "settings": _settings,
    "about": _about,
    "shortcuts": _shortcuts,
    "guide": _guide,
    "portfolio": _portfolio,
}
