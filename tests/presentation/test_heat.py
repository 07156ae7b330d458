"""The colours of the heat map: one hue, never a warning, and readable at every step."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.presentation.contrast import READABLE, contrast, rgb
from socialplanner.presentation.heat import heat, strongest
from socialplanner.presentation.portfolio import points
from socialplanner.ui.theme import read_tokens

THEMES = ("light", "dark", "high_contrast")


@pytest.mark.parametrize("name", THEMES)
@given(share=st.floats(-1, 2))
def test_the_value_in_a_cell_is_readable_at_every_share(name: str, share: float) -> None:
    tokens = read_tokens(name)
    ground = heat(tokens["surface"], tokens["accent"], tokens["ink"], share)
    assert contrast(rgb(ground), rgb(tokens["ink"])) >= READABLE - 0.05


@pytest.mark.parametrize("name", THEMES)
def test_more_is_stronger_and_nothing_is_the_ground(name: str) -> None:
    tokens = read_tokens(name)
    surface = tokens["surface"].lower()
    steps = [heat(surface, tokens["accent"], tokens["ink"], each / 10) for each in range(11)]
    assert steps[0] == surface
    away = [contrast(rgb(step), rgb(surface)) for step in steps]
    assert all(one < other for one, other in pairwise(away))
    assert strongest(surface, tokens["accent"], tokens["ink"]) > 0.3
    assert tokens["accent"] != tokens["danger"]


def test_points_are_whole_fives_and_the_unknown_is_a_dash() -> None:
    assert [points(each) for each in (None, 0.0, 42.4, 42.6, 100.0)] == [
        "–",
        "0",
        "40",
        "45",
        "100",
    ]
