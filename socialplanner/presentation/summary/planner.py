"""How long an honest on/off test takes, for the rate of the log (method section 5.4)."""

from socialplanner.domain.on_off_test import EFFECTS, weeks_per_arm
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats
from socialplanner.presentation.summary.counted import noun
from socialplanner.presentation.summary.parts import Source, TextTable, table

TWO_YEARS = 104


def _rate(facts: Reviewed) -> float:
    learning = facts.found.learning
    return learning.outcomes / learning.weeks if learning.weeks else 0.0


def planner(source: Source, facts: Reviewed) -> TextTable:
    """Return how many weeks a test needs for differences of several sizes."""
    rate = _rate(facts)
    head = ("To see a difference of", "Weeks on, and as many off")
    if not rate:
        return table(head, ())
    parameters = source.catalogue.parameters.learning
    rows = [
        (f"{100 * each:.0f}%", _weeks(weeks_per_arm(rate, each, parameters))) for each in EFFECTS
    ]
    return table(head, rows, figures=(1,))


def _weeks(count: int) -> str:
    return "more than two years" if count > TWO_YEARS else f"{count}"


def planner_lead(facts: Reviewed) -> str:
    """Return what the table says, and for which rate."""
    rate = _rate(facts)
    if not rate:
        return ""
    return (
        f"You note about {formats.count(rate)} {noun(facts).many} a week. A test that compares "
        "weeks with an activity and weeks without it needs so many of each to find a real "
        "difference in four of five cases; weeks in which the old effect still works come on top."
    )
