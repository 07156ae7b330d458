"""How long it takes to learn from a log and to plan anew from it, beside a plain way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np

from benchmarks.instances import TODAY, Measured, measured_firms
from benchmarks.plain_learning import plain_plans, plain_sample
from benchmarks.timing import interleaved_medians
from socialplanner.domain.belief import present_of
from socialplanner.domain.counted_log import Log, counted_weeks
from socialplanner.domain.hours_of_plan import hours_by_id
from socialplanner.domain.learning import Learning, learn
from socialplanner.domain.learning_case import LearningCase, learning_case
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry, LoggedWeek
from socialplanner.domain.reoptimising import Reoptimised, reoptimised
from socialplanner.domain.response import Floats
from socialplanner.domain.roadmap import WEEK
from socialplanner.domain.setting import Setting
from socialplanner.domain.superposition import Counted

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SIZES = (
    ("adviser", 5.0, 26),
    ("adviser", 10.0, 26),
    ("publisher", 20.0, 26),
    ("adviser", 10.0, 520),
)
A_WEEK = 9.0
NO_SOURCE = 0.6
HEADINGS = (
    "firm",
    "hours",
    "weeks",
    "enquiries",
    "learn, ms",
    "plan anew, ms",
    "together, ms",
    "plain NumPy, ms",
    "ratio",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A firm that keeps its plan and its log."""

    measured: Measured
    setting: Setting
    hours: dict[str, float]
    log: Log

    def case(self) -> LearningCase:
        """Return what is learnt from, counted anew."""
        catalogue, setting = self.measured.catalogue, self.setting
        weeks = counted_weeks(catalogue, self.log, TODAY)
        present = present_of(catalogue, setting.business, self.hours)
        return learning_case(catalogue, setting.activities, setting.circumstances, present, weeks)

    def learn(self) -> Learning:
        """Return what the log teaches."""
        return learn(self.case())

    def plan(self, learning: Learning) -> Reoptimised:
        """Return the plan made anew."""
        return reoptimised(self.measured.catalogue, self.setting, learning, self.hours)


def rows(rounds: int) -> list[list[str]]:
    """Return the table's rows: medians of interleaved rounds."""
    firms = {(each.firm, each.hours): each for each in measured_firms()}
    return [_row(logged(firms[firm, hours], weeks), rounds) for firm, hours, weeks in SIZES]


def logged(measured: Measured, weeks: int) -> Logged:
    """Return a log of so many weeks before the day of measuring."""
    setting = measured.setting()
    setting = replace(setting, business=replace(setting.business, enquiries_per_month=39.0))
    hours = hours_by_id(setting.activities, setting.solve())
    rng = np.random.default_rng(weeks)
    mondays = [week_of(TODAY) - back * WEEK for back in range(weeks, 0, -1)]
    sources = ["", *hours]
    shares = [NO_SOURCE, *[(1 - NO_SOURCE) / len(hours)] * len(hours)]
    noted = [
        Enquiry(id=f"{day}", day=day, changed_at=NOW, activity_id=str(source), trace="asked")
        for day in mondays
        for source in rng.choice(sources, rng.poisson(A_WEEK), p=shares)
    ]
    log = Log(
        weeks=[LoggedWeek(monday=day, changed_at=NOW, hours=hours) for day in mondays],
        enquiries=noted,
    )
    return Logged(measured=measured, setting=setting, hours=hours, log=log)


def _row(firm: Logged, rounds: int) -> list[str]:
    times = interleaved_medians(_contenders(firm), rounds)
    together, plain = times["learn"] + times["plan"], times["plain"]
    return [
        firm.measured.firm,
        f"{firm.measured.hours:g}",
        f"{len(firm.log.weeks)}",
        f"{len(firm.log.enquiries)}",
        f"{times['learn']:.0f}",
        f"{times['plan']:.0f}",
        f"{together:.0f}",
        f"{plain:.0f}",
        f"{together / plain:.2f}",
    ]


def _contenders(firm: Logged) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name; ValueError where the plain way learns something else."""
    learning, case = firm.learn(), firm.case()
    parameters = firm.measured.catalogue.parameters.learning
    counted = _counted(case)
    target, width = firm.setting.target.network_share, parameters.review_band_half_width
    many = np.repeat(firm.setting.values(), parameters.probe_draws, axis=0)

    def plain() -> Floats:
        found = plain_sample(counted, case.belief, parameters.sweeps, parameters.burn_in)
        plain_plans(firm.setting.programme, many, target - width, target + width)
        result: Floats = found.productivity.mean(axis=0)
        return result

    apart = np.abs(plain() - learning.draws.mean) / learning.draws.deviation
    if apart.max() > 1:
        raise ValueError(f"{firm.measured.firm}: the plain sampler learns something else.")
    return {"learn": firm.learn, "plan": lambda: firm.plan(learning), "plain": plain}


def _counted(case: LearningCase) -> Counted:
    ids = [activity.id for activity in case.activities]
    traced = np.array([[week.traced.get(key, 0) for key in ids] for week in case.weeks])
    return Counted(
        doses=case.doses(),
        traced=traced.sum(axis=0),
        untraced=np.array([week.untraced for week in case.weeks]),
        mode=np.array([activity.mode == "network" for activity in case.activities], dtype=np.intp),
    )
