"""How long the reverse planner takes: the samples, and firms whose every wish may be lifted."""

from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from time import perf_counter

from benchmarks.instances import TODAY
from benchmarks.timing import MILLISECONDS
from benchmarks.what_if import Case, cases
from socialplanner.domain.assessment import Standing, standing
from socialplanner.domain.profile import Choices
from socialplanner.domain.reverse_plan import Limits, reverse_plan

HEADINGS = ("firm", "wishes", "state", "median ms", "slowest")
LIMITS = Limits(extra_hours=2.0, money=20.0)
MANY = 8
"""So many activities are declined in the hard rows."""


def rows(rounds: int) -> list[list[str]]:
    """Return a row for each firm, without wishes and with many."""
    samples = [case for case in cases() if "hours.making" in case.answers]
    return [_row(case, said, rounds) for case in samples for said in _said(case)]


def _said(case: Case) -> Iterator[Standing]:
    plain = standing(case.catalogue, case.profile, case.answers, Choices(), TODAY)
    ids = [each.id for each in case.catalogue.activities if each.mode == "network"]
    free = [key for key in ids if key not in case.catalogue.parameters.allocation.hygiene_hours]
    yield plain
    yield replace(plain, choices=Choices(declined=frozenset(free[:MANY])))


def _row(case: Case, said: Standing, rounds: int) -> list[str]:
    taken, state = [], ""
    for _ in range(rounds):
        begin = perf_counter()
        state = reverse_plan(case.catalogue, said, LIMITS).state
        taken.append((perf_counter() - begin) * MILLISECONDS)
    wishes = f"{len(said.choices.declined)}"
    return [case.name, wishes, state, f"{median(taken):.0f}", f"{max(taken):.0f}"]
