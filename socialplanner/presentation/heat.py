"""One hue from pale to strong, on which text stays readable at every step."""

from functools import cache
from typing import Final

from socialplanner.presentation.contrast import READABLE, RGB, contrast, rgb

_STEPS: Final = 40


@cache
def strongest(ground: str, hue: str, ink: str) -> float:
    """Return how much of a hue a ground bears, 0..1, so that ink on it can be read."""
    for step in range(_STEPS, 0, -1):
        if contrast(_mixed(ground, hue, step / _STEPS), rgb(ink)) >= READABLE:
            return step / _STEPS
    return 0.0


def heat(ground: str, hue: str, ink: str, share: float) -> str:
    """Return the colour of a share 0..1: the ground for nothing, the most of the hue for all."""
    part = strongest(ground, hue, ink) * min(max(share, 0.0), 1.0)
    return "#" + "".join(f"{round(255 * each):02x}" for each in _mixed(ground, hue, part))


def _mixed(ground: str, hue: str, part: float) -> RGB:
    red, green, blue = (
        one + (other - one) * part for one, other in zip(rgb(ground), rgb(hue), strict=True)
    )
    return (red, green, blue)
