# ruff: noqa: RUF001 - letters of other scripts are meant
"""Letters of both directions stand in the order that the Unicode algorithm gives them."""

from unicodedata import bidirectional

from bidi import get_display  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.report.bidi import MIRRORS, levels, visual_order

MIXED = st.text(
    alphabet="aB CD  אבגש سلאם۱۲٣4567٪%+-.,:/()[]{}<>«»“”–—،؛؟ !$€#ُٔ֔"
    "\N{COMBINING ACUTE ACCENT}\u200c *&",
    max_size=24,
)


def seen(text: str) -> str:
    return "".join(text[place] for place in visual_order(levels(text)))


@given(text=MIXED)
@settings(max_examples=600)
def test_the_order_is_the_one_that_another_implementation_gives(text: str) -> None:
    is_strong = any(bidirectional(letter) in {"L", "R", "AL"} for letter in text)
    expected = get_display(text) if is_strong else get_display(text, base_dir="L")
    assert seen(text) == expected


@given(text=st.text(max_size=60))
def test_no_character_is_lost_or_doubled(text: str) -> None:
    assert sorted(visual_order(levels(text))) == list(range(len(text)))


def test_latin_text_runs_to_the_right_throughout() -> None:
    assert set(levels("Café 3, (open) – 62% & more…")) == {0}


def test_the_first_letter_decides_how_a_paragraph_runs() -> None:
    assert min(levels("کافه is a café")) == 1
    assert min(levels("A کافه")) == 0
    assert min(levels("(3) کافه")) == 1


def test_a_latin_word_in_brackets_stands_whole_among_persian_ones() -> None:
    assert seen("شبکه (Social Media) شما") == "امش (Social Media) هکبش".translate(
        {ord("("): ")", ord(")"): "("}
    )


def test_mirrors_are_mutual() -> None:
    assert all(MIRRORS[other] == one for one, other in MIRRORS.items())
