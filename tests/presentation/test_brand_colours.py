"""Colours of a brand are readable on paper, and what is done to them is said as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.presentation.brand_colours import (
    WHITE,
    accent_sentence,
    brand_colours,
    brand_sentence,
    ratio_words,
)
from socialplanner.presentation.contrast import contrast, rgb

CODES = st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(brand=CODES, accent=CODES)
def test_everything_written_can_be_read_and_every_line_seen(brand: str, accent: str) -> None:
    made = brand_colours(brand, accent)
    assert contrast(made.on_field, made.field) >= 6.5
    assert contrast(made.words, WHITE) >= 7
    assert contrast(made.accent_words, WHITE) >= 4.5
    assert contrast(made.accent, WHITE) >= 3
    assert contrast(made.bars, WHITE) >= 3


@given(code=CODES)
def test_what_is_said_of_a_colour_is_what_is_done(code: str) -> None:
    made, said = brand_colours(code, code), brand_sentence(code)
    assert ("as ground" in said) == made.is_light == (made.on_field != WHITE)
    assert ("as it is" in said) == (made.field == rgb(code) and not made.is_light)
    assert ("darkened" in said) == (made.field != rgb(code))
    assert ("darkened" in accent_sentence(code)) == (made.accent_words != rgb(code))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("#14365C", "Used as it is"),
        ("#FFD500", "too light for words (1.4 : 1): it is used as ground"),
        ("#3B82F6", "A little too light for words (3.6 : 1)"),
    ],
    ids=["dark", "yellow", "blue"],
)
def test_sentences_of_known_colours(code: str, words: str) -> None:
    assert words in brand_sentence(code).replace("\N{NO-BREAK SPACE}", " ")


def test_a_contrast_is_never_said_to_be_more_than_it_is() -> None:
    assert ratio_words(4.499).split() == ["4.4", ":", "1"]
