"""Colours stay readable whatever the brand; the grid adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.presentation.brand_colours import APART_RATIO, WHITE, readable
from socialplanner.presentation.contrast import contrast, rgb
from socialplanner.presentation.scenes import Colour
from socialplanner.report.styles import A4, LETTER, theme

CODES = st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(code=CODES)
def test_a_darkened_colour_can_be_read(code: str) -> None:
    assert contrast(readable(rgb(code)), WHITE) >= 4.5


@given(brand=CODES, accent=CODES)
def test_every_theme_has_readable_words_and_visible_bars(brand: str, accent: str) -> None:
    made = theme(brand, accent)
    for colour in (Colour.INK, Colour.MUTED, Colour.BRAND_TEXT, Colour.ACCENT_TEXT):
        assert contrast(made[colour], WHITE) >= 4.5
    assert contrast(made[Colour.ON_BRAND], made[Colour.BRAND]) >= 4.5
    for colour in (Colour.MEDIA, Colour.NETWORK):
        assert contrast(made[colour], WHITE) >= 3


@given(brand=CODES, accent=CODES)
def test_the_bars_of_the_two_modes_differ_without_colour_whatever_the_brand(
    brand: str, accent: str
) -> None:
    made = theme(brand, accent)
    assert contrast(made[Colour.NETWORK], made[Colour.MEDIA]) >= APART_RATIO


@pytest.mark.parametrize("text", ["red", "#12345", "#1234567", "toColor(1)", "#12345g", " #123456"])
def test_only_six_digits_are_a_colour(text: str) -> None:
    with pytest.raises(ValueError, match="six digits"):
        rgb(text)


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
def test_twelve_columns_fill_the_page(paper: object) -> None:
    assert paper in (A4, LETTER)
    for one in (A4, LETTER):
        assert one.span(12) == pytest.approx(one.text_width)
        assert one.span(8) + one.span(4) + 12 == pytest.approx(one.text_width)
