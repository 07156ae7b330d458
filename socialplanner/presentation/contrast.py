"""How well one colour is read on another, as the Web Content Accessibility Guidelines have it."""

import re
from typing import Final

RGB = tuple[float, float, float]
"""Red, green and blue, each 0..1."""

CODE: Final = re.compile(r"#[0-9a-fA-F]{6}")
READABLE: Final = 4.5
"""The least contrast of text and its ground."""


def is_colour(code: str) -> bool:
    """Return whether a text is a colour such as ``#2f6f5e``."""
    return CODE.fullmatch(code) is not None


def rgb(code: str) -> RGB:
    """Return the colour of a code such as ``#14365C``; ValueError for anything else."""
    if not is_colour(code):
        raise ValueError(f"A colour is written as # and six digits, not {code!r}.")
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return (red, green, blue)


def luminance(colour: RGB) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in colour
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast of two colours: 1 for equal ones, 21 for black and white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
