"""Under the sums: the plan's decision rules, each checked against the log."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from socialplanner.domain.decision import DecisionKind, DecisionRule
from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.log_grid import Grid
from socialplanner.exchange.workbook.log_sums import FIRST, Sums

if TYPE_CHECKING:
    from socialplanner.exchange.workbook.page import Page
    from socialplanner.presentation.summary.measuring import Rule

EARLY: Final = "too early"
APPLIES: Final = "the rule applies"
QUIET: Final = "it does not apply"
HEAD: Final = ("By", "In the log", "Against", "So far")
WIDTH: Final = 4
"""Columns before the words of a rule."""

NOTE: Final = (
    "In the log: the average of the weeks before the day of review, per month for enquiries that "
    "can be traced, and the number of weeks that fell short for hours. Against: what was agreed; "
    "for an early sign the four weeks before; for hours half of the weeks logged."
)


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
    """A rule, and where the log that it is checked against stands."""

    page: "Page"
    grid: Grid
    rows: range
    sums: Sums
    rule: DecisionRule

    @property
    def review(self) -> int:
        """Return the place of the review on the day of the rule."""
        return self.page.book.assessment.roadmap.reviews.index(self.rule.by)

    def average(self, place: int) -> tuple[str, float | None]:
        """Return where the average of the rule's KPI stands for a review, and what it is."""
        keys = [column.key for column in self.grid.columns]
        column = FIRST + keys.index(self.rule.kpi_id)
        name = self.page.at(column, self.sums.averages[place])
        return name, self.grid.average(self.rule.kpi_id, self.grid.blocks[place])


def write_rules(page: "Page", grid: Grid, rows: range, sums: Sums) -> None:
    """Write each rule with what the log says of it so far."""
    rules, shown = page.book.assessment.rules, page.book.source.summary.measuring.rules
    if not rules:
        return
    page.heading("Agreed in advance: what the log says of each rule")
    page.head(HEAD, (1, 2))
    page.sheet.merge_range(page.row - 1, WIDTH, page.row - 1, _last(page), None)
    page.sheet.write_string(
        page.row - 1, WIDTH, "The rule, and whose figure it rests on", page.book.format(looks.HEAD)
    )
    for rule, words in zip(rules, shown, strict=True):
        case = Case(page=page, grid=grid, rows=rows, sums=sums, rule=rule)
        _rule(case, CHECKS[rule.kind](case), words)
    page.put(0, NOTE, looks.Look(rule="", is_wrapped=False, ink="muted", size=9))
    page.next()


def _last(page: "Page") -> int:
    return len(page.widths) - 1


def _rule(case: Case, check: Check, words: "Rule") -> None:
    """Write a rule; the verdict is a formula that compares two cells beside it."""
    page, shape = case.page, looks.number("#,##0.0")
    page.put(0, case.rule.by, looks.Look(number=looks.DAY))
    page.formula(1, check.seen, _shown(check.found), shape)
    if check.against:
        page.formula(2, check.against, _shown(check.limit), shape)
    else:
        page.put(2, check.limit, shape)
    seen, against = page.at(1), page.at(2)
    sign = ">" if check.is_met_above else "<"
    text = (
        f'=IF(OR({seen}="",{against}=""),"{EARLY}",IF({seen}{sign}{against},"{APPLIES}","{QUIET}"))'
    )
    page.formula(3, text, verdict(check), looks.STRONG)
    page.sheet.merge_range(
        page.row, WIDTH, page.row, _last(page), None, page.book.format(looks.CELL)
    )
    page.put(WIDTH, f"{words.text} Rests on: {words.basis}.")
    page.sheet.set_row(page.row, 28)
    page.next()


def _shown(amount: float | None) -> float | str:
    return "" if amount is None else amount


def verdict(check: Check) -> str:
    """Return what follows from a check."""
    if check.found is None or check.limit is None:
        return EARLY
    is_met = check.found > check.limit if check.is_met_above else check.found < check.limit
    return APPLIES if is_met else QUIET


def _kept_hours(case: Case) -> Check:
    """Count the weeks in which an activity that ran got less than agreed."""
    page, rule = case.page, case.rule
    spans = page.book.assessment.roadmap.spans
    begin = next(s.run_week for s in spans if s.activity_id == rule.from_activity) - 1
    weeks = range(begin, case.grid.blocks[case.review].stop)
    keys = [column.key for column in case.grid.columns]
    span = page.span(
        FIRST + keys.index(rule.from_activity), range(case.rows[weeks[0]], case.rows[weeks[-1]] + 1)
    )
    odd = page.span(
        FIRST + len(case.grid.columns), range(case.rows[weeks[0]], case.rows[weeks[-1]] + 1)
    )
    counted = f'SUMPRODUCT(ISNUMBER({span})*({odd}<>"yes"))'
    short = f'COUNTIFS({span},"<{rule.threshold}",{odd},"<>yes")'
    found = case.grid.values(rule.from_activity, weeks)
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
    return _plain(case, per=case.page.book.source.catalogue.parameters.money.weeks_per_month)


CHECKS: Final[dict[DecisionKind, Callable[[Case], Check]]] = {
    DecisionKind.KEPT_HOURS: _kept_hours,
    DecisionKind.CONVERSATIONS: _plain,
    DecisionKind.ASKED: _asked,
    DecisionKind.EARLY_SIGN: _early_sign,
    DecisionKind.TRACED_ENQUIRIES: _traced,
}
