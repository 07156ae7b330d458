"""Marked content: every stroke on a tagged page belongs to a piece, or is an artifact.

A mark stays open while what is drawn belongs to the same piece, so that a chart is one mark.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from socialplanner.report.lines import Run
from socialplanner.report.structure import Element, Structure
from socialplanner.report.tags import Role, Tag


class Marks:
    """Writes the marks of the pages into their code, and keeps the structure they make."""

    def __init__(self, code: Callable[[], list[str]], page: Callable[[], int]) -> None:
        """Ask `code` for the operators of the page being drawn, and `page` for its number."""
        self.structure = Structure()
        self._code = code
        self._page = page
        self._open: Element | None = None
        self._is_open = False
        self._is_muted = False

    def enter(self, tag: Tag) -> None:
        """Let what is drawn from now on belong to a piece."""
        if not self._is_muted:
            self.structure.enter(tag)

    def leave(self) -> None:
        """Go back to the piece that was being drawn before."""
        if not self._is_muted:
            self.structure.leave()

    @contextmanager
    def muted(self) -> Iterator[None]:
        """Let everything drawn be an artifact while the context lasts."""
        before, self._is_muted = self._is_muted, True
        yield
        self._is_muted = before

    def words(self, lines: Sequence[Sequence[Run]]) -> None:
        """Say that words come; outside of every piece they are an artifact."""
        if self._is_muted:
            self._begin(None)
        elif not self._is_open or self._open is not self.structure.current:
            self._begin(self.structure.words())
        if self._open is not None:
            self._open.say(lines)

    def strokes(self) -> None:
        """Say that lines and grounds come; outside of a figure they are an artifact."""
        current = self.structure.current
        is_figure = current.role is Role.FIGURE and not self._is_muted
        self._begin(current if is_figure else None)

    def _begin(self, element: Element | None) -> None:
        if self._is_open and self._open is element:
            return
        self.close()
        if element is None:
            self._code().append("/Artifact BMC")
        else:
            number = self.structure.marked(element, self._page())
            self._code().append(f"/{element.role}<</MCID {number}>>BDC")
        self._open, self._is_open = element, True

    def close(self) -> None:
        """End the mark that is open."""
        if self._is_open:
            self._code().append("EMC")
            self._is_open = False
