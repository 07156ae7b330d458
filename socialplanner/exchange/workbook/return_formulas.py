"""The formulas of breaking even, and what they come to by the plan's own figures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from socialplanner.domain.ids import Mode
from socialplanner.domain.roi import ENQUIRIES_OF, ratio
from socialplanner.presentation.summary.break_even import IMPOSSIBLE, OPEN
from socialplanner.presentation.summary.threshold import leaves_nothing, wins_nobody

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.domain.roi import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Where each figure and result stands, by its key, and over how many years is counted."""

    places: dict[str, str]
    years: int

    def __getitem__(self, key: str) -> str:
        """Return the name of a cell."""
        return self.places[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A result: what it is called, its formula over cells, and what that comes to."""

    key: str
    name: str
    text: Callable[[Cells], str]
    result: float | str
    is_money: bool = False


def steps(assessment: "Assessment", cells: Cells) -> tuple[Live, ...]:
    """Return the steps to breaking even, each under the name it has in the plan."""
    returns = assessment.returns
    is_hopeless = leaves_nothing(assessment)
    hopeless, nobody = IMPOSSIBLE if is_hopeless else OPEN, _nobody(assessment)
    value = returns.lifetime_value
    worth = IMPOSSIBLE if is_hopeless and value is not None else known(value)
    customers = known(returns.break_even_customers, hopeless)
    later = known(ratio(returns.monthly_cost, value), hopeless)
    lifetime = f"Value of a customer over {YEARS.get(cells.years, str(cells.years))} years"
    margin = known(returns.margin_per_sale)
    return (
        _live("cost", "Cost of the plan", _cost, known(returns.monthly_cost), is_money=True),
        _live("left", "Margin of a first order", _margin, margin, is_money=True),
        _live("customers", "Customers to break even", _customers, customers),
        _live(
            "enquiries",
            "Enquiries to break even",
            _enquiries,
            known(returns.break_even_enquiries, nobody),
        ),
        _live("lifetime", lifetime, _lifetime, worth, is_money=True),
        _live("later", "Customers to break even, later orders counted", _later, later),
    )


def _nobody(assessment: "Assessment") -> str:
    """Return what is said where no number of enquiries is known."""
    return IMPOSSIBLE if leaves_nothing(assessment) or wins_nobody(assessment) else OPEN


YEARS: Final = {2: "two", 3: "three", 4: "four", 5: "five"}


def ledger(assessment: "Assessment", account: "Ledger") -> tuple[Live, ...]:
    """Return the results of one account."""
    mode = account.mode
    nobody = _nobody(assessment)
    return (
        _live(
            f"cost_{mode}",
            "",
            lambda cells: _mode_cost(cells, mode),
            known(account.monthly_cost),
            is_money=True,
        ),
        _live(
            f"enquiries_{mode}",
            "",
            lambda cells: _mode_enquiries(cells, mode),
            known(account.break_even_enquiries, nobody),
        ),
        _live(
            f"seen_{mode}",
            "",
            lambda cells: _seen(cells, mode),
            known(account.traced_enquiries, nobody),
        ),
    )


def known(amount: float | None, missing: str = OPEN) -> float | str:
    """Return a number, or the words that stand for one that is not known."""
    return missing if amount is None else amount


def _live(
    key: str,
    name: str,
    text: Callable[[Cells], str],
    result: float | str,
    *,
    is_money: bool = False,
) -> Live:
    return Live(key=key, name=name, text=text, result=result, is_money=is_money)


def _safe(formula: str) -> str:
    """Return a formula that says “not known yet” where a number would be past all bounds."""
    return f'=IFERROR({formula},"{OPEN}")'


def _cost(c: Cells) -> str:
    hours = f"({c['hours_media']}+{c['hours_network']})"
    cost = f"{hours}*{c['weeks']}*{c['hour']}+{c['ads']}*{c['weeks']}"
    return _safe(f'IF({c["hour"]}="","{OPEN}",{cost})')


def _margin(c: Cells) -> str:
    order, margin = c["order"], c["margin"]
    return _safe(f'IF(OR({order}="",{margin}=""),"{OPEN}",{order}*{margin}/100)')


def _leaves_nothing(c: Cells) -> str:
    return f"AND(ISNUMBER({c['left']}),{c['left']}<=0)"


def _wins_nobody(c: Cells) -> str:
    return f'AND({c["close"]}<>"",{c["close"]}<=0)'


def _customers(c: Cells) -> str:
    ready = f"AND(ISNUMBER({c['cost']}),ISNUMBER({c['left']}))"
    quotient = f'IF({ready},{c["cost"]}/{c["left"]},"{OPEN}")'
    return _safe(f'IF({_leaves_nothing(c)},"{IMPOSSIBLE}",{quotient})')


def _enquiries(c: Cells) -> str:
    return _needed(c, c["customers"], f"ISNUMBER({c['customers']})")


def _needed(c: Cells, customers: str, ready: str) -> str:
    """Return the enquiries behind some customers, where these are known."""
    hopeless = f"OR({_leaves_nothing(c)},{_wins_nobody(c)})"
    quotient = f"{customers}/({c['close']}/{ENQUIRIES_OF})"
    known_close = f'AND({ready},{c["close"]}<>"")'
    return _safe(f'IF({hopeless},"{IMPOSSIBLE}",IF({known_close},{quotient},"{OPEN}"))')


def _lifetime(c: Cells) -> str:
    keep = f"(({c['keep']}/100)/(1+{c['discount']}/100))"
    years = "+".join(f"{keep}^{year}" if year else "1" for year in range(c.years))
    value = f"{c['left']}*MAX(1,{c['orders']})*({years})"
    ready = f'AND(ISNUMBER({c["left"]}),{c["keep"]}<>"")'
    hopeless = f'AND({_leaves_nothing(c)},{c["keep"]}<>"")'
    return _safe(f'IF({hopeless},"{IMPOSSIBLE}",IF({ready},{value},"{OPEN}"))')


def _later(c: Cells) -> str:
    ready = f"AND(ISNUMBER({c['cost']}),ISNUMBER({c['lifetime']}))"
    quotient = f'IF({ready},{c["cost"]}/{c["lifetime"]},"{OPEN}")'
    return _safe(f'IF({_leaves_nothing(c)},"{IMPOSSIBLE}",{quotient})')


def _mode_cost(c: Cells, mode: Mode) -> str:
    cost = f"{c[f'hours_{mode}']}*{c['weeks']}*{c['hour']}"
    if mode is Mode.MEDIA:
        cost += f"+{c['ads']}*{c['weeks']}"
    return _safe(f'IF({c["hour"]}="","{OPEN}",{cost})')


def _mode_enquiries(c: Cells, mode: Mode) -> str:
    cost = c[f"cost_{mode}"]
    ready = f"ISNUMBER({cost}),ISNUMBER({c['left']})"
    return _needed(c, f"{cost}/{c['left']}", ready)


def _seen(c: Cells, mode: Mode) -> str:
    needed = c[f"enquiries_{mode}"]
    return _safe(f"IF(ISNUMBER({needed}),{needed}*{c[f'traced_{mode}']}/100,{needed})")
