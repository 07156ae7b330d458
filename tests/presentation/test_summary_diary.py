"""The plan as entries of a diary: a key for each thing, words fit to print, nothing invented."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from socialplanner.domain.activity import Phase
from socialplanner.domain.agenda import WeekTimes
from socialplanner.domain.answers import Answer
from socialplanner.domain.assessment import assess
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.profile import Choices, Profile
from socialplanner.presentation.summary.diary import Diary, Entry, EntryKind
from tests.domain.builders import shipped_catalogue
from tests.domain.respondents import any_answers, any_choices
from tests.presentation.summaries import (
    SAMPLES,
    TODAY,
    changed,
    sample_assessment,
    source_of,
)
from tests.presentation.test_summary_any import BROKEN, CAUSAL, CLUMSY

FOLLOWED = {"short_video": 4.0, "forum_answers": 2.0, "of_another_catalogue": 3.0}


def entries_of(name: str, *, names_people: bool = True) -> tuple[Entry, ...]:
    """Return the entries of a sample in office hours."""
    source = source_of(sample_assessment(name))
    return Diary(source=source, times=WeekTimes(), names_people=names_people).entries()


def of_kind(entries: tuple[Entry, ...], kind: EntryKind) -> list[Entry]:
    """Return the entries of one kind."""
    return [entry for entry in entries if entry.kind is kind]


@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
@given(any_answers(), any_choices())
def test_anybody_has_a_diary_with_one_key_for_each_thing(
    answers: dict[str, Answer], choices: Choices
) -> None:
    catalogue = shipped_catalogue()
    try:
        found = assess(catalogue, Profile(name="Bo"), answers, choices, TODAY)
    except InfeasibleError:
        return
    entries = Diary(source=source_of(found), times=WeekTimes()).entries()
    assert len({entry.key for entry in entries}) == len(entries)
    roadmap = found.roadmap
    end = roadmap.week_start(roadmap.weeks + 1)
    for entry in entries:
        assert roadmap.start <= entry.first <= entry.last < end
        assert entry.first + timedelta(weeks=entry.repeats - 1) < end
        for pattern in (BROKEN, CLUMSY, CAUSAL):
            assert not pattern.search(entry.title)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_first_plan_drops_nothing(name: str) -> None:
    assert not any(entry.is_dropped for entry in entries_of(name))


def test_what_the_plan_followed_had_and_this_one_has_not_is_dropped() -> None:
    found = changed("cafe", choices=Choices(earlier_plan=FOLLOWED))
    entries = Diary(source=source_of(found), times=WeekTimes()).entries()
    dropped = {entry.key for entry in entries if entry.is_dropped}
    kept = {entry.key for entry in entries if not entry.is_dropped}
    blocks = {"block/short_video/1", "block/short_video/2", "block/forum_answers/1"}
    forum = shipped_catalogue().activity("forum_answers")
    steps = sum(step.phase is Phase.PREPARE for step in forum.steps)
    set_up = {f"set_up/forum_answers/{number}" for number in range(1, steps + 1)}
    assert dropped == (blocks | set_up) - kept
    assert "block/forum_answers/1" in dropped
    assert all("another_catalogue" not in entry.key for entry in entries)


def test_an_earlier_plan_that_had_no_room_in_these_times_is_dropped_all_the_same() -> None:
    followed = {"short_video": 8.0, "articles": 7.0, "youtube_long": 8.0}
    found = changed("tax_adviser", choices=Choices(earlier_plan=followed))
    hours = found.plan.hours_per_week
    times = WeekTimes(days=(0,))
    assert hours <= times.room < sum(followed.values())
    entries = Diary(source=source_of(found), times=times).entries()
    dropped = {entry.key.split("/")[1] for entry in entries if entry.is_dropped}
    assert followed.keys() <= dropped | found.plan.hours.keys()


@pytest.mark.parametrize("name", SAMPLES)
def test_words_and_numbers_are_those_of_the_plan(name: str) -> None:
    found, entries = sample_assessment(name), entries_of(name)
    assert len(of_kind(entries, EntryKind.RULE)) == len(found.rules)
    assert len(of_kind(entries, EntryKind.REVIEW)) == len(found.roadmap.reviews)
    prepared = [step for step in found.roadmap.steps if step.phase is Phase.PREPARE]
    set_up = of_kind(entries, EntryKind.SET_UP)
    assert [entry.text.partition("\n")[0] for entry in set_up] == [s.text for s in prepared]
    looks = [step.text for step in found.roadmap.steps if step.phase is Phase.REVIEW]
    reviews = "\n".join(entry.text for entry in of_kind(entries, EntryKind.REVIEW))
    assert all(text in reviews for text in looks)


def test_several_steps_of_one_activity_are_counted() -> None:
    source = source_of(sample_assessment("tax_adviser"))
    entries = Diary(source=source, times=WeekTimes()).entries()
    titles = [entry.title for entry in of_kind(entries, EntryKind.SET_UP)]
    assert "Set up: Checklist for a sign-up (1 of 2)" in titles
    assert "Set up: Checklist for a sign-up (2 of 2)" in titles


def test_people_are_named_only_where_they_may_be() -> None:
    assert any("Done by:" in entry.text for entry in entries_of("cafe"))
    assert not any("Done by:" in entry.text for entry in entries_of("cafe", names_people=False))


def test_a_review_outside_the_ninety_days_is_in_no_diary() -> None:
    found = sample_assessment("cafe")
    late = tuple(
        replace(step, first_week=14, last_week=14) if step.phase is Phase.REVIEW else step
        for step in found.roadmap.steps
    )
    source = source_of(replace(found, roadmap=replace(found.roadmap, steps=late)))
    entries = Diary(source=source, times=WeekTimes()).entries()
    assert {e.text for e in of_kind(entries, EntryKind.REVIEW)} == {"Half an hour should do."}
