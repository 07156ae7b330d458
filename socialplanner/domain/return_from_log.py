"""Return from the log: what it cost, what is traced to it, and what is believed (6.2).

Everything is counted over the weeks whose hours are known, so that cost and return share a clock.
What is believed of these weeks never lies below what was traced in them: it is the traced, and a
drawn share of the others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socialplanner.domain.belief import mode_rows
from socialplanner.domain.business import Business
from socialplanner.domain.counted_log import CountedWeek
from socialplanner.domain.ids import Mode
from socialplanner.domain.learning import Learning, Range, range_of
from socialplanner.domain.learning_case import LearningCase
from socialplanner.domain.parameters import LearningParameters, ReturnParameters
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.response import Floats
from socialplanner.domain.roi import ENQUIRIES_OF, close_share, lifetime_value, ratio
from socialplanner.domain.superposition import Counts, allocated, mode_shares

SEED = 1988
UNTRACED_SEED = 1989
"""Fixed, so that ranges can be made again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedLedger:
    """The account of one mode over the logged weeks; money is in the time alone.

    Money spent is not split: the log does not say what it was spent on. `enquiries` were traced to
    the mode, `modelled` are those and the untraced ones that are believed to come from it too, in
    these weeks; None while it is too early.
    """

    mode: Mode
    hours: float
    hours_cost: float | None
    enquiries: int
    direct_return: float | None
    modelled_enquiries: Range | None
    modelled_return: Range | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedReturn:
    """Cost and return of the logged weeks; None where a figure it needs was not given.

    `close_share` and `margin_per_sale` are the owner's own. `modelled_return` counts a customer
    with CLV over three years, where it is known, `cautious_return` with one sale; both hold the
    doubt about the share that buys, and are None while it is too early.
    """

    weeks: int
    hours: float
    hours_cost: float | None
    money: float
    enquiries: int
    traced: int
    close_share: float | None
    margin_per_sale: float | None
    lifetime_value: float | None
    modelled_return: Range | None
    cautious_return: Range | None
    ledgers: tuple[LoggedLedger, ...]

    @property
    def cost(self) -> float | None:
        """Return what hours and everything else cost."""
        return None if self.hours_cost is None else self.hours_cost + self.money

    @property
    def customers(self) -> float | None:
        """Return how many of all enquiries buy, by the owner's own share."""
        return _times(self.enquiries, self.close_share)

    @property
    def traced_customers(self) -> float | None:
        """Return how many of the traced enquiries buy, by the owner's own share."""
        return _times(self.traced, self.close_share)

    @property
    def direct_return(self) -> float | None:
        """Return the margin of one sale to each traced customer.

        A lower bound as far as the owner's own share that buys is right: no customer was seen.
        """
        return _times(self.traced_customers, self.margin_per_sale)

    @property
    def direct_roi(self) -> float | None:
        """Return ``(R_low - C) / C``, a lower bound under the same condition."""
        if self.direct_return is None or self.cost is None:
            return None
        return ratio(self.direct_return - self.cost, self.cost)

    @property
    def cac_traced(self) -> float | None:
        """Return the cost of a customer if none but the traced ones came of it: too high."""
        return ratio(self.cost, self.traced_customers)

    @property
    def cac_blended(self) -> float | None:
        """Return the cost of a customer if all came of it: too low."""
        return ratio(self.cost, self.customers)

    @property
    def break_even_customers(self) -> float | None:
        """Return how many customers pay for the logged weeks."""
        return ratio(self.cost, self.margin_per_sale)

    @property
    def break_even_enquiries(self) -> float | None:
        """Return how many enquiries pay for the logged weeks."""
        return ratio(self.break_even_customers, self.close_share)


def return_from_log(case: LearningCase, learning: Learning, business: Business) -> LoggedReturn:
    """Return what the logged weeks cost and brought."""
    account = _Account(case, learning, business)
    margin, value = business.margin_per_sale, lifetime_value(business, account.money)
    return LoggedReturn(
        weeks=len(account.weeks),
        hours=account.hours(),
        hours_cost=account.hours_cost(),
        money=sum(week.money for week in account.weeks),
        enquiries=sum(week.total for week in account.weeks),
        traced=account.traced(),
        close_share=close_share(business),
        margin_per_sale=margin,
        lifetime_value=value,
        modelled_return=account.modelled_return(value),
        cautious_return=account.modelled_return(margin),
        ledgers=tuple(account.ledger(mode, value) for mode in Mode),
    )


def money_outside(log: Iterable[LoggedWeek], counted: Iterable[CountedWeek]) -> float:
    """Return the money logged in weeks that no account counts: their hours are not known."""
    inside = {week.monday for week in counted if week.is_logged}
    return sum(week.money or 0.0 for week in log if week.monday not in inside)


def referral_value(
    people_sent: float, customer_value: float, parameters: LearningParameters
) -> float:
    """Return what somebody's recommendations are worth: ``p x CLV`` for each person sent.

    p, the share that would not have come otherwise, is our assumption, and nobody who was
    recommended is taken to be worth more than another customer.
    """
    return people_sent * parameters.referral_share * customer_value


class _Account:
    """The logged weeks of a case, counted for all modes or for one."""

    def __init__(self, case: LearningCase, learning: Learning, business: Business) -> None:
        self.case, self.learning, self.business = case, learning, business
        self.weeks = [week for week in case.weeks if week.is_logged]
        self.money: ReturnParameters = case.catalogue.parameters.money
        known = np.array([week.is_logged for week in case.weeks], dtype=bool)
        self.doses: Floats = case.doses()[known]

    def ids(self, mode: Mode | None) -> Sequence[str]:
        return [a.id for a in self.case.activities if mode is None or a.mode is mode]

    def hours(self, mode: Mode | None = None) -> float:
        ids = self.ids(mode)
        return float(sum(week.hours.get(key, 0.0) for week in self.weeks for key in ids))

    def hours_cost(self, mode: Mode | None = None) -> float | None:
        return _times(self.hours(mode), self.business.hour_cost)

    def traced(self, mode: Mode | None = None) -> int:
        known = self.case.catalogue.activities
        ids = [a.id for a in known if mode is None or a.mode is mode]
        return sum(week.traced.get(key, 0) for week in self.weeks for key in ids)

    def enquiries(self, mode: Mode | None = None) -> Floats:
        """Return the enquiries believed to come of the work, one number for each draw."""
        rows = [place for place, each in enumerate(Mode) if mode is None or each is mode]
        result: Floats = self.traced(mode) + self._hidden[rows].sum(axis=0).astype(np.float64)
        return result

    @cached_property
    def _hidden(self) -> Counts:
        """Return the untraced that each mode is given in each draw; shape (modes, draws)."""
        shares = mode_shares(self.learning.draws, self.doses, mode_rows(self.case.activities))
        untraced = np.array([week.untraced for week in self.weeks], dtype=np.int64)
        return allocated(untraced, shares, UNTRACED_SEED)[:, :-1].T

    def modelled_return(self, value: float | None, mode: Mode | None = None) -> Range | None:
        if not self.learning.may_conclude or value is None or self.business.close_rate is None:
            return None
        enquiries = self.enquiries(mode)
        drawn = enquiries * self._close(len(enquiries)) * value
        return range_of(drawn, self.case.catalogue.parameters.learning)

    def _close(self, count: int) -> Floats:
        """Return draws of the share that buys: ``Beta(x + 1, 10 - x + 1)``."""
        prior, bought = self.money.close_rate_prior, self.business.close_rate or 0.0
        rng = np.random.default_rng(SEED)
        return rng.beta(bought + prior, ENQUIRIES_OF - bought + prior, count)

    def ledger(self, mode: Mode, value: float | None) -> LoggedLedger:
        close, margin = close_share(self.business), self.business.margin_per_sale
        parameters = self.case.catalogue.parameters.learning
        may = self.learning.may_conclude
        return LoggedLedger(
            mode=mode,
            hours=self.hours(mode),
            hours_cost=self.hours_cost(mode),
            enquiries=self.traced(mode),
            direct_return=_times(_times(self.traced(mode), close), margin),
            modelled_enquiries=range_of(self.enquiries(mode), parameters) if may else None,
            modelled_return=self.modelled_return(value, mode),
        )


def _times(amount: float | None, per: float | None) -> float | None:
    return None if amount is None or per is None else amount * per
