"""A profile as one line of a list: what is searched, sorted and shown without opening it."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum, unique
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplanner.domain.record import AssessmentState, ProfileRecord

KIND = "business.kind"
PLAN_RUNS = timedelta(days=90)
"""A plan is made for ninety days; after that it wants another look."""


@unique
class Review(StrEnum):
    """Why a profile wants another look."""

    PLAN_ENDED = "plan_ended"
    TO_CONFIRM = "to_confirm"
    MARKED = "marked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileEntry:
    """One profile in the list; `file` is its file's name.

    `answered`, `to_confirm` and `marked` count answers of the newest assessment, `trouble` says
    in one word why the file cannot be opened: damaged, newer, protected, unreadable, or "".
    """

    file: str
    id: str
    name: str
    changed_at: datetime
    kind: str = ""
    tags: tuple[str, ...] = ()
    is_archived: bool = False
    is_sample: bool = False
    state: "AssessmentState | None" = None
    assessed_on: date | None = None
    planned_on: date | None = None
    answered: int = 0
    to_confirm: int = 0
    marked: int = 0
    trouble: str = ""

    def reviews(self, today: date) -> tuple[Review, ...]:
        """Return every reason for another look; an archived profile needs none."""
        if self.is_archived:
            return ()
        ended = self.planned_on is not None and today - self.planned_on >= PLAN_RUNS
        reasons = {
            Review.PLAN_ENDED: ended,
            Review.TO_CONFIRM: self.to_confirm > 0,
            Review.MARKED: self.marked > 0,
        }
        return tuple(reason for reason, holds in reasons.items() if holds)


def entry_of(record: "ProfileRecord", file: str) -> ProfileEntry:
    """Return a record as one line of the list."""
    newest = record.newest
    answers = () if newest is None else tuple(newest.answers.values())
    kind = None if newest is None else newest.said().get(KIND)
    return ProfileEntry(
        file=file,
        id=record.id,
        name=record.profile.name,
        changed_at=record.changed_at,
        kind=kind if isinstance(kind, str) else "",
        tags=record.tags,
        is_archived=record.is_archived,
        is_sample=record.is_sample,
        state=None if newest is None else newest.state,
        assessed_on=None if newest is None else newest.day,
        planned_on=max((plan.day for plan in record.plans), default=None),
        answered=sum(each.value is not None for each in answers),
        to_confirm=sum(each.is_carried and each.value is not None for each in answers),
        marked=sum(each.is_marked for each in answers),
    )


class Search:
    """Entries ready to be searched with every key that is typed: accents and case do not count."""

    def __init__(self, entries: Iterable[ProfileEntry], kinds: Mapping[str, str]) -> None:
        """Prepare the entries; `kinds` gives the words for each kind of business."""
        self._texts = [(entry, _searched(entry, kinds)) for entry in entries]

    def matching(self, text: str) -> list[ProfileEntry]:
        """Return the entries in which every word of the text occurs, in their order."""
        found = self._texts
        for word in folded(text).split():
            found = [pair for pair in found if word in pair[1]]
        return [entry for entry, _ in found]


def folded(text: str) -> str:
    """Return a text as it is compared in searches: without case and without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()


def _searched(entry: ProfileEntry, kinds: Mapping[str, str]) -> str:
    parts = (entry.name, kinds.get(entry.kind, entry.kind), *entry.tags)
    return folded("\n".join(parts))
