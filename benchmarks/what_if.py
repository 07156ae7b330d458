"""How long a number takes to follow: the figures of a supposed week, words included."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

from benchmarks.assessing import ANYBODY
from benchmarks.instances import TODAY, measured_firms
from benchmarks.timing import MILLISECONDS
from socialplanner.domain.answers import Answers
from socialplanner.domain.assessment import standing
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.supposition import Supposition, supposed_answers
from socialplanner.domain.what_if import WhatIf, what_if
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.paths import catalogue_dir, samples_dir
from socialplanner.presentation.what_if import bench

HEADINGS = (
    "firm",
    "hours",
    "figures, median ms",
    "99 of 100 within",
    "with words, median ms",
    "slowest",
)
PERCENTILES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A firm whose hours, patience and tools are moved."""

    catalogue: Catalogue
    name: str
    profile: Profile
    answers: Answers

    def suppositions(self) -> Iterator[Supposition]:
        """Yield what a person tries: other hours, another patience, no tool, a tool more, money."""
        hours = self.hours
        for step in (-2.0, -1.0, -0.5, 0.5, 1.0, 2.0, 4.0):
            yield Supposition(hours_per_week=max(1.0, hours + step))
        for patience in self.catalogue.parameters.allocation.weekly_discount:
            yield Supposition(patience=patience)
        for tools in (frozenset[str](), frozenset({"scheduler", "email_tool", "crm"})):
            yield Supposition(tools=tools)
        yield Supposition(ad_budget_per_week=50.0)

    @property
    def hours(self) -> float:
        """Return the hours a week that were answered."""
        said = self.answers["business.hours_per_week"]
        return float(said) if isinstance(said, int | float) else 0.0

    def figures(self, supposition: Supposition) -> WhatIf:
        """Return the figures under a supposition."""
        answers = {**self.answers, **supposed_answers(self.answers, supposition)}
        return what_if(
            self.catalogue, standing(self.catalogue, self.profile, answers, Choices(), TODAY)
        )


def rows(rounds: int) -> list[list[str]]:
    """Return a row for each firm."""
    return [_row(case, rounds) for case in cases()]


def cases() -> list[Case]:
    """Return the shipped samples and the measured firms."""
    catalogue = load_catalogue(catalogue_dir())
    files = {
        path.stem: read_answers_file(catalogue, path)
        for path in sorted(samples_dir().glob("*.toml"))
    }
    shipped = [
        Case(catalogue=catalogue, name=name, profile=file.profile, answers=file.answers)
        for name, file in files.items()
    ]
    measured = [
        Case(catalogue=catalogue, name=each.firm, profile=ANYBODY, answers=each.answers)
        for each in measured_firms()
    ]
    return shipped + measured


def _row(case: Case, rounds: int) -> list[str]:
    now = case.figures(Supposition())
    figures, whole = [], []
    for supposition in [each for _ in range(rounds + 1) for each in case.suppositions()]:
        begin = perf_counter()
        found = case.figures(supposition)
        between = perf_counter()
        bench(case.catalogue, now, found)
        figures.append((between - begin) * MILLISECONDS)
        whole.append((perf_counter() - begin) * MILLISECONDS)
    return [
        case.name,
        f"{case.hours:g}",
        f"{median(figures):.1f}",
        f"{quantiles(figures, n=PERCENTILES, method='inclusive')[-1]:.1f}",
        f"{median(whole):.1f}",
        f"{max(whole):.1f}",
    ]
