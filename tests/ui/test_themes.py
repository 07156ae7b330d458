"""Every theme can be read: contrasts are computed from the files of colours themselves."""

from itertools import product

import pytest

from socialplanner.presentation.contrast import contrast, is_colour, rgb
from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.ui.theme import Tokens, read_tokens

THEMES = ("light", "dark", "high_contrast")
GROUNDS = ("window", "surface", "sunken", "hover", "selected")
NOTICES = ("danger", "warning", "success", "info")

TEXTS = {
    **dict.fromkeys(("ink", "muted", "accent_text"), GROUNDS),
    "danger": ("window", "surface", "danger_ground", "hover", "selected"),
    "warning": ("window", "surface", "warning_ground"),
    "success": ("window", "surface", "success_ground"),
    "info": ("window", "surface", "info_ground"),
    "on_accent": ("accent", "accent_hover"),
    "window": ("ink",),
}
"""Each colour of words, and the grounds it stands on; `window` on `ink` is a tool tip."""

MESSAGES = {"ink": tuple(f"{each}_ground" for each in NOTICES)}

MARKS = {
    "control": ("window", "surface", "sunken"),
    "focus": GROUNDS,
    "accent": ("window", "surface", "sunken"),
    "danger": ("surface", "danger_ground"),
}
"""Borders of controls and fields, the ring around what has the focus, and what is checked."""

CHART_TEXTS = (Colour.INK, Colour.MUTED, Colour.BRAND_TEXT, Colour.ACCENT_TEXT)
CHART_MARKS = (Colour.MEDIA, Colour.NETWORK, Colour.BRAND, Colour.ACCENT)


def weak(tokens: Tokens, pairs: dict[str, tuple[str, ...]], least: float) -> dict[str, float]:
    """Return the pairs that are harder to tell apart than they may be."""
    found = {
        f"{word} on {ground}": round(contrast(rgb(tokens[word]), rgb(tokens[ground])), 2)
        for word, grounds in pairs.items()
        for ground in grounds
    }
    return {pair: ratio for pair, ratio in found.items() if ratio < least}


@pytest.mark.parametrize("name", THEMES)
def test_every_text_is_readable_on_each_ground_it_stands_on(name: str) -> None:
    least = 7.0 if name == "high_contrast" else 4.5
    tokens = read_tokens(name)
    assert weak(tokens, TEXTS, least) == {}
    assert weak(tokens, MESSAGES, least) == {}


@pytest.mark.parametrize("name", THEMES)
def test_every_control_and_what_has_the_focus_is_seen(name: str) -> None:
    assert weak(read_tokens(name), MARKS, 3.0) == {}


@pytest.mark.parametrize("name", THEMES)
def test_every_word_and_mark_of_a_chart_is_seen(name: str) -> None:
    tokens = read_tokens(name)
    grounds = (tokens.chart[Colour.PAPER], tokens["surface"])
    least = 7.0 if name == "high_contrast" else 4.5
    for colours, ratio in ((CHART_TEXTS, least), (CHART_MARKS, 3.0)):
        found = {
            colour.value: round(contrast(rgb(tokens.chart[colour]), rgb(ground)), 2)
            for colour, ground in product(colours, grounds)
        }
        assert {colour: each for colour, each in found.items() if each < ratio} == {}
    assert contrast(rgb(tokens.chart[Colour.ON_BRAND]), rgb(tokens.chart[Colour.BRAND])) >= least


@pytest.mark.parametrize("name", THEMES)
def test_all_themes_have_the_same_colours_in_the_same_form(name: str) -> None:
    tokens = read_tokens(name)
    assert tokens.colours.keys() == read_tokens("light").colours.keys()
    assert tokens.chart.keys() == set(Colour)
    assert all(map(is_colour, (*tokens.colours.values(), *tokens.chart.values())))


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast(rgb("#000000"), rgb("#FFFFFF")) == pytest.approx(21)
    assert contrast(rgb("#777777"), rgb("#FFFFFF")) == pytest.approx(4.48, abs=0.01)
    assert contrast(rgb("#123456"), rgb("#123456")) == 1
