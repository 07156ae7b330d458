"""The pages of a profile that are there: a few that were shown last, so that all else is quick.

Every widget that is alive takes its time when the theme or the size of the text changes.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QStackedWidget

from socialplanner.ui.pages.page import Page
from socialplanner.ui.profile_pages import PageSpec

MOST: Final = 4
"""So many pages are kept; others are made again when they are wanted."""


class LivePages:
    """Makes pages when they are shown, and lets go of those that were not for long."""

    def __init__(self, specs: Mapping[str, PageSpec], stack: QStackedWidget) -> None:
        """Begin without pages; they will stand in a stack."""
        self._specs = specs
        self._stack = stack
        self._pages: dict[str, Page] = {}

    def __getitem__(self, key: str) -> Page:
        """Return a page that is there."""
        return self._pages[key]

    def __iter__(self) -> Iterator[Page]:
        """Yield the pages that are there, the one that was shown last at the end."""
        return iter(tuple(self._pages.values()))

    def get(self, key: str) -> Page | None:
        """Return a page, None where it is not there."""
        return self._pages.get(key)

    def show(self, key: str) -> Page:
        """Show a page, made now if need be, and return it."""
        page = self._pages.pop(key, None)
        if page is None:
            page = self._specs[key].make()
            self._stack.addWidget(page)
        self._pages[key] = page
        self._stack.setCurrentWidget(page)
        for each in list(self)[:-MOST]:
            self._let_go(each)
        return page

    def drop_hidden(self) -> None:
        """Let go of every page but the one that was shown last, at once."""
        for page in list(self)[:-1]:
            if self._let_go(page):
                QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)

    def _let_go(self, page: Page) -> bool:
        """Let go of a page, unless something would be lost with it; all its answers are saved."""
        if page.is_unfinished:
            return False
        del self._pages[page.key]
        self._stack.removeWidget(page)
        page.deleteLater()
        return True
