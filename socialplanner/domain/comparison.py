"""The nine hours rows now against the plan, and where the time has to come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.domain.mix import hours_questions

LEAST_RELEASE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """Weekly hours of one row; `now` is None where the owner did not say."""

    question_id: str
    mode: Mode
    now: float | None
    planned: float

    @property
    def release(self) -> float:
        """Return the hours the plan no longer needs here, 0 where it needs as many or more."""
        return max(0.0, (self.now or 0.0) - self.planned)

    @property
    def is_stopped(self) -> bool:
        """Return whether the plan leaves nothing of what is done now."""
        return bool(self.now) and not self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursComparison:
    """All rows in asking order, and those to stop or shrink, largest release first.

    `to_find` is how many hours the plan needs beyond those spent now; negative where it needs
    fewer; None where the present hours are not known.
    """

    rows: tuple[HoursRow, ...]
    releases: tuple[HoursRow, ...]
    to_find: float | None


def compare_hours(
    catalogue: Catalogue, now: Mapping[str, float] | None, hours: Mapping[str, float]
) -> HoursComparison:
    """Return the hours rows now beside those of a plan, given as hours by activity id."""
    planned = planned_rows(catalogue, hours)
    rows = tuple(
        HoursRow(
            question_id=question.id,
            mode=question.mode or Mode.MEDIA,
            now=None if now is None else now[question.id],
            planned=planned[question.id],
        )
        for question in hours_questions(catalogue.questionnaire)
    )
    found = [row for row in rows if row.release >= LEAST_RELEASE]
    return HoursComparison(
        rows=rows,
        releases=tuple(sorted(found, key=lambda row: -row.release)),
        to_find=None if now is None else sum(hours.values()) - sum(now.values()),
    )


def planned_rows(catalogue: Catalogue, hours: Mapping[str, float]) -> Mapping[str, float]:
    """Return the plan's hours by hours row: each activity's hours by its shares, in half-hours.

    The largest remainders are rounded up, so that the rows sum to the plan to the half-hour.
    """
    rows = {question.id: 0.0 for question in hours_questions(catalogue.questionnaire)}
    for activity_id, amount in hours.items():
        for row, share in catalogue.activity(activity_id).hours_rows.items():
            rows[row] += share * amount
    grid = catalogue.parameters.allocation.grid_hours
    return rounded_to_sum(rows, grid)


def rounded_to_sum(amounts: Mapping[str, float], grid: float) -> Mapping[str, float]:
    """Return amounts in whole grid steps that keep their sum (largest remainder, Hamilton)."""
    steps = {key: amount / grid for key, amount in amounts.items()}
    whole = {key: floor(step + 1e-9) for key, step in steps.items()}
    missing = round(sum(steps.values())) - sum(whole.values())
    ranked = sorted(steps, key=lambda key: whole[key] - steps[key])
    raised = frozenset(ranked[:missing])
    return {key: grid * (whole[key] + (key in raised)) for key in amounts}
