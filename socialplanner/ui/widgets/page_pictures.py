"""The pictures of pages that are at hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QImage

_NEARLY: Final = 0.01


@dataclass(frozen=True, slots=True)
class _Shown:
    """The picture of a page and its pixels to a point; 0 where the page is another by now."""

    image: QImage
    scale: float


class PagePictures:
    """Holds a picture of each page near what is seen."""

    def __init__(self) -> None:
        """Begin without any."""
        self._shown: dict[int, _Shown] = {}

    def put(self, page: int, scale: float, image: QImage) -> None:
        """Take the picture of a page."""
        self._shown[page] = _Shown(image, scale)

    def grow_old(self, pages: int) -> None:
        """Keep what there is of so many pages until new pictures come: they are others now."""
        self._shown = {
            page: _Shown(shown.image, 0.0) for page, shown in self._shown.items() if page < pages
        }

    def keep(self, pages: Iterable[int]) -> None:
        """Forget all pictures but those of some pages."""
        near = set(pages)
        self._shown = {page: shown for page, shown in self._shown.items() if page in near}

    def is_sharp(self, page: int, scale: float) -> bool:
        """Return whether the picture of a page is there with so many pixels to a point."""
        shown = self._shown.get(page)
        return shown is not None and abs(shown.scale - scale) < _NEARLY

    def image(self, page: int) -> QImage | None:
        """Return the best picture of a page that there is."""
        shown = self._shown.get(page)
        return None if shown is None else shown.image
