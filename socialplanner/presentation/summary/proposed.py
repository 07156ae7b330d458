"""What a review proposes: hours that move, or to keep going; and what is worth a test."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.learning import Caution
from socialplanner.domain.reoptimising import Probe, Reoptimised, Verdict
from socialplanner.domain.reviewed import Reviewed
from socialplanner.domain.suggested_test import ProbeLength, length_of_test
from socialplanner.presentation import formats
from socialplanner.presentation.summary.learned import caution_text
from socialplanner.presentation.summary.parts import Source, TextTable, table
from socialplanner.presentation.summary.planner import planner, planner_lead
from socialplanner.presentation.summary.tested import days_of

FIVE = 5
ASKING = (
    "What does tell: ask every enquiry how they found you, and note the answer with the enquiry."
)
DRAWS = "A draw is one way things may be, as far as your log and our guess allow."
NO_FORECAST = (
    "That compares the model with itself. It is no forecast, and what was counted may have other "
    "reasons."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """The activity most in doubt, and a test of so many weeks a side; 0 where none would tell."""

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
    planned: str
    planner: TextTable
    planner_lead: str


HEAD = ("Activity", "Followed now", "Proposed", "Change")
TAKEN = ("Activity", "Followed now", "Taken over", "Change")


def proposed(source: Source, facts: Reviewed) -> Proposed:
    """Return what the review proposes."""
    found = facts.found.proposal
    is_change = found.verdict is Verdict.CHANGE and facts.agreed is None
    rows = list(_hours(source, facts)) if is_change or facts.agreed is not None else []
    running = [each.kept for each in facts.tests if not each.is_over]
    return Proposed(
        is_change=is_change,
        headline=_headline(found) if facts.agreed is None else "Other hours were taken over",
        text=_text(source, facts) if facts.agreed is None else "",
        hours=table(HEAD if facts.agreed is None else TAKEN, rows, figures=(1, 2, 3)),
        agreed=_agreed(facts),
        probe=None if running or found.probe is None else _probe(source, facts, found.probe),
        planned=" ".join(_planned(source, each) for each in running),
        planner=planner(source, facts),
        planner_lead=planner_lead(facts),
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
        return " ".join(caution_text(source, facts, each) for each in found.cautions)
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


def _planned(source: Source, test: KeptTest) -> str:
    """Return when a test is on and off that runs or is to begin."""
    return f"On/off test of {source.short(test.activity_id)}. {days_of(test)}"


def _probe(source: Source, facts: Reviewed, found: Probe) -> Suggested | None:
    """Return the test of the activity most in doubt, or why none would tell."""
    rule = source.catalogue.parameters.learning
    activity = source.catalogue.activity(found.activity_id)
    length = length_of_test(facts.found.learning, activity, rule)
    if length is None:
        return None
    doubt = (
        f"In {_chance(found.dropped)} of the draws a plan would leave it out, in "
        f"{_chance(found.doubled)} it would give it at least twice its hours."
    )
    name = source.short(activity.id)
    if not length.is_worth_it:
        return Suggested(
            activity_id=activity.id,
            weeks=0,
            text=f"Most in doubt: {name}. {doubt} {_no_test(length)} {ASKING}",
        )
    text = f"Worth a test: {name}. {doubt} {_finds(length)} {_wait(length)}"
    return Suggested(activity_id=activity.id, weeks=length.weeks, text=text)


def _finds(length: ProbeLength) -> str:
    counted = formats.in_words(length.counted)
    return (
        f"A test of {counted} weeks on and {counted} weeks off that count finds a difference of "
        f"{_at_least(length.smallest)} or more in four of five cases; by our guess and your log "
        f"its own part is {_part(length.believed)}."
    )


def _wait(length: ProbeLength) -> str:
    settling, each = length.settling, formats.in_words(length.weeks)
    weeks = "week does" if settling == 1 else f"{formats.in_words(settling)} weeks do"
    return (
        f"After each switch the old effect still works: the first {weeks} not count, and after "
        f"that {formats.percent(length.left)} of it is left. So plan {each} weeks on and {each} "
        "weeks off in all."
    )


def _no_test(length: ProbeLength) -> str:
    """Return why a test would not tell."""
    if not length.is_short:
        return (
            f"A test is no help: after each switch the old effect still works for about "
            f"{formats.in_words(length.settling)} weeks, so that the whole would take longer than "
            "half a year."
        )
    return (
        "No test of a sensible length would tell: half a year of weeks on and weeks off finds a "
        f"difference of {_at_least(length.smallest)} or more in four of five cases, and by our "
        f"guess and your log its own part is {_part(length.believed)}."
    )


def _at_least(effect: float) -> str:
    """Return an effect in whole fives, rounded up: less than it could find is never said."""
    return f"{FIVE * ceil(100 * effect / FIVE):,}%"


def _part(effect: float) -> str:
    points = FIVE * floor(100 * effect / FIVE)
    return f"about {points:,}%" if points else f"less than {FIVE}%"
