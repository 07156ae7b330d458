"""The plan's decision rules as formulas over the log, and what they come to.

They reckon as `domain.rule_check` does, from what a sheet can hold: figures by the week.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from socialplanner.domain.decision import DecisionKind, DecisionRule
from socialplanner.domain.early_sign import fall_by_chance
from socialplanner.domain.rule_check import WEEKLY
from socialplanner.exchange.workbook.log_grid import ALL, FIRST, Log

if TYPE_CHECKING:
    from socialplanner.presentation.plan_source import PlanSource

EARLY: Final = "too early"
APPLIES: Final = "the rule applies"
QUIET: Final = "it does not apply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A formula without its sign of equality, and what it comes to; None where it is too early."""

    text: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The figure of the log, and what it is compared with: a formula, or a number agreed."""

    seen: Figure
    against: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A rule, and the log that it is checked against."""

    source: "PlanSource"
    log: Log
    rule: DecisionRule

    @property
    def review(self) -> int:
        """Return the place of the review on the day of the rule."""
        return self.source.assessment.roadmap.reviews.index(self.rule.by)

    @property
    def until_review(self) -> range:
        """Return the weeks from the beginning of the plan to the day of the rule."""
        return range(self.log.grid.blocks[self.review].stop)

    def least(self, wanted: int) -> float:
        """Return how many of the wanted weeks have to be logged before anything is said."""
        share = self.source.catalogue.parameters.learning.min_logged_share
        return max(1.0, share * wanted)

    def counted(self, key: str, weeks: range) -> str:
        """Return a formula for the number of weeks that hold a figure and are not odd."""
        span = self.log.span(self.log.column(key), weeks)
        return f'SUMPRODUCT(ISNUMBER({span})*({self.odd(weeks)}<>"yes"))'

    def odd(self, weeks: range) -> str:
        """Return where it is said which weeks are odd."""
        return self.log.span(FIRST + len(self.log.grid.columns), weeks)

    def mean(self, weeks: range, wanted: int, per: float = 1.0) -> Figure:
        """Return the mean of the rule's KPI over some weeks, times a factor."""
        key, least = self.rule.kpi_id, self.least(wanted)
        span = self.log.span(self.log.column(key), weeks)
        mean = f'AVERAGEIFS({span},{self.odd(weeks)},"<>yes")'
        times = "" if per == 1 else f"*{per!r}"
        found = self.log.grid.values(key, weeks)
        return Figure(
            text=f'IF({self.counted(key, weeks)}<{least:g},"",{mean}{times})',
            value=sum(found) / len(found) * per if len(found) >= least else None,
        )


def check(case: Case) -> Check:
    """Return what a rule compares."""
    return CHECKS[case.rule.kind](case)


def verdict_formula(seen: str, against: str) -> str:
    """Return a formula that says what follows, by the two cells that it compares."""
    met = f'IF({seen}<{against},"{APPLIES}","{QUIET}")'
    return f'=IF(OR({seen}="",{against}=""),"{EARLY}",{met})'


def verdict(found: Check) -> str:
    """Return what follows from a check."""
    seen, against = found.seen.value, found.against.value
    if seen is None or against is None:
        return EARLY
    return APPLIES if seen < against else QUIET


def _agreed(amount: float) -> Figure:
    return Figure(text="", value=amount)


def _kept_hours(case: Case) -> Check:
    """Compare the mean hours of an activity since it was to run; an empty cell is no time."""
    spans, key = case.source.assessment.roadmap.spans, case.rule.from_activity
    begin = next(span.run_week for span in spans if span.activity_id == key) - 1
    weeks, grid = range(begin, case.until_review.stop), case.log.grid
    least, logged = case.least(len(weeks)), len(grid.values(ALL, weeks))
    counted = case.counted(ALL, weeks)
    hours = f'SUMIFS({case.log.span(case.log.column(key), weeks)},{case.odd(weeks)},"<>yes")'
    mean = sum(grid.values(key, weeks)) / logged if logged >= least else None
    return Check(
        seen=Figure(text=f'IF({counted}<{least:g},"",{hours}/{counted})', value=mean),
        against=_agreed(case.rule.threshold or 0.0),
    )


def _since_start(case: Case, per: float = 1.0) -> Check:
    """Compare the mean since the plan began with what was agreed."""
    weeks = case.until_review
    seen = case.mean(weeks, len(weeks), per)
    return Check(seen=seen, against=_agreed(case.rule.threshold or 0.0))


def _asked(case: Case) -> Check:
    """Compare percent with percent: the log holds 80 for eight of ten."""
    seen = case.mean(case.until_review, 1)
    return Check(seen=seen, against=_agreed(100 * (case.rule.threshold or 0.0)))


def _early_sign(case: Case) -> Check:
    """Compare the weeks before the review with those before them, less what chance makes."""
    now, before = case.log.grid.blocks[case.review], case.log.grid.blocks[case.review - 1]
    kpi = case.source.catalogue.kpis[case.rule.kpi_id]
    wanted = case.log.grid.every if kpi.cadence == WEEKLY else 1
    seen, earlier = case.mean(now, wanted), case.mean(before, wanted)
    return Check(seen=seen, against=_clearly_lower(case, (now, before), (seen, earlier)))


def _clearly_lower(case: Case, weeks: tuple[range, range], means: tuple[Figure, Figure]) -> Figure:
    """Return below which figure an early sign is lower than chance makes it: `early_sign`."""
    key, earlier = case.rule.kpi_id, means[1]
    is_count = case.source.catalogue.kpis[key].denominator == "1"
    errors = case.source.catalogue.parameters.learning.sign_errors
    counts = [case.counted(key, each) for each in weeks]
    spread = _spread_formula(case, weeks, is_count=is_count)
    margin = f"{errors:g}*SQRT({spread}*(1/{counts[0]}+1/{counts[1]}))"
    known = f'IF(OR(({means[0].text})="",({earlier.text})=""),"",{{}})'
    enough = "" if is_count else f"IF({counts[0]}+{counts[1]}<3,0,{{}})"
    lower = f"MAX(0,({earlier.text})-{margin})"
    value = None
    if means[0].value is not None and earlier.value is not None:
        sides = case.log.grid.values(key, weeks[0]), case.log.grid.values(key, weeks[1])
        value = max(0.0, earlier.value - fall_by_chance(sides, errors, is_count=is_count))
    return Figure(text=known.format(enough.format(lower) if enough else lower), value=value)


def _spread_formula(case: Case, weeks: tuple[range, range], *, is_count: bool) -> str:
    """Return a formula for the variance of one week around the mean of its side."""
    counts = [case.counted(case.rule.kpi_id, each) for each in weeks]
    sums, squares = [], []
    for each, count in zip(weeks, counts, strict=True):
        span = case.log.span(case.log.column(case.rule.kpi_id), each)
        even = f'({case.odd(each)}<>"yes")*1'
        sums.append(f"SUMPRODUCT({even},{span})")
        squares.append(f"SUMPRODUCT({even},{span},{span})-{sums[-1]}^2/{count}")
    every = "+".join(counts)
    spread = f"MAX(0,{'+'.join(squares)})/MAX(1,{every}-2)"
    return f"MAX({spread},({'+'.join(sums)})/({every}))" if is_count else spread


def _traced(case: Case) -> Check:
    """Compare enquiries a month with what breaking even would show."""
    return _since_start(case, case.source.catalogue.parameters.money.weeks_per_month)


CHECKS: Final[dict[DecisionKind, Callable[[Case], Check]]] = {
    DecisionKind.KEPT_HOURS: _kept_hours,
    DecisionKind.CONVERSATIONS: _since_start,
    DecisionKind.ASKED: _asked,
    DecisionKind.EARLY_SIGN: _early_sign,
    DecisionKind.TRACED_ENQUIRIES: _traced,
}
