"""How well one colour is read on another, as the Web Content Accessibility Guidelines have it."""

import re
from typing import Final

CODE: Final = re.compile(r"#[0-9a-fA-F]{6}")
READABLE: Final = 4.5
"""The least contrast of text and its ground."""


def is_colour(code: str) -> bool:
    """Return whether a text is a colour such as ``#2f6f5e``."""
    return CODE.fullmatch(code) is not None


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours: 1 for equal ones, 21 for black and white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(code: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(int(code[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB
