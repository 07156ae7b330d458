"""Labels: a person's text is plain text in every one of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from socialplanner.ui.accessibility import expose_as


class Label(QLabel):
    """Plain text that breaks into lines; `role` names its look in the style sheet."""

    def __init__(self, text: str = "", *, role: str = "", tone: str = "") -> None:
        """Show a text."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)


class OneLine(QLabel):
    """Plain text in one line, cut with an ellipsis where it is too long; the tip has all of it."""

    def __init__(self, text: str = "", *, role: str = "", tone: str = "") -> None:
        """Show a text."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.set_whole(text)

    @property
    def whole(self) -> str:
        """Return the text with nothing cut off."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._fit()
        self.updateGeometry()

    def sizeHint(self):  # type: ignore[no-untyped-def]  # noqa: ANN201, N802 - Qt's name
        """Ask for the room of the whole text."""
        hint = super().sizeHint()
        margin = (
            2 * self.margin() + hint.width() - self.fontMetrics().horizontalAdvance(self.text())
        )
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._whole[:400]) + max(0, margin) + 2)
        return hint

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, N802 - Qt's name
        """Cut the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(
            self._whole[:1000], Qt.TextElideMode.ElideRight, max(room, 1)
        )
        shown = shown if self.isVisible() or self.width() > 1 else self._whole
        if shown != self.text():
            self.setText(shown)
        set_tip(self, self._whole if shown != self._whole else "")


class Heading(Label):
    """A heading, known to screen readers as one; `level` 1 is the title of a page."""

    ROLES = ("display", "title", "heading", "strong")

    def __init__(self, text: str = "", *, level: int = 1, role: str = "") -> None:
        """Show a heading."""
        self.level = level
        super().__init__(text, role=role or self.ROLES[min(level, len(self.ROLES) - 1)])

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another heading; its name follows."""
        super().setText(text)
        self.setAccessibleName(text)


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a text as it is: Qt would take "<b>" in it for markup."""
    import html  # noqa: PLC0415 - only where a tip is made

    return f"<qt>{html.escape(text)}</qt>" if text else ""


def set_tip(widget: QWidget, text: str) -> None:
    """Show a tip, which screen readers are told without its markup.

    Where the name has those words already it is told twice as well: what is told twice they leave
    out, while for want of a description they would be told the tip.
    """
    name = widget.accessibleName()
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(name if text and text in name else text)


def named(widget: QWidget, name: str, description: str = "") -> QWidget:
    """Give a widget the name that screen readers say, and return it."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
    return widget


expose_as("Heading", QAccessible.Role.Heading)
