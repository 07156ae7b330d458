"""What another copy of a record says otherwise, difference by difference, and what may win.

A default (an empty text, an open question, "I do not know", an answer carried over and not yet
confirmed) never stands against something that was really said: it is filled by it, or skipped.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum, unique
from typing import TypeVar

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.difference import Comparison, Difference, DifferenceKind
from socialplanner.domain.record import (
    AnswerChange,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)

Part = TypeVar("Part", RecordedAssessment, IssuedPlan, LoggedWeek, Enquiry)
Defaults = Mapping[str, object]

ALWAYS_SAID = object()
"""In the place of a value that says nothing, where every value says something."""

PROFILE_DEFAULTS: Defaults = {
    "name": "",
    "currency": "",
    "language": ALWAYS_SAID,
    "prepared_by": "",
    "prepared_for": "",
    "website": "",
}
BRAND_DEFAULTS: Defaults = {"logo": None, "colours": (), "lines": ()}
CHOICES_DEFAULTS: Defaults = {
    "pinned": frozenset(),
    "declined": frozenset(),
    "earlier_plan": None,
}
WEEK_DEFAULTS: Defaults = {
    "hours": {},
    "outcomes": {},
    "money": None,
    "is_odd": False,
    "note": "",
    "origins": {},
}
ENQUIRY_DEFAULTS: Defaults = {
    "day": None,
    "words": "",
    "activity_id": "",
    "trace": "",
    "note": "",
    "way": (),
}
"""The fields of each part that are compared, with the values that say nothing."""


@unique
class Weight(IntEnum):
    """How much was said at a question; what weighs more is never given up for what weighs less."""

    OPEN = 0
    UNKNOWN = 1
    CARRIED = 2
    SAID = 3

    @classmethod
    def of(cls, answer: RecordedAnswer) -> "Weight":
        """Return how much an answer says."""
        if answer.value is None:
            return cls.OPEN
        if answer.value is NoAnswer.UNKNOWN:
            return cls.UNKNOWN
        return cls.CARRIED if answer.is_carried else cls.SAID


def differences(mine: ProfileRecord, theirs: ProfileRecord) -> Comparison:
    """Return what another copy of a profile says otherwise; ValueError for another profile.

    Not compared is what belongs to the copy and not to the brand: archived, sample, when it was
    made, and in an assessment the day, the catalogue's version, where to resume, and whether the
    plan stays with the earlier one, which goes with it.
    """
    if mine.id != theirs.id:
        raise ValueError(f"{mine.id} and {theirs.id} are two profiles, not copies of one")
    return Comparison(differences=tuple(_all(mine, theirs)))


def missing_changes(
    mine: RecordedAssessment, theirs: RecordedAssessment
) -> tuple[AnswerChange, ...]:
    """Return the changes that only theirs knows of, each once."""
    known = {_comparable(each) for each in mine.changes}
    found = {_comparable(each): each for each in theirs.changes}
    return tuple(each for key, each in found.items() if key not in known)


def _all(mine: ProfileRecord, theirs: ProfileRecord) -> Iterator[Difference]:
    yield from _fields("profile.", mine.profile, theirs.profile, PROFILE_DEFAULTS)
    yield from _fields("brand.", mine.brand, theirs.brand, BRAND_DEFAULTS)
    new_tags = [tag for tag in dict.fromkeys(theirs.tags) if tag not in mine.tags]
    yield from (_added(f"tag {tag}", tag) for tag in new_tags)
    for name, value in theirs.settings.items():
        yield from _difference(f"setting {name}", mine.settings.get(name, ""), value, "")
    yield from _parts("assessment", mine.assessments, theirs.assessments, _assessment)
    yield from _parts("plan", mine.plans, theirs.plans, _plan)
    yield from _parts("week", mine.weeks, theirs.weeks, _week)
    yield from _parts("enquiry", mine.enquiries, theirs.enquiries, _enquiry)


def _parts(
    kind: str,
    mine: tuple[Part, ...],
    theirs: tuple[Part, ...],
    compare: Callable[[Part, Part], Iterator[Difference]],
) -> Iterator[Difference]:
    """Yield the parts that are new, and the differences in those that both have."""
    known = {part_name(each): each for each in mine}
    for each in theirs:
        present = known.get(part_name(each))
        if present is None:
            yield _added(f"{kind} {part_name(each)}", each)
        elif present is not each:
            yield from compare(present, each)


def part_name(part: RecordedAssessment | IssuedPlan | LoggedWeek | Enquiry) -> str:
    """Return what tells a part from others of its kind: its id, or the Monday of a week."""
    return part.monday.isoformat() if isinstance(part, LoggedWeek) else part.id


def _plan(mine: IssuedPlan, theirs: IssuedPlan) -> Iterator[Difference]:
    yield from _difference(f"plan {mine.id}", mine, theirs, None)


def _week(mine: LoggedWeek, theirs: LoggedWeek) -> Iterator[Difference]:
    yield from _fields(f"week {part_name(mine)} ", mine, theirs, WEEK_DEFAULTS)


def _enquiry(mine: Enquiry, theirs: Enquiry) -> Iterator[Difference]:
    yield from _fields(f"enquiry {mine.id} ", mine, theirs, ENQUIRY_DEFAULTS)


def _assessment(mine: RecordedAssessment, theirs: RecordedAssessment) -> Iterator[Difference]:
    name = mine.id
    yield from _difference(f"state {name}", mine.state, theirs.state, ALWAYS_SAID)
    yield from _fields(f"choices {name} ", mine.choices, theirs.choices, CHOICES_DEFAULTS)
    for question_id, answer in theirs.answers.items():
        yield from _answer(f"{name} {question_id}", mine.answers.get(question_id), answer)
    if missing := missing_changes(mine, theirs):
        yield Difference(
            key=f"history {name}", mine=mine.changes, theirs=missing, kind=DifferenceKind.ADDED
        )


def _answer(
    place: str, mine: RecordedAnswer | None, theirs: RecordedAnswer
) -> Iterator[Difference]:
    """Yield the differences of what two copies record at one question."""
    present = mine or RecordedAnswer(value=None, changed_at=theirs.changed_at)
    ours, other = Weight.of(present), Weight.of(theirs)
    if ours is not other or present.value != theirs.value:
        kind = DifferenceKind.CHANGED
        if ours is not other:
            kind = DifferenceKind.ADDED if ours < other else DifferenceKind.SKIPPED
        key = f"answer {place}"
        yield Difference(key=key, mine=present.value, theirs=theirs.value, kind=kind)
    yield from _difference(f"note {place}", present.note, theirs.note, "")
    yield from _difference(f"mark {place}", present.is_marked, theirs.is_marked, False)  # noqa: FBT003 - a value like any other


def _fields(prefix: str, mine: object, theirs: object, defaults: Defaults) -> Iterator[Difference]:
    """Yield the fields of a part that differ."""
    for name, default in defaults.items():
        yield from _difference(
            f"{prefix}{name}", getattr(mine, name), getattr(theirs, name), default
        )


def _difference(key: str, mine: object, theirs: object, default: object) -> Iterator[Difference]:
    """Yield the difference between two values, if there is one."""
    if mine == theirs:
        return
    kind = DifferenceKind.CHANGED
    if theirs in (default, "", None):
        kind = DifferenceKind.SKIPPED
    elif mine in (default, "", None):
        kind = DifferenceKind.ADDED
    yield Difference(key=key, mine=mine, theirs=theirs, kind=kind)


def _added(key: str, theirs: object) -> Difference:
    return Difference(key=key, mine=None, theirs=theirs, kind=DifferenceKind.ADDED)


def _comparable(change: AnswerChange) -> tuple[object, ...]:
    """Return a change as a value that can stand in a set: rows of tables cannot."""
    said = (_hashable(change.old), _hashable(change.new))
    return (change.changed_at, change.question_id, *said)


def _hashable(answer: Answer | None) -> object:
    if not isinstance(answer, tuple):
        return answer
    return tuple(frozenset(each.items()) if isinstance(each, Mapping) else each for each in answer)
