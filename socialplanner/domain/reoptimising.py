"""Re-optimise: whether the owner's own counts say that hours should move (section 5.4).

A change is proposed only where it is better in at least eight of ten draws, is worth at least
three in a hundred, and the counts make at least that difference: the wider limits of a review let
our guess alone move hours, and that is no news from the log. In all other cases the plan goes on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum, unique

import numpy as np

from socialplanner.domain.allocation import Band, band, solve
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import Rule
from socialplanner.domain.dose import effective_hours, hours_table
from socialplanner.domain.hours_of_plan import changes, hours_by_id
from socialplanner.domain.learning import Caution, Learning
from socialplanner.domain.response import Curves, Floats, overhead, patience, saving
from socialplanner.domain.setting import Setting, setting_of
from socialplanner.domain.stability import network_shares

TWICE = 2.0


@unique
class Verdict(StrEnum):
    """What the counts say about the plan."""

    CHANGE = "change"
    KEEP_GOING = "keep_going"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """The activity whose worth is most in doubt for the plan: try it four weeks on, four off.

    `dropped` and `doubled` are the shares of draws whose plan would leave it out or give it at
    least twice its hours.
    """

    activity_id: str
    dropped: float
    doubled: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reoptimised:
    """The plan that the counts would give, and whether it is proposed.

    `hours` a week by activity; `gain` is its expected value over that of the present hours less 1,
    `guessed_gain` the same by what was believed before counting, `probability` the share of draws
    in which it is better, `is_clear` whether these are enough. Where nothing can be told
    (`cautions` say why, or no plan is within the move limits) `hours` are the present ones.
    """

    verdict: Verdict
    hours: Mapping[str, float]
    changes: Mapping[str, float]
    gain: float
    guessed_gain: float
    probability: float
    is_clear: bool
    probe: Probe | None
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problem:
    """The allocation problem at a review, and what the log taught about its activities."""

    catalogue: Catalogue
    setting: Setting
    learning: Learning

    @property
    def band(self) -> Band:
        """Return the wider band of a review."""
        width = self.catalogue.parameters.learning.review_band_half_width
        middle = self.setting.target.network_share
        return band(middle - width, middle + width)

    @property
    def mean(self) -> Floats:
        """Return E[alpha] of the activities offered, shape (1, A)."""
        return self.learning.draws.mean[None, self._places]

    @property
    def guess(self) -> Floats:
        """Return the alpha of the activities offered as believed before counting, shape (1, A)."""
        believed = np.array([each.prior_mean for each in self.learning.activities])
        return believed[None, self._places]

    @property
    def drawn(self) -> Floats:
        """Return all draws of alpha of the activities offered, shape (n, A)."""
        return self.learning.draws.productivity[:, self._places]

    @property
    def _places(self) -> list[int]:
        learnt = {each.id: place for place, each in enumerate(self.learning.activities)}
        return [learnt[activity.id] for activity in self.setting.activities]

    def values(self, productivity: Floats) -> Floats:
        """Return v_a(h) on the grid for versions of alpha, scaled to mean 1; (n, A, S + 1)."""
        setting, count = self.setting, len(productivity)
        activities, tools = setting.activities, setting.circumstances.tools
        made = Curves(
            scale=productivity / self.mean.mean() * self.kept,
            half_hours=np.array([[a.half_hours for a in activities]] * count),
            overhead=overhead(activities, setting.parameters),
            saving=np.array([saving(a, tools, setting.parameters) for a in activities]),
        )
        return made.values(setting.programme.longest, setting.programme.grid)

    @property
    def kept(self) -> Floats:
        """Return D_a, shape (1, A)."""
        activities = self.setting.activities
        half_lives = np.array([[a.half_life_weeks for a in activities]])
        return patience(activities, half_lives, self.setting.circumstances.weekly_discount)

    def gain(
        self, present: Mapping[str, float], hours: Mapping[str, float], productivity: Floats
    ) -> float:
        """Return the worth of some weekly hours over that of the present ones, less 1."""
        old, new = (self.worth(each, productivity)[0] for each in (present, hours))
        return float(new / old - 1) if old > 0 else 0.0

    def worth(self, hours: Mapping[str, float], productivity: Floats) -> Floats:
        """Return F of some weekly hours for versions of alpha, shape (n,)."""
        activities, setting = self.setting.activities, self.setting
        table = hours_table(activities, [hours])
        tools = setting.circumstances.tools
        effective = effective_hours(activities, table, tools, setting.parameters)[0]
        result: Floats = productivity @ (self.kept[0] * effective)
        return result


def reoptimised(
    catalogue: Catalogue, setting: Setting, learning: Learning, present: Mapping[str, float]
) -> Reoptimised:
    """Return what becomes of the hours followed until now.

    Hours change within the move limits only, and the mix within 0.20 of the target. The learning
    has to be that of the activities offered.
    """
    problem = _Problem(
        catalogue=catalogue, setting=_from(catalogue, setting, present), learning=learning
    )
    if not learning.may_conclude:
        return _kept(present, Verdict.CANNOT_TELL, learning.cautions)
    solution = solve(problem.setting.programme, problem.values(problem.mean), problem.band)
    if not solution.is_feasible[0]:
        return _kept(present, Verdict.KEEP_GOING, ())
    hours = hours_by_id(problem.setting.activities, solution)
    drawn = problem.drawn
    gain = problem.gain(present, hours, problem.mean)
    guessed = problem.gain(present, hours, problem.guess)
    probability = float((problem.worth(hours, drawn) > problem.worth(present, drawn)).mean())
    rule = catalogue.parameters.learning
    is_clear = probability >= rule.sure_share and gain >= rule.min_gain
    is_learnt = gain - max(0.0, guessed) >= rule.min_gain
    return Reoptimised(
        verdict=Verdict.CHANGE if is_clear and is_learnt else Verdict.KEEP_GOING,
        hours=hours,
        changes=changes(present, hours),
        gain=gain,
        guessed_gain=guessed,
        probability=probability,
        is_clear=is_clear,
        probe=_probe(problem, present),
        cautions=(),
    )


def mix_of(setting: Setting, hours: Mapping[str, float]) -> float:
    """Return the networking share of some weekly hours."""
    table = hours_table(setting.activities, [hours])
    return float(network_shares(setting.activities, table)[0])


def _from(catalogue: Catalogue, setting: Setting, present: Mapping[str, float]) -> Setting:
    """Return the setting with the hours followed until now as its earlier plan."""
    choices = replace(setting.choices, earlier_plan=present)
    gaps = setting.circumstances.gap_points
    return setting_of(catalogue, setting.business, choices, setting.target, gaps)


def _kept(
    present: Mapping[str, float], verdict: Verdict, cautions: tuple[Caution, ...]
) -> Reoptimised:
    return Reoptimised(
        verdict=verdict,
        hours=present,
        changes={},
        gain=0.0,
        guessed_gain=0.0,
        probability=0.0,
        is_clear=False,
        probe=None,
        cautions=cautions,
    )


def _probe(problem: _Problem, present: Mapping[str, float]) -> Probe | None:
    """Return the activity that draws most often drop or double, if they do so often enough.

    Without move limits: the question is what is right, not how fast. Hygiene and what the person
    pinned are no question.
    """
    rule, setting = problem.catalogue.parameters.learning, problem.setting
    places = np.linspace(0, len(problem.drawn) - 1, rule.probe_draws).round().astype(np.intp)
    free = tuple(c for c in setting.constraints if c.rule is not Rule.MOVE_LIMIT)
    wanted = problem.band.rows(np.zeros(len(places), dtype=np.intp))
    solution = solve(setting.under(free).programme, problem.values(problem.drawn[places]), wanted)
    kept = setting.parameters.hygiene_hours.keys() | setting.choices.pinned
    found = [
        Probe(
            activity_id=activity.id,
            dropped=float((solution.hours[:, place] == 0).mean()),
            doubled=float((solution.hours[:, place] >= TWICE * present[activity.id]).mean()),
        )
        for place, activity in enumerate(setting.activities)
        if present.get(activity.id, 0.0) > 0 and activity.id not in kept
    ]
    often = max(found, key=lambda each: each.dropped + each.doubled, default=None)
    if often is None or often.dropped + often.doubled < rule.probe_share:
        return None
    return often
