"""What a review proposes: hours that move, or to keep going; and what is worth a test."""

from collections.abc import Iterator
from dataclasses import dataclass

from socialplanner.domain.learning import Caution
from socialplanner.domain.on_off_test import EFFECTS, settling_weeks, weeks_per_arm
from socialplanner.domain.reoptimising import Probe, Reoptimised, Verdict
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats
from socialplanner.presentation.summary.learned import caution_text
from socialplanner.presentation.summary.parts import Source, TextTable, table

PROBE_WEEKS = 4
"""Weeks of each side of a suggested test that count (section 5.4)."""
TWO_YEARS = 104
DRAWS = "A draw is one way things may be, as far as your log and our guess allow."
NO_FORECAST = (
    "That compares the model with itself. It is no forecast, and what was counted may have other "
    "reasons."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A test that is worth making: of which activity, and how many weeks each side lasts."""

    activity_id: str
    weeks: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What is proposed; the table is empty where nothing changes."""

    is_change: bool
    headline: str
    text: str
    hours: TextTable
    agreed: str
    probe: Suggested | None
    planner: TextTable
    planner_lead: str


HEAD = ("Activity", "Followed now", "Proposed", "Change")
TAKEN = ("Activity", "Followed now", "Taken over", "Change")


def proposed(source: Source, facts: Reviewed) -> Proposed:
    """Return what the review proposes."""
    found = facts.found.proposal
    is_change = found.verdict is Verdict.CHANGE and facts.agreed is None
    rows = list(_hours(source, facts)) if is_change or facts.agreed is not None else []
    return Proposed(
        is_change=is_change,
        headline=_headline(found) if facts.agreed is None else "Other hours were taken over",
        text=_text(source, facts) if facts.agreed is None else "",
        hours=table(HEAD if facts.agreed is None else TAKEN, rows, figures=(1, 2, 3)),
        agreed=_agreed(facts),
        probe=None if found.probe is None else _probe(source, found.probe),
        planner=_planner(source, facts),
        planner_lead=_planner_lead(facts),
    )


def _headline(found: Reoptimised) -> str:
    match found.verdict:
        case Verdict.CHANGE:
            return "Proposed: move some hours"
        case Verdict.KEEP_GOING:
            return "Keep going; no hours move"
        case Verdict.CANNOT_TELL:
            if Caution.TOO_EARLY in found.cautions or Caution.NO_WEEKS in found.cautions:
                return "Keep going; too early"
            return "Keep going; the log cannot say what to change"


def _text(source: Source, facts: Reviewed) -> str:
    found, rule = facts.found.proposal, source.catalogue.parameters.learning
    if found.verdict is Verdict.CANNOT_TELL:
        learning = facts.found.learning
        return " ".join(caution_text(source, learning, each) for each in found.cautions)
    least = formats.of_ten(rule.sure_share)
    if found.verdict is Verdict.CHANGE:
        return (
            f"In {_chance(found.probability)} of the draws the hours below are better than those "
            f"followed now; {least} are wanted before hours move. {DRAWS} By the model’s own "
            f"measure they are worth {formats.percent(found.gain)} more. {NO_FORECAST} No activity "
            "moves further at once than the limits of a review allow."
        )
    if not any(found.changes.values()):
        return "Within the limits of a review no other hours are better than those you follow."
    wanted = f"{100 * rule.min_gain:.0f}%"
    if found.is_clear:
        return (
            "Other hours would be better by the model’s own measure, but for the most part that is "
            "our guess from before you counted, within the wider limits of a review. Hours move "
            f"only where your own counts make at least {wanted} of difference."
        )
    chance = _chance(found.probability)
    if found.probability < rule.sure_share and chance == least:
        chance = f"not quite {least}"
    return (
        f"Other hours would be better in {chance} of the draws, and worth about "
        f"{100 * max(0.0, found.gain):.0f}% more by the model’s own measure. {DRAWS} A change is "
        f"proposed from {least} on, and only if it is worth at least {wanted} more."
    )


def _agreed(facts: Reviewed) -> str:
    """Return from when hours hold that were taken over."""
    if facts.agreed is None:
        return ""
    begin = formats.day(facts.agreed.monday)
    return f"You took other hours over: they are followed from {begin} on, and reviewed after that."


def _chance(probability: float) -> str:
    """Return a share of draws: never all of them, for so much nobody knows."""
    if probability >= 0.95:  # noqa: PLR2004 - ten of ten would say that it is sure
        return "more than nine of ten"
    if probability < 0.05:  # noqa: PLR2004 - none of ten would say the same
        return "fewer than one of ten"
    return formats.of_ten(probability)


def _hours(source: Source, facts: Reviewed) -> Iterator[tuple[str, ...]]:
    old, new = facts.case.hours, facts.found.proposal.hours
    if facts.agreed is not None:
        new = facts.agreed.hours
    for activity in source.catalogue.activities:
        key = activity.id
        then, now = old.get(key, 0.0), new.get(key, 0.0)
        if then or now:
            change = formats.signed_hours(now - then)
            yield source.short(key), _amount(then), _amount(now), change


def _amount(hours: float) -> str:
    return "none" if hours == 0 else formats.hours(hours)


def _probe(source: Source, found: Probe) -> Suggested:
    activity = source.catalogue.activity(found.activity_id)
    settling = settling_weeks(activity)
    each = PROBE_WEEKS + settling
    wait = (
        f"After each switch the old effect still works for about {formats.in_words(settling)} "
        f"{'week' if settling == 1 else 'weeks'}, which do not count: so plan "
        f"{formats.in_words(each)} weeks on and {formats.in_words(each)} weeks off."
        if settling
        else f"Plan {formats.in_words(each)} weeks on and {formats.in_words(each)} weeks off."
    )
    return Suggested(
        activity_id=activity.id,
        weeks=each,
        text=(
            f"Worth a test: {source.short(activity.id)}. In {_chance(found.dropped)} of the draws "
            f"a plan would leave it out, in {_chance(found.doubled)} it would give it at least "
            f"twice its hours. Four weeks on and four weeks off would tell more than waiting. "
            f"{wait}"
        ),
    )


def _rate(facts: Reviewed) -> float:
    learning = facts.found.learning
    return learning.outcomes / learning.weeks if learning.weeks else 0.0


def _planner(source: Source, facts: Reviewed) -> TextTable:
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


def _planner_lead(facts: Reviewed) -> str:
    rate = _rate(facts)
    if not rate:
        return ""
    return (
        f"You note about {formats.count(rate)} enquiries a week. A test that compares weeks with "
        "an activity and weeks without it needs so many of each to find a real difference in four "
        "of five cases; weeks in which the old effect still works come on top."
    )
