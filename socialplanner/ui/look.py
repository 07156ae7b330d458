"""How the program looks, changed while it runs: in force at once, and kept."""

from typing import TYPE_CHECKING, Final

from socialplanner.ui.theme import LEAST_SCALE, MOST_SCALE, Appearance, Theme

if TYPE_CHECKING:
    from socialplanner.ui.ports import Settings

STEP: Final = 0.1


def set_appearance(theme: Theme, settings: "Settings", appearance: Appearance) -> None:
    """Dress the program in another theme."""
    settings.put("appearance", appearance.value)
    theme.apply(appearance, theme.scale)


def set_scale(theme: Theme, settings: "Settings", scale: float) -> None:
    """Show all text larger or smaller; 1 is the usual size."""
    nearest = round(min(MOST_SCALE, max(LEAST_SCALE, scale)), 2)
    settings.put("text_scale", nearest)
    if nearest != theme.scale:
        theme.apply(theme.appearance, nearest)


def step_scale(theme: Theme, settings: "Settings", steps: int) -> None:
    """Show all text one step larger or smaller."""
    set_scale(theme, settings, round(theme.scale / STEP + steps) * STEP)


def set_reduced_motion(theme: Theme, settings: "Settings", *, is_reduced: bool) -> None:
    """Move nothing on the screen, or what helps to follow."""
    settings.put("reduced_motion", is_reduced)
    theme.is_reduced_motion = is_reduced
