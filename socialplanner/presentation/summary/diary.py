"""The plan as entries of a diary: blocks, set-up steps, reviews and decision rules, with keys.

A key names the same thing in every plan of one brand, so that a later plan takes its place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, unique
from typing import Final

from socialplanner.domain.activity import Phase
from socialplanner.domain.agenda import ROUND_THE_CLOCK, Block, NoRoomError, WeekTimes, week_blocks
from socialplanner.domain.decision import DecisionKind
from socialplanner.domain.roadmap import RoadmapStep
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.summary.agenda import PROPOSAL, agenda
from socialplanner.presentation.summary.days import who
from socialplanner.presentation.summary.parts import Source

WORKING_WEEK: Final = timedelta(days=4)
"""From Monday to Friday."""
REVIEW: Final = "Review"
DROPPED: Final = "This belonged to an earlier plan; the present one does without it."
DECIDE: Final = {
    DecisionKind.KEPT_HOURS: "Decide: hours kept",
    DecisionKind.CONVERSATIONS: "Decide: conversations",
    DecisionKind.ASKED: "Decide: enquiries asked",
    DecisionKind.EARLY_SIGN: "Decide: early sign",
    DecisionKind.TRACED_ENQUIRIES: "Decide: traced enquiries",
}


@unique
class EntryKind(StrEnum):
    """What an entry is about."""

    BLOCK = "block"
    SET_UP = "set_up"
    REVIEW = "review"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: at a time of day and repeated weekly, or on whole days from `first` to `last`.

    `begin` and `end` are in minutes after midnight, None for whole days. `is_dropped` marks what
    an earlier plan had and this one has not.
    """

    kind: EntryKind
    key: str
    title: str
    text: str
    group: str
    first: date
    last: date
    begin: int | None = None
    end: int | None = None
    repeats: int = 1
    is_dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """All entries of a plan; `names_people` is False in a copy that names nobody."""

    source: Source
    times: WeekTimes
    names_people: bool = True

    def entries(self) -> tuple[Entry, ...]:
        """Return all entries; UserError where the week does not fit into the times chosen."""
        kept = [*self._blocks(), *self._set_up(), *self._reviews(), *self._rules()]
        keys = {entry.key for entry in kept}
        gone = [entry for entry in self._earlier() if entry.key not in keys]
        return (*kept, *gone)

    def _blocks(self) -> Iterator[Entry]:
        roadmap = self.source.assessment.roadmap
        for shown in agenda(self.source, self.times).blocks:
            block, repeats = shown.block, roadmap.weeks - shown.from_week + 1
            if repeats > 0:
                yield self._block(block, roadmap.week_start(shown.from_week), repeats)

    def _block(
        self, block: Block, monday: date, repeats: int, *, is_dropped: bool = False
    ) -> Entry:
        day = monday + timedelta(days=block.weekday)
        return Entry(
            kind=EntryKind.BLOCK,
            key=f"block/{block.activity_id}/{block.place}",
            title=self.source.short(block.activity_id),
            text=DROPPED if is_dropped else self._block_text(block.activity_id),
            group=self._mode(block.activity_id),
            first=day,
            last=day,
            begin=block.begin,
            end=block.end,
            repeats=repeats,
            is_dropped=is_dropped,
        )

    def _block_text(self, activity_id: str) -> str:
        mine = [s for s in self._steps(Phase.BUILD) if s.activity_id == activity_id]
        done_by = [self._done_by(mine[0])] if mine else []
        return _paragraphs(*(step.text for step in mine), *done_by, PROPOSAL)

    def _set_up(self) -> Iterator[Entry]:
        numbers: dict[str, int] = {}
        steps = self._steps(Phase.PREPARE)
        for step in steps:
            key = step.activity_id
            numbers[key] = numbers.get(key, 0) + 1
            of_all = sum(each.activity_id == key for each in steps)
            yield self._set_up_step(step, numbers[key], of_all)

    def _set_up_step(self, step: RoadmapStep, number: int, of_all: int) -> Entry:
        roadmap = self.source.assessment.roadmap
        hours = formats.hours_in_words(max(step.hours, formats.FIVE / 10))
        part = f" ({number} of {of_all})" if of_all > 1 else ""
        return Entry(
            kind=EntryKind.SET_UP,
            key=f"set_up/{step.activity_id}/{number}",
            title=f"Set up: {self.source.short(step.activity_id)}{part}",
            text=_paragraphs(step.text, f"Takes about {hours} in all.", self._done_by(step)),
            group=self._mode(step.activity_id),
            first=roadmap.week_start(step.first_week),
            last=roadmap.week_start(min(step.last_week, roadmap.weeks)) + WORKING_WEEK,
        )

    def _reviews(self) -> Iterator[Entry]:
        roadmap = self.source.assessment.roadmap
        every = self.source.catalogue.parameters.review.review_every_weeks
        for number, day in enumerate(roadmap.reviews, start=1):
            looks = [
                f"{self.source.short(step.activity_id)}: {step.text}"
                for step in self._steps(Phase.REVIEW)
                if -(-step.first_week // every) == number
            ]
            yield Entry(
                kind=EntryKind.REVIEW,
                key=f"review/{number}",
                title=f"Review {number} of {len(roadmap.reviews)}",
                text=_paragraphs("Half an hour should do.", *looks),
                group=REVIEW,
                first=day,
                last=day,
            )

    def _rules(self) -> Iterator[Entry]:
        for number, rule in enumerate(self.source.assessment.rules, start=1):
            sentence = wording.decision_sentence(self.source.catalogue, rule)
            basis = f"The number rests on: {wording.decision_basis(rule)}."
            yield Entry(
                kind=EntryKind.RULE,
                key=f"rule/{number}",
                title=DECIDE[rule.kind],
                text=_paragraphs(sentence, basis),
                group=REVIEW,
                first=rule.by,
                last=rule.by,
            )

    def _earlier(self) -> Iterator[Entry]:
        """Yield blocks and set-up steps of the plan followed until now: its hours are all we know.

        Reviews and rules are numbered, so that those of this plan take their places.
        """
        hours = self._earlier_hours()
        if not hours:
            return
        start = self.source.assessment.roadmap.start
        for block in _blocks_of(self.source, hours, self.times):
            yield self._block(block, start, 1, is_dropped=True)
        for key in hours:
            yield from self._earlier_set_up(key, start)

    def _earlier_hours(self) -> Mapping[str, float]:
        earlier = self.source.assessment.choices.earlier_plan or {}
        known = {activity.id for activity in self.source.catalogue.activities}
        return {key: hours for key, hours in earlier.items() if key in known and hours > 0}

    def _earlier_set_up(self, activity_id: str, day: date) -> Iterator[Entry]:
        steps = self.source.catalogue.activity(activity_id).steps
        count = sum(step.phase is Phase.PREPARE for step in steps)
        for number in range(1, count + 1):
            yield Entry(
                kind=EntryKind.SET_UP,
                key=f"set_up/{activity_id}/{number}",
                title=f"Set up: {self.source.short(activity_id)}",
                text=DROPPED,
                group=self._mode(activity_id),
                first=day,
                last=day,
                is_dropped=True,
            )

    def _steps(self, phase: Phase) -> list[RoadmapStep]:
        return [s for s in self.source.assessment.roadmap.steps if s.phase is phase]

    def _done_by(self, step: RoadmapStep) -> str:
        return f"Done by: {who(step)}." if step.who and self.names_people else ""

    def _mode(self, activity_id: str) -> str:
        mode = self.source.catalogue.activity(activity_id).mode
        return names.mode_name(self.source.catalogue, mode)


def _blocks_of(source: Source, hours: Mapping[str, float], times: WeekTimes) -> tuple[Block, ...]:
    try:
        return week_blocks(source.catalogue, hours, times)
    except NoRoomError:
        return week_blocks(source.catalogue, hours, ROUND_THE_CLOCK)


def _paragraphs(*texts: str) -> str:
    return "\n".join(filter(None, texts))
