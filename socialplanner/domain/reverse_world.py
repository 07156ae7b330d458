"""What circumstances allow: the exact plan under them, and how much of each kind of work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor, inf

import numpy as np

from socialplanner.domain.activity import Activity
from socialplanner.domain.allocation import IN_BAND, frontier
from socialplanner.domain.assessment import Standing
from socialplanner.domain.business import Business, business_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import Rule
from socialplanner.domain.feasibility import InfeasibleError, check_pins
from socialplanner.domain.gaps import gap_points
from socialplanner.domain.hours_of_plan import hours_by_id
from socialplanner.domain.ids import Mode
from socialplanner.domain.profile import Choices
from socialplanner.domain.response import Floats
from socialplanner.domain.reverse_change import Change, WeekNow, changed
from socialplanner.domain.setting import Setting, setting_of
from socialplanner.domain.target import TargetMix


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One set of circumstances, solved.

    `distance` is how far the best plan lies outside the target band, infinite without any plan;
    `planned` are its hours by activity, `capacity` the most hours each kind of work can take.
    """

    business: Business
    distance: float
    planned: Mapping[str, float]
    capacity: Mapping[str, float]

    @property
    def is_reached(self) -> bool:
        """Return whether the plan lies inside the target band."""
        return self.distance <= IN_BAND


class Worlds:
    """The worlds of one profile; each is solved once."""

    def __init__(self, catalogue: Catalogue, said: Standing, week: WeekNow) -> None:
        """Begin with none solved."""
        self._catalogue = catalogue
        self._said = said
        self._week = week
        self._worlds: dict[object, World] = {}
        self._values: dict[object, Floats] = {}

    def after(self, changes: Sequence[Change]) -> World:
        """Return the world after some changes."""
        business, choices = self._circumstances(changes)
        key = business, choices.pinned, choices.declined
        if key not in self._worlds:
            setting = self._setting(business, choices)
            self._worlds[key] = _world(setting, is_possible=self._has_pins(setting))
        return self._worlds[key]

    def _has_pins(self, setting: Setting) -> bool:
        """Return whether everything that is kept is offered at all."""
        try:
            check_pins(self._catalogue, setting)
        except InfeasibleError:
            return False
        return True

    def value(self, changes: Sequence[Change]) -> float:
        """Return the most that any plan within the week's hours of both modes is worth.

        What every plan should contain is left out of account: the week now may not contain it.
        """
        business, choices = self._circumstances(changes)
        week = self._week.after(changes)
        hours = max(business.hours_per_week, week.total)
        key = business, choices.pinned, choices.declined, hours
        if key not in self._values:
            wide = self._setting(replace(business, hours_per_week=hours), choices)
            free = tuple(each for each in wide.constraints if each.rule is not Rule.HYGIENE)
            self._values[key] = _values(wide.under(free))
        best, grid = self._values[key], self._catalogue.parameters.allocation.grid_hours
        media, network = (floor(week.of(mode) / grid + IN_BAND) for mode in Mode)
        return float(best[media, network])

    def _circumstances(self, changes: Sequence[Change]) -> tuple[Business, Choices]:
        answers, choices = changed(self._said, self._week, changes)
        return business_of(answers), choices

    def _setting(self, business: Business, choices: Choices) -> Setting:
        said = self._said
        return setting_of(self._catalogue, business, choices, said.target, gap_points(said.gaps))


def outside(share: float | None, target: TargetMix) -> float:
    """Return how far a network share lies outside the band; a week without hours lies far."""
    if share is None:
        return 1.0
    far = max(target.low - share, share - target.high)
    return far if far > IN_BAND else 0.0


def _world(setting: Setting, *, is_possible: bool) -> World:
    solution = setting.solve()
    planned = hours_by_id(setting.activities, solution)
    total = sum(planned.values())
    share = sum(planned.get(a.id, 0.0) for a in setting.activities if _talks(a)) / (total or 1.0)
    return World(
        business=setting.business,
        distance=outside(share, setting.target) if total and is_possible else inf,
        planned=planned,
        capacity=_capacity(setting),
    )


def _values(setting: Setting) -> Floats:
    """Return the best value of any plan within so many media and network steps."""
    exact = frontier(setting.programme, setting.values())
    exact[0, 0] = 0.0
    result: Floats = np.maximum.accumulate(np.maximum.accumulate(exact, axis=0), axis=1)
    return result


def _talks(activity: Activity) -> bool:
    return activity.mode is Mode.NETWORK


def _capacity(setting: Setting) -> dict[str, float]:
    """Return the most hours by kind of work; money that is not there leaves adverts none."""
    found: dict[str, float] = {}
    for activity, allowed in zip(setting.activities, setting.programme.allowed, strict=True):
        longest = float(np.flatnonzero(allowed).max(initial=0)) * setting.programme.grid
        for kind, share in activity.hours_rows.items():
            found[kind] = found.get(kind, 0.0) + share * longest
    return found
