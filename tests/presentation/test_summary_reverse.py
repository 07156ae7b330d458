"""The reverse planner in words: every state says what it is, and none promises anything."""

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplanner.domain.assessment import standing
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.reverse_plan import Limits, reverse_plan
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.paths import samples_dir
from socialplanner.presentation.summary.reverse import Reach, reach
from tests.domain.assessments import TODAY
from tests.domain.builders import shipped_catalogue

if TYPE_CHECKING:
    from socialplanner.domain.answers import Answer


def said_by(name: str, hours: float, **rows: float) -> Reach:
    """Return the words for a sample, whose rows of hours may be other ones."""
    catalogue = shipped_catalogue()
    answers: dict[str, Answer] = dict(
        read_answers_file(catalogue, samples_dir() / f"{name}.toml").answers
    )
    if rows:
        answers.update({key: 0.0 for key in answers if key.startswith("hours.")})
        answers.update({f"hours.{key}": value for key, value in rows.items()})
    profile = replace(Profile(name="Anybody"), currency="€")
    said = standing(catalogue, profile, answers, Choices(), TODAY)
    return reach(catalogue, reverse_plan(catalogue, said, Limits(extra_hours=hours, money=0.0)))


def test_a_week_inside_the_band_is_told_that_nothing_has_to_change() -> None:
    found = said_by("creator", 2.0)
    assert found.headline == "Your week is inside the target already"
    assert (found.ways, found.table.rows, found.note) == ((), (), "")


def test_where_there_is_no_way_the_nearest_and_the_hours_that_lack_are_named() -> None:
    found = said_by("cafe", 0.5, making=0.0)
    assert found.headline == "No way within these limits"
    assert "25 points away" in found.lead
    assert found.lead.endswith("With 1½\u00a0hours more a week there would be a way.")
    assert "not a promise" in found.note


def test_quarter_hours_stay_what_was_said() -> None:
    found = said_by("cafe", 1.0, making=1.5, replying=0.25)
    assert any("instead of 0.25\u00a0h" in line for way in found.ways for line in way.changes)
    assert len(found.table.rows) == len(found.ways)
