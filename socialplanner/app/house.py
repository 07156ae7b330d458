"""The house: how plans look where a profile does not say, as it is kept in the settings."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from socialplanner.app.brand import logo_in
from socialplanner.errors import UserError
from socialplanner.presentation.brand_colours import USUAL
from socialplanner.presentation.contrast import is_colour
from socialplanner.presentation.plan_options import (
    LONGEST_MARK,
    PAPERS,
    CoverKind,
    PlanOptions,
)
from socialplanner.presentation.plan_settings import brand_lines, one_line

if TYPE_CHECKING:
    from socialplanner.app.settings import SettingsFile

NAME: Final = "brand_name"
LINES: Final = "brand_lines"
COLOUR: Final = "brand_colour"
ACCENT: Final = "brand_accent"
LOGO: Final = "brand_logo"
FOOTER: Final = "brand_footer"
MARK: Final = "brand_mark"
COVER: Final = "brand_cover"

Choice = TypeVar("Choice", bound=str)


class House:
    """Reads the house's options from settings; what is wrong counts as not set."""

    def __init__(self, settings: "SettingsFile") -> None:
        """Read nothing yet."""
        self._settings = settings
        self._logo: tuple[tuple[str, int], bytes] | None = None

    def options(self) -> PlanOptions:
        """Return how plans look where a profile does not say."""
        text = self._settings.text
        given = (text(COLOUR), text(ACCENT))
        colours = tuple(
            one if is_colour(one) else other for one, other in zip(given, USUAL, strict=True)
        )
        return PlanOptions(
            paper=_one_of(PAPERS, text("paper")),
            colours=() if colours == USUAL else colours,
            logo=self._logo_at(text(LOGO)),
            lines=brand_lines("\n".join(self._settings.texts(LINES))),
            sender=one_line(text(NAME)),
            footer=one_line(text(FOOTER)),
            mark=one_line(text(MARK), LONGEST_MARK),
            cover=_one_of(tuple(CoverKind), text(COVER)),
        )

    def _logo_at(self, place: str) -> bytes | None:
        """Return the logo of the settings, read anew only once its file is another."""
        if not place:
            return None
        with suppress(OSError, UserError):
            stamp = (place, Path(place).stat().st_mtime_ns)
            if self._logo is None or self._logo[0] != stamp:
                self._logo = (stamp, logo_in(Path(place)))
            return self._logo[1]
        return None


def _one_of(allowed: tuple[Choice, ...], text: str) -> Choice:
    """Return what a text stands for, the first that is allowed where it is none of them."""
    return next((each for each in allowed if each == text), allowed[0])
