"""Merge another copy of a record into mine: what is new is added, what was said stays.

Where both copies really say something and differ, mine stays unless its key is taken.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any, TypeVar, cast

from socialplanner.domain.difference import DifferenceKind
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import (
    AnswerChange,
    AssessmentState,
    Brand,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)
from socialplanner.domain.record_differences import (
    BRAND_DEFAULTS,
    CHOICES_DEFAULTS,
    ENQUIRY_DEFAULTS,
    PROFILE_DEFAULTS,
    WEEK_DEFAULTS,
    Defaults,
    differences,
    missing_changes,
    part_name,
)

Patched = TypeVar("Patched", Profile, Brand, Choices, LoggedWeek, Enquiry)
Part = TypeVar("Part", bound=RecordedAssessment | IssuedPlan | LoggedWeek | Enquiry)
Chosen = Mapping[str, object]
"""What theirs gives, by the key of the difference."""


def merged(
    mine: ProfileRecord, theirs: ProfileRecord, take: Collection[str], moment: datetime
) -> ProfileRecord:
    """Return mine with all that theirs adds, and with theirs in the conflicts named in `take`.

    Return mine itself where that is nothing. Raise ValueError for another profile, and KeyError
    for a key in `take` that is no difference. Every answer that changes is added to the history
    at `moment`.
    """
    found = differences(mine, theirs).differences
    for key in sorted(set(take).difference(each.key for each in found)):
        raise KeyError(key)
    taken = {DifferenceKind.ADDED: True, DifferenceKind.SKIPPED: False}
    chosen = {each.key: each.theirs for each in found if taken.get(each.kind, each.key in take)}
    return _merged(mine, theirs, chosen, moment) if chosen else mine


def merged_answers(
    mine: ProfileRecord, theirs: ProfileRecord, take: Collection[str], moment: datetime
) -> ProfileRecord:
    """Return mine with the answers of another profile of the same brand merged into its newest.

    The keys are those of ``differences(mine, as_answered_in(mine, theirs))``.
    """
    return merged(mine, as_answered_in(mine, theirs), take, moment)


def as_answered_in(mine: ProfileRecord, theirs: ProfileRecord) -> ProfileRecord:
    """Return mine as if its newest assessment had been answered as theirs was.

    Two people answered for one brand, each in a profile of their own: this makes copies of one
    profile of them, which can be compared and merged. Answers, notes and marks come along.
    """
    if theirs.newest is None:
        return mine
    if mine.newest is None:
        begun = replace(theirs.newest, earlier_id="", changes=())
        return replace(mine, assessments=(begun,))
    answered = replace(mine.newest, answers=theirs.newest.answers)
    return replace(mine, assessments=(*mine.assessments[:-1], answered))


def _merged(
    mine: ProfileRecord, theirs: ProfileRecord, chosen: Chosen, moment: datetime
) -> ProfileRecord:
    """Return mine with what was chosen in its places."""
    tags = (each.removeprefix("tag ") for each in chosen if each.startswith("tag "))
    settings = {
        name: value for name, value in theirs.settings.items() if f"setting {name}" in chosen
    }
    weeks = tuple(_week(each, chosen, moment) for each in mine.weeks)
    enquiries = tuple(_enquiry(each, chosen, moment) for each in mine.enquiries)
    return replace(
        mine,
        changed_at=moment,
        profile=_patched(mine.profile, "profile.", PROFILE_DEFAULTS, chosen),
        brand=_patched(mine.brand, "brand.", BRAND_DEFAULTS, chosen),
        tags=(*mine.tags, *tags),
        settings={**mine.settings, **settings},
        assessments=_assessments(mine, theirs, chosen, moment),
        plans=_with_new(tuple(_plan(each, chosen) for each in mine.plans), theirs.plans),
        weeks=tuple(sorted(_with_new(weeks, theirs.weeks), key=lambda week: week.monday)),
        enquiries=_with_new(enquiries, theirs.enquiries),
    )


def _with_new(mine: tuple[Part, ...], theirs: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return mine, and behind it what only theirs has."""
    known = {part_name(each) for each in mine}
    return (*mine, *(each for each in theirs if part_name(each) not in known))


def _assessments(
    mine: ProfileRecord, theirs: ProfileRecord, chosen: Chosen, moment: datetime
) -> tuple[RecordedAssessment, ...]:
    """Return all assessments in the order of their making, where that is a possible one.

    A clock may have been wrong: an assessment never comes before the one it was begun from, and
    mine keep their order; then the new ones stand last.
    """
    others = {each.id: each for each in theirs.assessments}
    present = tuple(
        _assessment(each, others[each.id], chosen, moment) if each.id in others else each
        for each in mine.assessments
    )
    joined = _with_new(present, theirs.assessments)
    by_making = tuple(sorted(joined, key=lambda each: each.created_at))
    places = {each.id: place for place, each in enumerate(by_making)}
    keeps_mine = all(places[a.id] < places[b.id] for a, b in pairwise(present))
    keeps_earlier = all(places.get(each.earlier_id, -1) < places[each.id] for each in joined)
    return by_making if keeps_mine and keeps_earlier else joined


def _assessment(
    mine: RecordedAssessment, theirs: RecordedAssessment, chosen: Chosen, moment: datetime
) -> RecordedAssessment:
    """Return an assessment with what was chosen of its other copy."""
    answers = dict(mine.answers)
    for question_id, answer in theirs.answers.items():
        said = _answer(mine.answers.get(question_id), answer, f"{mine.id} {question_id}", chosen)
        if said is not None:
            answers[question_id] = said
    state = cast("AssessmentState", chosen.get(f"state {mine.id}", mine.state))
    choices = _choices(mine, theirs, chosen)
    changes = _changes(mine, theirs, answers, moment)
    return replace(mine, state=state, answers=answers, changes=changes, choices=choices)


def _choices(mine: RecordedAssessment, theirs: RecordedAssessment, chosen: Chosen) -> Choices:
    """Return the choices with what was chosen; whether hours are kept goes with the hours."""
    prefix = f"choices {mine.id} "
    both = _patched(mine.choices, prefix, CHOICES_DEFAULTS, chosen)
    if f"{prefix}earlier_plan" not in chosen:
        return both
    return replace(both, keeps_earlier=theirs.choices.keeps_earlier)


def _answer(
    mine: RecordedAnswer | None, theirs: RecordedAnswer, place: str, chosen: Chosen
) -> RecordedAnswer | None:
    """Return what is recorded at a question once theirs was chosen in parts of it."""
    present = mine or RecordedAnswer(value=None, changed_at=theirs.changed_at)
    said = theirs if f"answer {place}" in chosen else present
    note = theirs if f"note {place}" in chosen else present
    mark = theirs if f"mark {place}" in chosen else present
    both = replace(said, note=note.note, is_marked=mark.is_marked)
    return mine if both == present else both


def _changes(
    mine: RecordedAssessment,
    theirs: RecordedAssessment,
    answers: Mapping[str, RecordedAnswer],
    moment: datetime,
) -> tuple[AnswerChange, ...]:
    """Return both histories in the order of time, and behind them what the merge decides.

    The history always ends at the answers that stand, also where theirs went on after mine: it
    is what a damaged file is read by.
    """
    missing = missing_changes(mine, theirs)
    joined = mine.changes
    if missing:
        joined = tuple(sorted((*mine.changes, *missing), key=lambda each: each.changed_at))
    last = {**mine.said(), **{each.question_id: each.new for each in joined}}
    if not missing:
        last = dict(mine.said())
    after = {key: each.value for key, each in answers.items()}
    decided = tuple(
        AnswerChange(question_id=key, old=last.get(key), new=after.get(key), changed_at=moment)
        for key in dict.fromkeys((*after, *last))
        if last.get(key) != after.get(key)
    )
    return (*joined, *decided)


def _plan(mine: IssuedPlan, chosen: Chosen) -> IssuedPlan:
    return cast("IssuedPlan", chosen.get(f"plan {mine.id}", mine))


def _week(mine: LoggedWeek, chosen: Chosen, moment: datetime) -> LoggedWeek:
    patched = _patched(mine, f"week {part_name(mine)} ", WEEK_DEFAULTS, chosen)
    return mine if patched is mine else replace(patched, changed_at=moment)


def _enquiry(mine: Enquiry, chosen: Chosen, moment: datetime) -> Enquiry:
    patched = _patched(mine, f"enquiry {mine.id} ", ENQUIRY_DEFAULTS, chosen)
    return mine if patched is mine else replace(patched, changed_at=moment)


def _patched(part: Patched, prefix: str, defaults: Defaults, chosen: Chosen) -> Patched:
    """Return a part with the fields that were chosen, itself where none was."""
    found: dict[str, Any] = {
        name: chosen[f"{prefix}{name}"] for name in defaults if f"{prefix}{name}" in chosen
    }
    return replace(part, **found) if found else part
