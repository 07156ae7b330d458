"""What has to be written so that a file holds another record: the rows that differ, no others.

Records share the parts that an edit left alone, so most of a comparison ends at "the same
object": one more answer in a profile of years costs as little as in a new one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from socialplanner.domain.record import (
    Enquiry,
    IssuedPlan,
    ProfileRecord,
    RecordedAssessment,
)
from socialplanner.store import rows
from socialplanner.store.tables import (
    ANSWER,
    ASSESSMENT,
    BRAND,
    CHANGE,
    ENQUIRY,
    ORIGIN,
    PLAN,
    PROFILE,
    SETTING,
    WAY,
    WEEK,
    Key,
    Row,
    Table,
)

Part = TypeVar("Part")
Named = TypeVar("Named", IssuedPlan, Enquiry)


@dataclass(frozen=True, slots=True)
class Difference:
    """A row to write, or the key of one to take away."""

    table: Table
    row: Row | None
    key: Key


def differences(old: ProfileRecord | None, new: ProfileRecord) -> Iterator[Difference]:
    """Yield what to write and what to take away; all there is where there is no old record."""
    yield from _profile(old, new)
    yield from _assessments(old.assessments if old else (), new.assessments)
    yield from _listed(PLAN, old.plans if old else (), new.plans, rows.plan_row)
    yield from _listed(ENQUIRY, old.enquiries if old else (), new.enquiries, rows.enquiry_row)
    yield from _rows(
        WEEK,
        {(week.monday.isoformat(),): week for week in (old.weeks if old else ())},
        {(week.monday.isoformat(),): week for week in new.weeks},
        lambda _, week: rows.week_row(week),
    )
    yield from _provenance(old, new)
    yield from _rows(
        SETTING,
        {(name,): value for name, value in (old.settings if old else {}).items()},
        {(name,): value for name, value in new.settings.items()},
        lambda key, value: rows.setting_row(str(key[0]), value),
    )


def _provenance(old: ProfileRecord | None, new: ProfileRecord) -> Iterator[Difference]:
    """Yield what differs in where enquiries and figures came from; most have nothing to say."""
    if old is None or old.enquiries is not new.enquiries:
        yield from _rows(
            WAY,
            {(each.id,): each.way for each in (old.enquiries if old else ()) if each.way},
            {(each.id,): each.way for each in new.enquiries if each.way},
            lambda key, way: rows.way_row(str(key[0]), way),
        )
    if old is None or old.weeks is not new.weeks:
        yield from _rows(
            ORIGIN,
            {(w.monday.isoformat(),): w.origins for w in (old.weeks if old else ()) if w.origins},
            {(w.monday.isoformat(),): w.origins for w in new.weeks if w.origins},
            lambda key, origins: rows.origin_row(str(key[0]), origins),
        )


def _profile(old: ProfileRecord | None, new: ProfileRecord) -> Iterator[Difference]:
    row = rows.profile_row(new)
    if old is None or rows.profile_row(old) != row:
        yield Difference(PROFILE, row, (new.id,))
    if old is None or old.brand != new.brand:
        yield Difference(BRAND, rows.brand_row(new.id, new.brand), (new.id,))


def _assessments(
    old: tuple[RecordedAssessment, ...], new: tuple[RecordedAssessment, ...]
) -> Iterator[Difference]:
    before = {each.id: (place, each) for place, each in enumerate(old)}
    for place, assessment in enumerate(new):
        known = before.pop(assessment.id, None)
        if known is None or known[0] != place or known[1] is not assessment:
            yield from _assessment(known, place, assessment)
    for _, gone in before.values():
        yield from _contents(gone.id, gone, None)
        yield Difference(ASSESSMENT, None, (gone.id,))


def _assessment(
    known: tuple[int, RecordedAssessment] | None, place: int, assessment: RecordedAssessment
) -> Iterator[Difference]:
    row = rows.assessment_row(place, assessment)
    if known is None or rows.assessment_row(*known) != row:
        yield Difference(ASSESSMENT, row, (assessment.id,))
    yield from _contents(assessment.id, known[1] if known else None, assessment)


def _contents(
    assessment_id: str, old: RecordedAssessment | None, new: RecordedAssessment | None
) -> Iterator[Difference]:
    """Yield the answers and changes that differ between two states of one assessment."""
    yield from _rows(
        ANSWER,
        {(assessment_id, key): answer for key, answer in (old.answers if old else {}).items()},
        {(assessment_id, key): answer for key, answer in (new.answers if new else {}).items()},
        lambda key, answer: rows.answer_row(assessment_id, str(key[1]), answer),
    )
    yield from _rows(
        CHANGE,
        {(assessment_id, place): each for place, each in enumerate(old.changes if old else ())},
        {(assessment_id, place): each for place, each in enumerate(new.changes if new else ())},
        lambda key, change: rows.change_row(assessment_id, cast("int", key[1]), change),
    )


def _listed(
    table: Table,
    old: tuple[Named, ...],
    new: tuple[Named, ...],
    row: Callable[[int, Named], Row],
) -> Iterator[Difference]:
    """Yield the differences between two lists of parts that have ids and a place."""
    if old is not new:
        yield from _rows(
            table,
            {(each.id,): (place, each) for place, each in enumerate(old)},
            {(each.id,): (place, each) for place, each in enumerate(new)},
            lambda _, placed: row(*placed),
        )


def _rows(
    table: Table,
    old: Mapping[Key, Part],
    new: Mapping[Key, Part],
    row: Callable[[Key, Part], Row],
) -> Iterator[Difference]:
    """Yield the rows of parts that differ, and the keys of those that are gone."""
    for key, part in new.items():
        if key not in old or old[key] != part:
            yield Difference(table, row(key, part), key)
    for key in old.keys() - new.keys():
        yield Difference(table, None, key)
