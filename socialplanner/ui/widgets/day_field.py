"""A field for one day, typed like 31 January 2027 or 2027-01-31."""

from contextlib import suppress
from datetime import date
from typing import Final

from PySide6.QtWidgets import QLineEdit

from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.ui.theme import Theme

WIDTH: Final = 168
LONGEST: Final = 40
EXAMPLE: Final = date(2027, 1, 31)
LEAST: Final = 3
"""So many letters of a month say which one it is."""


class DayField(QLineEdit):
    """Takes a day between two others."""

    def __init__(self, theme: Theme, name: str, day: date) -> None:
        """Begin with a day."""
        super().__init__(formats.day(day).replace(formats.SPACE, " "))
        self._theme = theme
        self._first, self._last = date.min, date.max
        self.setMaxLength(LONGEST)
        self.setAccessibleName(name)
        example = _("Day, month and year, like {day}, or 2027-01-31")
        self.setAccessibleDescription(example.format(day=formats.day(EXAMPLE)))
        theme.changed.connect(self._fit)
        self._fit()

    def allow(self, first: date, last: date) -> None:
        """Take days from the first to the last."""
        self._first, self._last = first, last

    @property
    def day(self) -> date | None:
        """Return the day that stands there, None where none does or it is not allowed."""
        found = day_of(self.text())
        return found if found is not None and self._first <= found <= self._last else None

    def problem(self) -> str:
        """Return why what stands there is no day to take, "" where it is one."""
        if self.day is not None:
            return ""
        words = _("Write a day like {example} or 2027-01-31, from {first} to {last}.")
        days = {"example": EXAMPLE, "first": self._first, "last": self._last}
        return words.format(**{key: formats.day(day) for key, day in days.items()})

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))


def day_of(text: str) -> date | None:
    """Return the day that a text like "31 January 2027", "31 Jan 2027" or "2027-01-31" names."""
    words = text.replace(".", " ").split()
    with suppress(ValueError):
        if len(words) == 1:
            return date.fromisoformat(words[0])
        day, month, year = words
        names, begun = [name.casefold() for name in formats.MONTHS], month.casefold()
        found = [number for number, name in enumerate(names, 1) if name.startswith(begun)]
        if len(month) >= LEAST and len(found) == 1:
            return date(int(year), found[0], int(day))
    return None
