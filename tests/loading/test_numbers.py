"""Numbers outside what the method can reckon with are refused, with what is allowed."""

from pathlib import Path

import pytest

from tests.loading.copies import KPIS, MEDIA, MIXES, NETWORK, PLANNING, change, complaints, copied

POSTS = 'id = "linkedin_posts"'


@pytest.mark.parametrize(
    ("file", "after", "old", "new", "expected"),
    [
        pytest.param(
            MEDIA,
            POSTS,
            "min_hours = 1.0",
            "min_hours = 1.25",
            "linkedin_posts › min_hours: This must be more than 0 and at most 168 and a multiple of"
            " 0.5, not 1.25.",
            id="a least dose off the grid of half-hours",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "min_hours = 1.0",
            "min_hours = 5.5",
            "linkedin_posts › min_hours: This is more than max_hours, 5.",
            id="a least dose above the most",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "half_hours = 2.0",
            "half_hours = 0",
            "linkedin_posts › half_hours: This must be more than 0 and at most 168, not 0.",
            id="half of the effect after no time",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "fixed_hours = 0.25",
            "fixed_hours = 5",
            "linkedin_posts › fixed_hours: This leaves nothing of max_hours, 5.",
            id="fixed hours that use up everything",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "setup_hours = 3",
            "setup_hours = -3",
            "linkedin_posts › setup_hours: This must be at least 0 and at most 168, not -3.",
            id="hours below nothing",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "trackable = 0.25",
            "trackable = 1.25",
            "linkedin_posts › trackable: This must be at least 0 and at most 1, not 1.25.",
            id="a share above one",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "half_life_weeks = 0.5",
            "half_life_weeks = nan",
            "linkedin_posts › half_life_weeks: This must be a finite number, not nan.",
            id="not a number",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "half_life_weeks = 0.5",
            "half_life_weeks = inf",
            "linkedin_posts › half_life_weeks: This must be a finite number, not inf.",
            id="infinity",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "half_life_weeks = 0.5",
            f"half_life_weeks = 1{400 * '0'}",
            "linkedin_posts › half_life_weeks: This must be a finite number, not a very long"
            " number.",
            id="a number too long to reckon with",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "half_life_weeks = 0.5",
            "half_life_weeks = 2026-11-23",
            "linkedin_posts › half_life_weeks: This must be a number, not 2026-11-23.",
            id="a date where a number belongs",
        ),
        pytest.param(
            NETWORK,
            'id = "reply_desk"',
            "auto_share = 0",
            "auto_share = 0.1",
            "reply_desk › auto_share: This must be exactly 0, not 0.1.",
            id="a tool that talks with people",
        ),
        pytest.param(
            KPIS,
            'id = "reach"',
            "difficulty = 1",
            "difficulty = 6",
            "reach › difficulty: This must be at least 1 and at most 5, not 6.",
            id="a difficulty beyond five",
        ),
        pytest.param(
            KPIS,
            'id = "reach"',
            "difficulty = 1",
            "difficulty = 1.5",
            "reach › difficulty: This must be a whole number, not 1.5.",
            id="half a level of difficulty",
        ),
        pytest.param(
            MIXES,
            "",
            "awareness = { value = 0.15",
            "awareness = { value = 0",
            "goal_affinity › awareness.value: This must be at least 0.01 and at most 0.99, not 0.",
            id="a goal for one mode alone",
        ),
        pytest.param(
            MIXES,
            "",
            "share_floor = { value = 0.15",
            "share_floor = { value = 0.9",
            "target › share_floor.value: This is more than share_ceiling, 0.85.",
            id="a floor above its ceiling",
        ),
        pytest.param(
            MIXES,
            "",
            'goal_weight = { value = 0.6, origin = "default"',
            "goal_weight = { value = 0.6",
            "target › goal_weight.origin: This key is missing.",
            id="a number of the method without an origin",
        ),
        pytest.param(
            MIXES,
            "",
            'goal_weight = { value = 0.6, origin = "default"',
            'goal_weight = { value = 0.6, origin = "guess"',
            "target › goal_weight.origin: “guess” is not possible here. Allowed: owner, study,"
            " second-hand, vendor, lab, default.",
            id="an origin that does not exist",
        ),
        pytest.param(
            MIXES,
            "",
            "goal_weight = {",
            "goal_weight = 0.6 #",
            "target › goal_weight: This must be a table, not 0.6.",
            id="a bare number",
        ),
        pytest.param(
            PLANNING,
            "",
            "grid_hours = { value = 0.5",
            "grid_hours = { value = 0.25",
            "allocation › grid_hours.value: This must be exactly 0.5, not 0.25.",
            id="quarter-hours",
        ),
        pytest.param(
            PLANNING,
            "",
            "max_activities = { value = 8",
            "max_activities = { value = 8.0",
            "allocation › max_activities.value: This must be a whole number, not 8.0.",
            id="a count that is not whole",
        ),
        pytest.param(
            PLANNING,
            "",
            "core_share = { value = 0.7",
            "core_share = { value = 0.2",
            "allocation › good_share.value: This is more than core_share, 0.2.",
            id="labels in the wrong order",
        ),
    ],
)
def test_a_number_that_cannot_be_reckoned_with_is_refused(  # noqa: PLR0913, PLR0917
    tmp_path: Path, file: str, after: str, old: str, new: str, expected: str
) -> None:
    folder = copied(tmp_path)
    change(folder / file, old, new, after=after)
    assert complaints(folder) == [f"{file} › {expected}"]
