"""Inputs that leave the wheel to the page: who scrolls past them changes nothing unseen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSlider


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
    """A choice from a list."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()
