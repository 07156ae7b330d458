"""What the figures of the laboratory have to keep to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from socialplanner.domain.response import Floats
from tests.calibration.trials import Trial

COVERAGE = (0.72, 0.88)
"""The 80 % ranges hold the truth this often, where the belief about traces is right."""
LEFT: Mapping[float, float] = {0.4: 0.75, 0.9: 0.5}
"""What may be left of the regret after 26 weeks of nine, by the share that is from this work."""
NOTHING = 0.9
"""What is left of the regret where totals alone were counted: which activity works stays open."""
UNEVEN = 33.7
"""Chi-squared of ten equal bins that chance exceeds once in ten thousand times (9 degrees)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One bound in words, and whether a row of a table keeps to it."""

    bound: str
    row: str
    holds: bool


def covers(row: str, found: Trial) -> Finding:
    """Return whether the ranges of some trials hold the truth as often as they say."""
    low, high = COVERAGE
    bound = f"ranges of eight in ten hold the truth in {100 * low:.0f} to {100 * high:.0f} of 100"
    return Finding(bound=bound, row=row, holds=low <= found.covered <= high)


def learns(row: str, share: float, found: Trial) -> Iterator[Finding]:
    """Yield whether plans that have learnt lose so much less than the first one."""
    left = found.regret_after / found.regret_before
    bound = f"with {share} from this work, 26 weeks leave at most {LEFT[share]} of the regret"
    yield Finding(bound=bound, row=row, holds=left <= LEFT[share])
    bound = "ranking by traced counts alone loses more than learning"
    yield Finding(bound=bound, row=row, holds=found.regret_traced > found.regret_after)


def learns_nothing(row: str, found: Trial) -> Finding:
    """Return whether totals alone leave the plan as good or bad as it was."""
    left = found.regret_after / found.regret_before
    bound = f"totals alone teach no plan: at least {NOTHING} of the regret is left"
    return Finding(bound=bound, row=row, holds=left >= NOTHING)


def is_calibrated(names: Sequence[str], chi_squared: Floats) -> Iterator[Finding]:
    """Yield whether the ranks of each true number are as even as chance makes them."""
    bound = f"chi-squared of ten bins is below {UNEVEN}"
    for name, value in zip(names, chi_squared, strict=True):
        yield Finding(bound=bound, row=name, holds=bool(value < UNEVEN))


def verdicts(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield every bound once, with the rows that break it."""
    for bound in dict.fromkeys(each.bound for each in findings):
        rows = [each for each in findings if each.bound == bound]
        broken = [each.row for each in rows if not each.holds]
        if broken:
            yield f"BROKEN: {bound}; not so in {'; '.join(broken)}"
        else:
            yield f"Kept in {len(rows)} of {len(rows)}: {bound}"
