"""What one state of a profile holds that another does not, counted."""

from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner.domain.record import ProfileRecord

Parts = Mapping[object, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many parts of one kind come, change and go."""

    added: int
    changed: int
    removed: int

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.added or self.changed or self.removed)


def changes_between(now: ProfileRecord, then: ProfileRecord) -> dict[str, Count]:
    """Return what putting `then` in the place of `now` would do, by kind of part."""
    return {
        "answers": _count(_answers(now), _answers(then)),
        "assessments": _count(_by_id(now.assessments), _by_id(then.assessments)),
        "plans": _count(_by_id(now.plans), _by_id(then.plans)),
        "weeks": _count(
            {week.monday: week for week in now.weeks}, {week.monday: week for week in then.weeks}
        ),
        "enquiries": _count(_by_id(now.enquiries), _by_id(then.enquiries)),
        "details": _count(_details(now), _details(then)),
    }


def _answers(record: ProfileRecord) -> Parts:
    return {
        (assessment.id, key): answer.value
        for assessment in record.assessments
        for key, answer in assessment.answers.items()
    }


def _by_id(parts: tuple[object, ...]) -> Parts:
    """Return parts by id, compared by nothing but that they are there."""
    return {getattr(part, "id"): True for part in parts}  # noqa: B009


def _details(record: ProfileRecord) -> Parts:
    profile, brand = record.profile, record.brand
    return {
        "name": profile.name,
        "profile": profile,
        "tags": record.tags,
        "is_archived": record.is_archived,
        "brand": brand,
        "settings": dict(record.settings),
        "choices": [each.choices for each in record.assessments],
        "states": [(each.id, each.state, each.day) for each in record.assessments],
    }


def _count(now: Parts, then: Parts) -> Count:
    shared = now.keys() & then.keys()
    return Count(
        added=len(then.keys() - now.keys()),
        changed=sum(now[key] != then[key] for key in shared),
        removed=len(now.keys() - then.keys()),
    )
