"""A choice in the cell of a table question."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

from socialplanner.domain.questionnaire import Column
from socialplanner.presentation.i18n import _
from socialplanner.ui.widgets.wheelless import CalmChoice

EDGE: Final = 2
"""Pixels that a style leaves free on either side of what is chosen."""

SHORTEST: Final = 8
"""Letters for which a choice always has room."""


class ChoiceBox(CalmChoice):
    """A choice in a cell; the wheel scrolls the page, and never changes an answer unseen."""

    def __init__(self, column: Column) -> None:
        """Offer the options of a column; nothing is chosen."""
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        self.setPlaceholderText(_("Choose …"))
        for option in column.options:
            self.addItem(option.text, option.id)
        self.setCurrentIndex(-1)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's name
        """Show with three dots that there is more of a text than there is room for."""
        super().initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - 2 * EDGE
        )
