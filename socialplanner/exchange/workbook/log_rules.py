"""The plan's decision rules as formulas over the log, and what they come to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from socialplanner.domain.decision import DecisionKind, DecisionRule
from socialplanner.exchange.workbook.log_grid import FIRST, Log

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment

EARLY: Final = "too early"
APPLIES: Final = "the rule applies"
QUIET: Final = "it does not apply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a rule compares, and what it comes to; None where it is too early.

    `seen` and `against` are formulas; `against` is "" where the limit is a number agreed.
    """

    seen: str
    against: str
    found: float | None
    limit: float | None
    is_met_above: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A rule, and the log that it is checked against."""

    assessment: "Assessment"
    log: Log
    rule: DecisionRule
    weeks_per_month: float

    @property
    def review(self) -> int:
        """Return the place of the review on the day of the rule."""
        return self.assessment.roadmap.reviews.index(self.rule.by)

    def average(self, place: int) -> tuple[str, float | None]:
        """Return where the average of the rule's KPI stands for a review, and what it is."""
        log, key = self.log, self.rule.kpi_id
        name = log.cell(log.column(key), log.averages[place])
        return name, log.grid.average(key, log.grid.blocks[place])


def verdict_formula(check: Check, seen: str, against: str) -> str:
    """Return a formula that says what follows from a check, by the cells that it compares."""
    sign = ">" if check.is_met_above else "<"
    met = f'IF({seen}{sign}{against},"{APPLIES}","{QUIET}")'
    return f'=IF(OR({seen}="",{against}=""),"{EARLY}",{met})'


def verdict(check: Check) -> str:
    """Return what follows from a check."""
    if check.found is None or check.limit is None:
        return EARLY
    is_met = check.found > check.limit if check.is_met_above else check.found < check.limit
    return APPLIES if is_met else QUIET


def _kept_hours(case: Case) -> Check:
    """Count the weeks in which an activity that ran got less than agreed."""
    log, rule = case.log, case.rule
    spans = case.assessment.roadmap.spans
    begin = next(s.run_week for s in spans if s.activity_id == rule.from_activity) - 1
    weeks = range(begin, log.grid.blocks[case.review].stop)
    span = log.span(log.column(rule.from_activity), weeks)
    odd = log.span(FIRST + len(log.grid.columns), weeks)
    counted = f'SUMPRODUCT(ISNUMBER({span})*({odd}<>"yes"))'
    short = f'COUNTIFS({span},"<{rule.threshold}",{odd},"<>yes")'
    found = log.grid.values(rule.from_activity, weeks)
    few = sum(hours < (rule.threshold or 0.0) for hours in found)
    return Check(
        seen=f'=IF({counted}=0,"",{short})',
        against=f'=IF({counted}=0,"",{counted}/2)',
        found=few if found else None,
        limit=len(found) / 2 if found else None,
        is_met_above=True,
    )


def _plain(case: Case, per: float = 1.0, agreed: float = 1.0) -> Check:
    """Compare the average of the weeks before the review with what was agreed."""
    name, found = case.average(case.review)
    limit = (case.rule.threshold or 0.0) * agreed
    return Check(
        seen=f'=IF({name}="","",{name}*{per!r})',
        against="",
        found=None if found is None else found * per,
        limit=limit,
    )


def _asked(case: Case) -> Check:
    """Compare percent with percent: the log holds 80 for eight of ten."""
    return _plain(case, agreed=100.0)


def _early_sign(case: Case) -> Check:
    """Compare the weeks before the review with those before them."""
    later, now = case.average(case.review)
    earlier, before = case.average(case.review - 1)
    return Check(
        seen=f'=IF({later}="","",{later})',
        against=f'=IF({earlier}="","",{earlier})',
        found=now,
        limit=before,
    )


def _traced(case: Case) -> Check:
    """Compare enquiries a month with what breaking even would show."""
    return _plain(case, per=case.weeks_per_month)


CHECKS: Final[dict[DecisionKind, Callable[[Case], Check]]] = {
    DecisionKind.KEPT_HOURS: _kept_hours,
    DecisionKind.CONVERSATIONS: _plain,
    DecisionKind.ASKED: _asked,
    DecisionKind.EARLY_SIGN: _early_sign,
    DecisionKind.TRACED_ENQUIRIES: _traced,
}
