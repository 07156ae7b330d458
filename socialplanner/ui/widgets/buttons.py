"""Buttons: what a person typed never becomes a mnemonic, and each has a name."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from socialplanner.ui.accessibility import expose_as
from socialplanner.ui.widgets.labels import set_tip

ICON: Final = 8 / 7
"""The side of an icon beside words, by the size of their letters."""

GAP: Final = 2 / 7
"""The room between an icon and its words, added to the four pixels that Qt leaves."""


def escaped(text: str) -> str:
    """Return a person's text for a button, menu or tab, where "&" would mark a mnemonic."""
    return text.replace("&", "&&")


def named_after(text: str) -> str:
    """Return the words of a button without its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


class Button(QPushButton):
    """A button with a text of ours; `role` is "", "primary", "quiet", "link" or "danger"."""

    def __init__(self, text: str, *, role: str = "", icon: QIcon | None = None) -> None:
        """Show a text, in which "&" marks the mnemonic."""
        super().__init__(text)
        self.setProperty("role", role)
        self.setAccessibleName(named_after(text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if icon is not None:
            self.setIcon(icon)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text, or the icon alone."""
        super().setText(text)
        self._fit_icon()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Let the icon grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_icon()

    def _fit_icon(self) -> None:
        size = self.fontInfo().pixelSize()
        side, gap = round(size * ICON), round(size * GAP) if self.text() else 0
        if self.iconSize() != QSize(side + gap, side):
            self.setIconSize(QSize(side + gap, side))


class IconButton(QToolButton):
    """A button that shows an icon alone; its name is its tip."""

    def __init__(self, icon: QIcon, name: str) -> None:
        """Show an icon."""
        super().__init__()
        self.setIcon(icon)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.rename(name)

    def rename(self, name: str) -> None:
        """Give the button another name."""
        self.setAccessibleName(named_after(name))
        set_tip(self, named_after(name))


expose_as("Button", QAccessible.Role.Button)
expose_as("IconButton", QAccessible.Role.Button)
