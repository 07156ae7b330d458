"""How long the method takes: the plan, how sure it is, what would flip it, and everything."""

from collections.abc import Callable
from functools import partial

import numpy as np

from benchmarks.instances import TODAY, Measured, measured_firms, platforms_bind
from benchmarks.reference import Found, best_plan
from benchmarks.timing import interleaved_medians
from socialplanner.domain.allocation import band, solve
from socialplanner.domain.assessment import assess
from socialplanner.domain.plan import make_plan
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.response import Floats
from socialplanner.domain.scenario import flips
from socialplanner.domain.stability import stability

ROUNDS = 5
DRAWS = 200
FEW = 10
"""How many of the draws the plain programme solves in each round; the time is scaled up."""
HEADINGS = (
    "firm",
    "hours",
    "platforms bind",
    "plan, ms",
    "plain NumPy, ms",
    "ratio",
    "200 plans at once, ms",
    "one by one, ms",
    "ratio",
    "stability, ms",
    "flips, ms",
    "together, ms",
    "assess, ms",
)
ANYBODY = Profile(name="Anybody")


def rows(rounds: int = ROUNDS) -> list[list[str]]:
    """Return the table's rows: medians of interleaved rounds."""
    return [_row(measured, rounds) for measured in measured_firms()]


def _row(measured: Measured, rounds: int) -> list[str]:
    check_reference(measured)
    times = interleaved_medians(_contenders(measured), rounds)
    times["one by one"] = times["a few one by one"] * DRAWS / FEW
    times["together"] = times["stability"] + times["flips"]
    return [
        measured.firm,
        f"{measured.hours:g}",
        "yes" if platforms_bind(measured.setting()) else "no",
        *_compared(times["plan"], times["reference"]),
        *_compared(times["at once"], times["one by one"]),
        *(f"{times[name]:.0f}" for name in ("stability", "flips", "together", "assess")),
    ]


def _compared(ours: float, plain: float) -> list[str]:
    return [f"{ours:.1f}", f"{plain:.1f}", f"{ours / plain:.2f}"]


def check_reference(measured: Measured) -> None:
    """Raise ValueError where the plain programme finds another value: then nothing is compared."""
    problem = measured.setting()
    found = best_plan(
        problem.programme, problem.values()[0], problem.target.low, problem.target.high
    )
    if not np.isclose(found.value, problem.solve().value[0], rtol=1e-9):
        raise ValueError(f"{measured.firm}, {measured.hours} hours: the plans differ in value.")


def _contenders(measured: Measured) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name; ours and the plain one start from the same problem."""
    catalogue, problem = measured.catalogue, measured.setting()
    programme, target = problem.programme, problem.target
    plan = make_plan(catalogue, problem)
    rng = np.random.default_rng(1)
    drawn = problem.values() * rng.lognormal(0, 0.3, (DRAWS, len(problem.activities), 1))
    wanted = band(target.low, target.high, DRAWS)

    def plain(values: Floats) -> list[Found]:
        return [best_plan(programme, version, target.low, target.high) for version in values]

    return {
        "plan": problem.solve,
        "reference": lambda: plain(problem.values()),
        "at once": partial(solve, programme, drawn, wanted),
        "a few one by one": partial(plain, drawn[:FEW]),
        "stability": partial(stability, problem, [a.id for a in catalogue.activities]),
        "flips": partial(flips, catalogue, problem, plan, measured.answers),
        "assess": partial(assess, catalogue, ANYBODY, measured.answers, Choices(), TODAY),
    }
