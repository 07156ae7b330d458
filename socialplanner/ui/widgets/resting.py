"""Let a page be laid out once for many changes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def laid_out_once(*layouts: QLayout) -> Iterator[None]:
    """Let layouts rest while their widgets change; they are laid out when control comes back.

    Qt would lay the whole page out again for each widget that is shown or hidden.
    """
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
