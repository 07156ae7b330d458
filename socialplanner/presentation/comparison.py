"""Two assessments of a brand compared, and all of them as a trend: words and charts' values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.course import Stop, improved, readings, to_watch
from socialplanner.domain.ids import CELLS, Cell, Dimension, Mode
from socialplanner.domain.scoring import CellScore
from socialplanner.domain.then_and_now import ThenAndNow, then_and_now
from socialplanner.domain.yardsticks import TwoYardsticks
from socialplanner.presentation import formats, names
from socialplanner.presentation.scenes import (
    Profile,
    Reading,
    Spoke,
    ThenNow,
    ThenNowGroup,
    ThenNowWords,
    TrendPanel,
    TrendTimes,
)
from socialplanner.presentation.summary.moved import ScoreRow
from socialplanner.presentation.summary.parts import COLOURS, TextTable, table
from socialplanner.presentation.summary.progress import Progress

NO_RANGE: Final = "not enough answers"
NOTHING_HIGHER: Final = "No score is clearly higher than then."
NOTHING_LOWER: Final = "No score is clearly lower than then, so there is none to watch."
ONLY_CLEAR: Final = "Only changes that are larger than the errors of both answers are named."
PLAN_LEAD: Final = (
    "Hours a week of each plan. The plan of {then} is {made}; that of {now} is what the answers "
    "come to."
)
TREND_LEAD: Final = (
    "All assessments, scored by the catalogue in use. The band is the likely range of each; where "
    "two bands overlap widely, the difference may be chance."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Scores that clearly changed in one direction; without any, `lead` says so."""

    lead: str
    scores: TextTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """All assessments as small panels, one a score."""

    lead: str
    panels: tuple[TrendPanel, ...]
    times: TrendTimes


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that is shown of two assessments; `progress.compared` is always there.

    `found`, `plan_hours` and `split` are what it is drawn from; there is a split only where the
    catalogue changed in between and the old version is on hand.
    """

    progress: Progress
    found: ThenAndNow
    split: TwoYardsticks | None
    plan_hours: tuple[Mapping[str, float], Mapping[str, float]]
    spokes: tuple[Spoke, ...]
    profiles: tuple[Profile, ...]
    groups: tuple[ThenNowGroup, ...]
    words: ThenNowWords
    improved: Named
    to_watch: Named
    plan_lead: str
    plan: TextTable
    trend: Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a comparison is made of; `issued` are the hours of the plan handed out then."""

    catalogue: Catalogue
    then: Assessment
    now: Assessment
    stops: tuple[Stop, ...]
    issued: Mapping[str, float] | None = None
    split: TwoYardsticks | None = None


def comparison(made: Compared, page: Progress) -> Comparison:
    """Return two assessments side by side in words and charts; `page` is their progress."""
    found = then_and_now(made.catalogue, made.then, made.now)
    if page.compared is None:
        raise ValueError("there is nothing to compare")
    rows = dict(zip(CELLS, page.compared.scores, strict=True))
    days = (page.compared.then, page.compared.now)
    return Comparison(
        progress=page,
        found=found,
        split=made.split,
        plan_hours=(_then_hours(made), made.now.plan.hours),
        spokes=tuple(Spoke(label=made.catalogue.dimensions[each].short) for each in Dimension),
        profiles=_profiles(made, days),
        groups=_groups(made, rows),
        words=ThenNowWords(then=days[0], now=days[1], error="likely range", change="Change"),
        improved=_named(rows, improved(found.cells), NOTHING_HIGHER),
        to_watch=_named(rows, to_watch(found.cells), NOTHING_LOWER),
        plan_lead=_plan_lead(made, days),
        plan=_plan(made),
        trend=_trend(made),
    )


def _profiles(made: Compared, days: tuple[str, str]) -> tuple[Profile, ...]:
    """Return both modes then, dashed, and now."""
    pairs = ((made.then, days[0]), (made.now, days[1]))
    return tuple(
        Profile(
            name=f"{made.catalogue.modes[mode].name}, {day}",
            values=[assessment.scores.cells[each, mode].value for each in Dimension],
            colour=COLOURS[mode],
            dashed=assessment is made.then,
        )
        for mode in Mode
        for assessment, day in pairs
    )


def _groups(made: Compared, rows: Mapping[Cell, ScoreRow]) -> tuple[ThenNowGroup, ...]:
    return tuple(
        ThenNowGroup(
            label=made.catalogue.dimensions[dimension].name,
            pairs=[_pair(made, (dimension, mode), rows[dimension, mode]) for mode in Mode],
        )
        for dimension in Dimension
    )


def _pair(made: Compared, cell: Cell, row: ScoreRow) -> ThenNow:
    then, now = made.then.scores.cells[cell], made.now.scores.cells[cell]
    return ThenNow(
        label=made.catalogue.modes[cell[1]].short,
        colour=COLOURS[cell[1]],
        then=_reading(made.catalogue, then, row.then),
        now=_reading(made.catalogue, now, row.now),
        change=row.change,
    )


def _reading(catalogue: Catalogue, score: CellScore, text: str) -> Reading:
    error = catalogue.parameters.scoring.band_z * (score.standard_error or 0.0)
    return Reading(value=score.value, error=error, text=text)


def _named(rows: Mapping[Cell, ScoreRow], cells: Sequence[Cell], nothing: str) -> Named:
    shown = [(rows[cell].name, rows[cell].then, rows[cell].now) for cell in cells]
    lead = ONLY_CLEAR if shown else nothing
    return Named(lead=lead, scores=table(("Score", "Then", "Now"), shown, figures=(1, 2)))


def _plan_lead(made: Compared, days: tuple[str, str]) -> str:
    how = "as it was handed out" if made.issued is not None else "what the answers of then come to"
    return PLAN_LEAD.format(then=days[0], made=how, now=days[1])


def _plan(made: Compared) -> TextTable:
    """Return the hours of both plans, the activities of either."""
    then, now = _then_hours(made), made.now.plan.hours
    known = [a.id for a in made.catalogue.activities if then.get(a.id) or now.get(a.id)]
    rows = [
        (
            names.activity_short(made.catalogue, key),
            _hours(then.get(key)),
            _hours(now.get(key)),
            formats.signed_hours(now.get(key, 0.0) - then.get(key, 0.0)),
        )
        for key in known
    ]
    gone = sum(hours for key, hours in then.items() if key not in known)
    rows += [("Activities there are no longer", _hours(gone), _hours(None), "")] if gone else []
    return table(("Activity", "Plan then", "Plan now", "Change"), rows, figures=(1, 2, 3))


def _then_hours(made: Compared) -> Mapping[str, float]:
    return made.then.plan.hours if made.issued is None else made.issued


def _hours(amount: float | None) -> str:
    return formats.hours(amount) if amount else "none"


def _trend(made: Compared) -> Trend:
    first, last = made.stops[0].day, made.stops[-1].day
    span = max(1, (last - first).days)
    return Trend(
        lead=TREND_LEAD,
        panels=tuple(_panel(made, cell) for cell in CELLS),
        times=TrendTimes(
            places=[(stop.day - first).days / span for stop in made.stops],
            days=[formats.day(stop.day) for stop in made.stops],
        ),
    )


def _panel(made: Compared, cell: Cell) -> TrendPanel:
    dimension, mode = cell
    catalogue = made.catalogue
    z = catalogue.parameters.scoring.band_z
    return TrendPanel(
        label=f"{catalogue.dimensions[dimension].short}: {catalogue.modes[mode].short}",
        colour=COLOURS[mode],
        readings=[
            _reading(catalogue, each, _range(each, z)) for each in readings(made.stops, cell)
        ],
    )


def _range(score: CellScore, z: float) -> str:
    if score.value is None:
        return NO_RANGE
    return formats.score_range(score.value, z * (score.standard_error or 0.0))
