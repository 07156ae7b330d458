"""Inputs that leave the wheel to the page: who scrolls past them changes nothing unseen."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QSlider


class CalmSpin(QDoubleSpinBox):
    """A number without needless decimals; what is typed counts once it is whole."""

    def __init__(self) -> None:
        """Begin with 0."""
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setKeyboardTracking(False)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Return the number as a person would write it."""
        locale = self.locale()
        return locale.toString(value, "f", 2).rstrip("0").rstrip(locale.decimalPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()


class CalmSlider(QSlider):
    """A slider from left to right."""

    def __init__(self) -> None:
        """Begin at the least."""
        super().__init__(Qt.Orientation.Horizontal)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()


class CalmChoice(QComboBox):
    """A choice from a list, with a name.

    On Linux screen readers take what is chosen for its name, and a label beside it for what is
    chosen there: such a label, never seen, goes with it.
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._what = QLabel()
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._what.setBuddy(self)
        self._what.hide()
        self.destroyed.connect(self._what.deleteLater)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Say what is chosen here."""
        super().setAccessibleName(name)
        self._what.setText(name)

    def event(self, event: QEvent) -> bool:
        """Take the label along to another parent."""
        if event.type() == QEvent.Type.ParentChange:
            self._what.setParent(self.parentWidget())
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()
