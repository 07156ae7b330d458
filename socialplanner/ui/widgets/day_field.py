"""A field for one day, typed like 2027-01-31."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QLineEdit

from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.ui.theme import Theme

WIDTH: Final = 130
LONGEST: Final = 20


class DayField(QLineEdit):
    """Takes a day between two others."""

    def __init__(self, theme: Theme, name: str, day: date) -> None:
        """Begin with a day."""
        super().__init__(day.isoformat())
        self._theme = theme
        self._first, self._last = date.min, date.max
        self.setMaxLength(LONGEST)
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Year, month and day, like 2027-01-31"))
        theme.changed.connect(self._fit)
        self._fit()

    def allow(self, first: date, last: date) -> None:
        """Take days from the first to the last."""
        self._first, self._last = first, last

    @property
    def day(self) -> date | None:
        """Return the day that stands there, None where none does or it is not allowed."""
        try:
            found = date.fromisoformat(self.text().strip())
        except ValueError:
            return None
        return found if self._first <= found <= self._last else None

    def problem(self) -> str:
        """Return why what stands there is no day to take, "" where it is one."""
        if self.day is not None:
            return ""
        return _("Write a day like 2027-01-31, from {first} to {last}.").format(
            first=formats.day(self._first), last=formats.day(self._last)
        )

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
