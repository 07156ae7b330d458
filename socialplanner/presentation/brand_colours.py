"""What becomes of a brand's colours on paper: readable whatever they are, and said beforehand."""

from dataclasses import dataclass
from math import floor
from typing import Final

from socialplanner.presentation.contrast import READABLE, RGB, contrast, rgb
from socialplanner.presentation.i18n import _

WHITE: Final[RGB] = (1.0, 1.0, 1.0)
BLACK: Final[RGB] = (0.0, 0.0, 0.0)
INK: Final[RGB] = rgb("#1B2430")
USUAL_BRAND: Final = "#14365C"
USUAL_ACCENT: Final = "#E4572E"
USUAL: Final = (USUAL_BRAND, USUAL_ACCENT)
"""The colours of a plan where nobody said others."""

FIELD_RATIO: Final = 7.0
"""The least contrast of a large field and what is written on it."""

BAR_RATIO: Final = 3.0
"""The least contrast of a bar or a line and white paper."""

APART_RATIO: Final = 2.0
"""The least contrast of the two modes' bars, so that they differ in grey, too."""

_LIGHT: Final = 2.4
_GREY: Final = 0.85
_STEP: Final = 0.95
_STEPS: Final = 80
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandColours:
    """The colours a plan is printed in.

    `field` is a large field and `on_field` what is written on it; `words` are headings and figures
    in the brand's colour, `bars` its bars in charts. `accent` is for bars and lines,
    `accent_words` for words, `network` for the bars of networking beside those of media. A brand
    `is_light` where it cannot be written in at all.
    """

    is_light: bool
    field: RGB
    on_field: RGB
    words: RGB
    bars: RGB
    accent: RGB
    accent_words: RGB
    network: RGB


def brand_colours(brand: str = USUAL_BRAND, accent: str = USUAL_ACCENT) -> BrandColours:
    """Return the colours for a brand, readable whatever it is.

    A dark or middling brand colour is darkened where needed. A very light one, which would turn
    muddy, stays as it is for large fields with dark words on them; charts then use a dark grey.
    """
    given, second = rgb(brand), rgb(accent)
    is_light = contrast(given, WHITE) < _LIGHT
    field = given if is_light else readable(given, ratio=FIELD_RATIO)
    bars = blend(INK, _GREY) if is_light else field
    lines = readable(second, ratio=BAR_RATIO)
    return BrandColours(
        is_light=is_light,
        field=field,
        on_field=INK if is_light else WHITE,
        words=INK if is_light else field,
        bars=bars,
        accent=lines,
        accent_words=readable(second),
        network=apart(lines, bars),
    )


def blend(colour: RGB, share: float, base: RGB = WHITE) -> RGB:
    """Return an opaque tint: a share of the colour over the base."""
    red, green, blue = (b + (c - b) * share for c, b in zip(colour, base, strict=True))
    return (red, green, blue)


def readable(colour: RGB, on: RGB = WHITE, ratio: float = READABLE) -> RGB:
    """Return the colour, darkened until text in it can be read on the ground."""
    for _step in range(_STEPS):
        if contrast(colour, on) >= ratio:
            return colour
        colour = blend(colour, _STEP, BLACK)
    return BLACK


def apart(colour: RGB, other: RGB) -> RGB:
    """Return the colour, lightened until it differs from a dark one, yet seen on white paper."""
    for _step in range(_STEPS):
        lighter = blend(colour, _STEP)
        if contrast(colour, other) >= APART_RATIO or contrast(lighter, WHITE) < BAR_RATIO:
            return colour
        colour = lighter
    return colour


def brand_sentence(code: str) -> str:
    """Return what a plan does with a brand's colour, with the contrasts that are why."""
    given, made = rgb(code), brand_colours(brand=code)
    before = ratio_words(contrast(given, WHITE))
    if made.is_light:
        after = ratio_words(contrast(made.on_field, made.field))
        return _(
            "This colour is too light for words ({before}): it is used as ground, with dark words "
            "on it ({after})."
        ).format(before=before, after=after)
    if made.field == given:
        return _("Used as it is: words in it and on it are well readable ({before}).").format(
            before=before
        )
    after = ratio_words(contrast(made.field, WHITE))
    return _(
        "A little too light for words ({before}): it is darkened until they are well readable "
        "({after})."
    ).format(before=before, after=after)


def accent_sentence(code: str) -> str:
    """Return what a plan does with an accent's colour, with the contrasts that are why."""
    given, made = rgb(code), brand_colours(accent=code)
    before = ratio_words(contrast(given, WHITE))
    if made.accent_words == given:
        return _("Used as it is, for lines and words ({before}).").format(before=before)
    words = ratio_words(contrast(made.accent_words, WHITE))
    if made.accent == given:
        return _("Used as it is for lines ({before}); words in it are darkened ({words}).").format(
            before=before, words=words
        )
    lines = ratio_words(contrast(made.accent, WHITE))
    return _(
        "Too light ({before}): lines in it are darkened ({lines}), words more ({words})."
    ).format(before=before, lines=lines, words=words)


def ratio_words(ratio: float) -> str:
    """Return a contrast in figures, never more than it is: "4.4 : 1", in one line."""
    return f"{floor(ratio * 10) / 10:.1f}{_NO_BREAK}:{_NO_BREAK}1"
