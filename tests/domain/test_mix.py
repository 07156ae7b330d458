"""The present mix by answers and by hours, and the distance between the two (section 2)."""

from collections.abc import Mapping
from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.ids import CELLS, Dimension, Mode
from socialplanner.domain.mix import PresentMix, present_mix
from socialplanner.domain.scoring import CellScore, ModeScore, Scores
from tests.domain.builders import shipped_parameters
from tests.domain.questionnaires import hours_row, questionnaire_of

ROWS = (
    hours_row("making", (Dimension.EFFORT, Mode.MEDIA)),
    hours_row("talking", (Dimension.EFFORT, Mode.NETWORK)),
    hours_row("noting", (Dimension.ROI, Mode.NETWORK)),
)
SHARE = st.floats(0, 100)
ERROR = st.floats(0.5, 20)


def mix_of(
    media: float | None,
    network: float | None,
    *,
    errors: tuple[float, float] = (3.0, 3.0),
    hours: Mapping[str, Answer] | None = None,
) -> PresentMix:
    """Return the mix of two overall scores, which every dimension shares, and of some hours."""
    points = {Mode.MEDIA: media, Mode.NETWORK: network}
    spread = dict(zip(Mode, errors, strict=True))
    scores = Scores(
        cells={
            cell: CellScore(
                value=points[cell[1]],
                standard_error=spread[cell[1]],
                coverage=1.0,
                is_applicable=True,
            )
            for cell in CELLS
        },
        overall={m: ModeScore(value=points[m], standard_error=spread[m]) for m in Mode},
        types=(),
    )
    scoring = shipped_parameters().scoring
    return present_mix(questionnaire_of(ROWS), hours or {}, scores, scoring)


@given(SHARE, SHARE)
def test_a_mix_is_the_network_part_of_both_scores_and_undefined_below_twenty_points(
    media: float, network: float
) -> None:
    found = mix_of(media, network)
    for share in (found.practice, *found.by_dimension.values()):
        if media + network < 20:
            assert share.value is None
            assert share.standard_error is None
        else:
            assert share.value == pytest.approx(network / (media + network))


def test_twenty_points_are_just_enough_for_a_mix() -> None:
    assert mix_of(5.0, 15.0).practice.value == 0.75
    assert mix_of(5.0, 14.9).practice.value is None
    assert mix_of(None, 50.0).practice.value is None


@given(media=st.floats(10, 100), network=st.floats(10, 100), first=ERROR, second=ERROR)
def test_the_error_of_a_mix_follows_from_its_slope_in_both_scores(
    media: float, network: float, first: float, second: float
) -> None:
    found = mix_of(media, network, errors=(first, second)).practice
    step = 1e-4

    def share(m: float, n: float) -> float:
        return n / (m + n)

    by_media = (share(media + step, network) - share(media - step, network)) / (2 * step)
    by_network = (share(media, network + step) - share(media, network - step)) / (2 * step)
    numeric = sqrt((by_media * first) ** 2 + (by_network * second) ** 2)
    assert found.standard_error == pytest.approx(numeric, rel=1e-5)


def test_the_share_by_hours_counts_the_rows_of_both_modes() -> None:
    found = mix_of(50, 50, hours={"making": 6.0, "talking": 1.5, "noting": 0.5})
    assert found.hours_network_share == 0.25
    assert found.say_do_gap == pytest.approx(0.25)


def test_a_row_left_open_counts_as_no_hours_once_another_was_answered() -> None:
    found = mix_of(50, 50, hours={"talking": 2.0, "noting": NoAnswer.NOT_APPLICABLE})
    assert found.hours == {"making": 0.0, "talking": 2.0, "noting": 0.0}
    assert found.hours_network_share == 1.0


@pytest.mark.parametrize(
    "hours",
    [{}, {"making": NoAnswer.UNKNOWN, "talking": 3.0}, {"making": 0.0}],
    ids=["nothing said", "not known", "no hours at all"],
)
def test_without_known_hours_there_is_no_share_by_hours_and_no_gap(
    hours: Mapping[str, Answer],
) -> None:
    found = mix_of(50, 50, hours=hours)
    assert found.hours_network_share is None
    assert found.say_do_gap is None
    assert not found.is_gap_flagged


@given(media=st.floats(10, 100), network=st.floats(10, 100), making=st.floats(0, 10))
def test_a_gap_is_flagged_beyond_fifteen_points_and_the_band_of_the_answers(
    media: float, network: float, making: float
) -> None:
    found = mix_of(media, network, hours={"making": making, "talking": 10 - making})
    assert found.say_do_gap is not None
    limit = 0.15 + 1.64 * (found.practice.standard_error or 0)
    assert found.is_gap_flagged == (abs(found.say_do_gap) > limit)


def test_nothing_is_flagged_without_a_mix_by_answers() -> None:
    found = mix_of(5, 5, hours={"making": 5.0, "talking": 5.0})
    assert found.hours_network_share == 0.5
    assert (found.say_do_gap, found.is_gap_flagged) == (None, False)


def test_by_hours_alone_no_one_is_told_of_a_gap_that_is_within_the_error() -> None:
    wide = mix_of(50, 50, errors=(20.0, 20.0), hours={"making": 8.0, "talking": 2.0})
    narrow = mix_of(50, 50, errors=(1.0, 1.0), hours={"making": 8.0, "talking": 2.0})
    assert wide.say_do_gap == narrow.say_do_gap == pytest.approx(0.3)
    assert (wide.is_gap_flagged, narrow.is_gap_flagged) == (False, True)


def test_each_dimension_has_a_mix_of_its_own() -> None:
    found = mix_of(40, 60)
    assert found.by_dimension.keys() == set(Dimension)
    assert replace(found, hours=None).by_dimension[Dimension.ROI].value == 0.6
