"""The words of the progress: what is changed, what is not known, and no causes."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.profile import Choices
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.then_and_now import Move
from socialplanner.presentation.summary import summarise
from socialplanner.presentation.summary.moved import WORDS, Direction, direction_of
from socialplanner.presentation.summary.progress import Progress, SideBySide
from tests.domain.builders import shipped_catalogue
from tests.presentation.summaries import (
    SAMPLES,
    TODAY,
    own_words,
    sample,
    sample_assessment,
    texts,
)

LATER = TODAY + timedelta(weeks=13)
NOW = datetime(2027, 4, 5, tzinfo=UTC)
SCORED = [q.id for q in shipped_catalogue().questionnaire if q.is_scored and not q.options]
CAUSAL = re.compile(
    r"\b(?:because|thanks to|due to|led to|leads? to|brings?|brought|proves?|ensures?|worked|"
    r"improve[sd]?|success|failed)\b",
    re.IGNORECASE,
)


@cache
def again(name: str, level: float | None = None, day: date = LATER) -> Assessment:
    """Return a sample's assessment on another day, every scored answer at one level if wished."""
    said = sample(name)
    scored: dict[str, Answer] = {} if level is None else dict.fromkeys(SCORED, level)
    answers = {**said.answers, **scored}
    return assess(shipped_catalogue(), said.profile, answers, said.choices, day)


def progress_of(
    later: Assessment, earlier: Assessment | None, weeks: tuple[LoggedWeek, ...] = ()
) -> Progress:
    """Return the section on progress."""
    return summarise(shipped_catalogue(), later, earlier, weeks).progress


def compared(
    later: Assessment, earlier: Assessment, weeks: tuple[LoggedWeek, ...] = ()
) -> SideBySide:
    """Return what is set side by side."""
    found = progress_of(later, earlier, weeks).compared
    assert found is not None
    return found


def logged(count: int, hours: dict[str, float], *, odd: int = 0) -> tuple[LoggedWeek, ...]:
    """Return so many logged weeks from the first of the plan on, some of them odd."""
    start = sample_assessment("cafe").roadmap.start
    return tuple(
        LoggedWeek(
            monday=start + timedelta(weeks=week), changed_at=NOW, hours=hours, is_odd=week < odd
        )
        for week in range(count)
    )


def test_without_an_earlier_assessment_one_sentence_says_what_to_do() -> None:
    found = progress_of(sample_assessment("cafe"), None, logged(3, {"reply_desk": 1.0}))
    assert found.compared is None
    assert found.lead.startswith("There is nothing to compare yet: answer the questions again")
    assert found.lead.count(".") == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_answers_again_show_no_change_at_all(name: str) -> None:
    found = compared(again(name), sample_assessment(name))
    judged = {row.direction for row in (*found.scores, *found.overall)}
    assert judged <= {Direction.UNCLEAR, Direction.UNKNOWN}
    assert all(row.then == row.now for row in (*found.scores, *found.overall))
    assert not found.answers.rows
    assert found.answers_lead == "Every answer is the same as then."
    assert all(then == now for _, then, now, _ in found.mix.rows)
    headline = progress_of(again(name), sample_assessment(name)).headline
    assert headline == "No score has clearly changed since 4\u00a0January\u00a02027"


@pytest.mark.parametrize("level", [0.0, 2.0, 4.0])
@pytest.mark.parametrize("name", SAMPLES)
def test_swapping_then_and_now_swaps_higher_and_lower(name: str, level: float) -> None:
    first, second = sample_assessment(name), again(name, level)
    there, back = compared(second, first), compared(first, second)
    swapped = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
    pairs = zip((*there.scores, *there.overall), (*back.scores, *back.overall), strict=True)
    for forth, reverse in pairs:
        assert reverse.direction == swapped.get(forth.direction, forth.direction)
        assert (forth.then, forth.now, forth.name) == (reverse.now, reverse.then, reverse.name)
    turned = [(question, now, then) for question, then, now in back.answers.rows]
    assert list(there.answers.rows) == turned


def test_the_scores_are_those_that_the_plan_prints() -> None:
    first, second = sample_assessment("cafe"), again("cafe", 3.0)
    found = compared(second, first)
    bars = [b for g in summarise(shipped_catalogue(), second).standing.groups for b in g.bars]
    assert [row.now for row in found.scores] == [bar.note for bar in bars]
    assert len(found.scores) == 10
    assert all(row.change == WORDS[row.direction] for row in found.scores)


def test_what_is_not_known_is_said_and_not_judged() -> None:
    said = sample("cafe")
    kept = {key: answer for key, answer in said.answers.items() if not key.startswith("style.")}
    later = assess(shipped_catalogue(), said.profile, kept, Choices(), LATER)
    found = compared(later, sample_assessment("cafe"))
    style = [row for row in found.scores if row.name.startswith("Communication style")]
    assert {row.change for row in style} == {"cannot be compared"}
    assert {row.now for row in style} == {"not enough answers"}
    assert found.mix.rows[0][2:] == ("not known", "cannot be compared")
    none: dict[str, Answer] = {k: NoAnswer.NOT_APPLICABLE for k in SCORED if k.startswith("roi.")}
    later = assess(shipped_catalogue(), said.profile, {**said.answers, **none}, Choices(), LATER)
    shown = {row.now for row in compared(later, sample_assessment("cafe")).scores}
    assert "does not apply" in shown


def test_hours_stand_without_a_judgement() -> None:
    for _, _, _, change in compared(again("cafe", 4.0), sample_assessment("cafe")).mix.rows[1:]:
        assert change == "not judged"


def test_each_answer_that_differs_stands_in_its_words_then_and_now() -> None:
    said = sample("cafe")
    answers = {**said.answers, "business.hours_per_week": 8.0, "style.replying": 4.0}
    later = assess(shipped_catalogue(), said.profile, answers, said.choices, LATER)
    found = compared(later, sample_assessment("cafe"))
    assert found.answers_lead == f"Two of {len(said.answers)} answers differ."
    hours, replying = found.answers.rows
    assert hours[1:] == ("5 hours a week", "8 hours a week")
    assert replying[1] != replying[2]
    assert replying[0] == shipped_catalogue().questionnaire.by_id["style.replying"].text


def test_hours_kept_stand_beside_those_planned() -> None:
    found = compared(again("cafe"), sample_assessment("cafe"), logged(6, {"reply_desk": 1.0}))
    rows = {row[0]: row[1:] for row in found.kept.hours.rows}
    assert rows["Reply desk"] == ("1.0\u00a0h", "1.0\u00a0h", "100%")
    assert rows["Short videos"] == ("2.0\u00a0h", "0.0\u00a0h", "0%")
    assert found.kept.headline == "Hours kept: about 35%"
    assert found.kept.lead.startswith(
        "Six logged weeks count; seven weeks without hours are left out."
    )


def test_more_than_planned_is_said_and_not_cut_off() -> None:
    found = compared(again("cafe"), sample_assessment("cafe"), logged(3, {"reply_desk": 9.0}))
    rows = {row[0]: row[3] for row in found.kept.hours.rows}
    assert rows["Reply desk"] == "more than planned"


def test_odd_weeks_are_left_out_and_counted() -> None:
    hours = {"reply_desk": 1.0}
    found = compared(again("cafe"), sample_assessment("cafe"), logged(4, hours, odd=1))
    assert found.kept.lead.startswith(
        "Three logged weeks count; one week that you marked as odd and nine weeks without hours "
        "are left out."
    )


def test_the_plan_followed_is_the_one_that_was_handed_out() -> None:
    said = sample("cafe")
    choices = Choices(earlier_plan={"forum_answers": 2.0, "of_another_catalogue": 1.0})
    later = assess(shipped_catalogue(), said.profile, said.answers, choices, LATER)
    found = compared(later, sample_assessment("cafe"), logged(3, {"forum_answers": 1.0}))
    assert [row[0] for row in found.kept.hours.rows] == ["Forum answers"]
    assert found.kept.hours.rows[0][3] == "about 50%"


@pytest.mark.parametrize(
    "weeks",
    [(), logged(4, {}), tuple(replace(w, monday=LATER) for w in logged(1, {"reply_desk": 1.0}))],
)
def test_without_logged_weeks_a_plain_sentence_says_so(weeks: tuple[LoggedWeek, ...]) -> None:
    found = compared(again("cafe"), sample_assessment("cafe"), weeks)
    assert found.kept.lead.startswith("No weeks of the earlier plan were logged")
    assert not found.kept.hours.rows


def test_two_versions_of_the_catalogue_are_named() -> None:
    earlier = replace(sample_assessment("cafe"), catalogue_version="0.9")
    found = compared(again("cafe"), earlier)
    assert "0.9 and " in found.versions
    assert compared(again("cafe"), sample_assessment("cafe")).versions == ""


@pytest.mark.parametrize(("days", "overlaps"), [(0, True), (27, True), (28, False), (91, False)])
def test_two_assessments_about_the_same_weeks_are_told_apart(days: int, overlaps: bool) -> None:  # noqa: FBT001
    later = again("cafe", None, TODAY + timedelta(days=days))
    assert bool(compared(later, sample_assessment("cafe")).overlap) is overlaps


@pytest.mark.parametrize("level", [None, 0.0, 4.0])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_claims_a_cause(name: str, level: float | None) -> None:
    weeks = logged(5, {"reply_desk": 1.0}, odd=1)
    found = progress_of(again(name, level), sample_assessment(name), weeks)
    assert not [text for text in own_words(found) if CAUSAL.search(text)]
    assert all(text.strip() == text for text in texts(found))


def test_every_direction_has_its_words() -> None:
    error = {"then_error": 5.0, "now_error": 5.0}
    assert direction_of(Move(then=10, now=50, **error)) is Direction.HIGHER
    assert direction_of(Move(then=50, now=10, **error)) is Direction.LOWER
    assert direction_of(Move(then=50, now=55, **error)) is Direction.UNCLEAR
    assert direction_of(Move(then=None, now=55)) is Direction.UNKNOWN
    assert set(WORDS) == set(Direction)
