"""What the log has taught, and what it has not: ranges before and after counting."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from socialplanner.domain.learning import Caution, Learning, LearntActivity
from socialplanner.domain.misfit import misfits
from socialplanner.domain.reviewed import Reviewed, prior_range
from socialplanner.presentation import formats
from socialplanner.presentation.scenes import Interval, IntervalRow
from socialplanner.presentation.summary.bases import left_out, weeks_in_words
from socialplanner.presentation.summary.counted import noun
from socialplanner.presentation.summary.parts import COLOURS, Source, TextTable, table
from socialplanner.presentation.summary.ranges import amounts, shares

PER: Final = 10.0
"""Effective hours that an enquiry count is given for: so it is a number one can picture."""
CHART: Final = "Our guess and your log, in ranges that should hold the truth eight times in ten"
FULL_HOUR: Final = (
    "A full hour is one at full effect: getting ready, switching, and doing much of one thing make "
    "an hour count for less."
)
MORE_THAN_ALLOWED: Final = (
    "{name}: your log says more than our guess allows. {traced} {enquiries} traced to it, where "
    "guess and log together make {believed} of it. The guess was so low that it still weighs as "
    "{weeks} of such a log, so range and forecast come too low: trust your count more than them."
)
PARTS: Final = ((0.25, "a quarter"), (1 / 3, "a third"), (0.5, "half"), (2 / 3, "two thirds"))
LEAST: Final = 0.07
LITTLE: Final = 0.2

NOT_LEARNT: Final = (
    (
        "How soon more hours stop helping, how long an effect takes and how long it lasts are our "
        "assumptions. Your log cannot tell them in so few weeks, and this review does not try."
    ),
    (
        "What comes anyway and what slow networking does look alike: a good year looks like good "
        "networking."
    ),
    "Seasons cannot be seen in less than a year. Weeks marked as odd are left out.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What was learnt; without enough to conclude there are cautions, and no ranges.

    Cautions also name activities that the log says more of than the guess allows.
    """

    headline: str
    lead: str
    cautions: tuple[str, ...]
    intervals: tuple[IntervalRow, ...]
    ranges: TextTable
    unit: str
    share: str
    limits: tuple[str, ...]


HEAD = ("Activity", "Our guess", "With your log", "What your log has done")


def learned(source: Source, facts: Reviewed) -> Learned:
    """Return what the log has taught."""
    learning = facts.found.learning
    rows = [_row(source, each) for each in learning.activities if each.dose > 0]
    rows = rows if learning.may_conclude else []
    return Learned(
        headline=_headline(learning),
        lead=_lead(facts),
        cautions=(
            *(caution_text(source, facts, each) for each in learning.cautions),
            *_misfits(source, learning),
        ),
        intervals=tuple(rows),
        ranges=table(
            HEAD,
            [(row.label, row.before.text, row.after.text, row.note) for row in rows],
            figures=(1, 2),
        ),
        unit=_unit(facts),
        share=_share(learning),
        limits=(_assumed(facts), _weight(source), *NOT_LEARNT) if learning.may_conclude else (),
    )


def _assumed(facts: Reviewed) -> str:
    """Return what share was taken to come of this work before anything was counted, and why."""
    present = facts.case.present
    share, many = formats.percent(present.effort_share).removeprefix("about "), noun(facts).many
    taken = f"Before counting we took it that about {share} of your {many} come of this work"
    if present.remembered:
        return f"{taken}: our assumption, drawn towards what you remembered of your last enquiries."
    return f"{taken}. That is our assumption."


def _weight(source: Source) -> str:
    """Return how much our guess counts beside the log."""
    weight = formats.count(source.catalogue.parameters.learning.prior_weight)
    return (
        f"Of each activity our guess counts as much as {weight} enquiries noted in the hours that "
        "we guess they take: your log outweighs it once it has more hours than that."
    )


def caution_text(source: Source, facts: Reviewed, caution: Caution) -> str:
    """Return why nothing, or nothing yet, can be concluded."""
    review, learning = source.catalogue.parameters.review, facts.found.learning
    many = noun(facts).many
    counted, needed = formats.count(learning.outcomes), formats.count(review.min_outcomes)
    asked = 0.0 if learning.asked_share is None else learning.asked_share
    wanted = formats.percent(review.min_asked_share).removeprefix("about ")
    return {
        Caution.NO_WEEKS: "No week with hours counts yet, so there is nothing to learn from.",
        Caution.TOO_EARLY: (
            f"Too early: {counted} of {needed} {many}. Below {needed}, chance alone moves the "
            "figures more than any activity does."
        ),
        Caution.TOTALS_ONLY: (
            f"Of none of the {many} it is noted where it came from. Totals alone teach nothing "
            "about which activity they came from, however many weeks there are."
        ),
        Caution.TOO_FEW_ASKED: (
            f"The source of {formats.percent(asked)} of the {many} was asked or seen, and noted. "
            f"Below {wanted} those who were asked may differ from the others, so nothing is "
            "learnt from them."
        ),
    }[caution]


def _misfits(source: Source, learning: Learning) -> Iterator[str]:
    """Yield a sentence for each activity that the log says more of than the guess allows."""
    if not learning.may_conclude:
        return
    for each in misfits(learning, source.catalogue.parameters.learning):
        yield MORE_THAN_ALLOWED.format(
            name=source.short(each.id),
            traced=formats.sentence_case(formats.in_words(each.traced)),
            enquiries="enquiry was" if each.traced == 1 else "enquiries were",
            believed=amounts(each.believed),
            weeks=weeks_in_words(max(1, round(each.guess_weeks))),
        )


def narrowed(activity: LearntActivity) -> str:
    """Return what the log has done to a range, in words."""
    gone = 1 - activity.remaining_doubt
    if gone < -LEAST and _moved(activity):
        width = "wider, as it lies higher"
    elif gone < LEAST:
        width = "hardly narrowed yet"
    elif gone < LITTLE:
        width = "narrowed a little"
    else:
        _, words = min(PARTS, key=lambda part: abs(part[0] - gone))
        width = f"narrowed by about {words}"
    return f"{_moved(activity)}{width}"


def _moved(activity: LearntActivity) -> str:
    """Return where the range lies now, where all of it lies on one side of our guess."""
    if activity.worth.low > activity.prior_mean:
        return "above our guess; "
    if activity.worth.high < activity.prior_mean:
        return "below our guess; "
    return ""


def _row(source: Source, activity: LearntActivity) -> IntervalRow:
    before = prior_range(activity, source.catalogue.parameters.learning)
    after = activity.worth
    return IntervalRow(
        label=source.short(activity.id),
        colour=COLOURS[activity.mode],
        before=Interval(low=PER * before.low, high=PER * before.high, text=amounts(before, PER)),
        after=Interval(low=PER * after.low, high=PER * after.high, text=amounts(after, PER)),
        note=narrowed(activity),
    )


def _headline(learning: Learning) -> str:
    if not learning.may_conclude:
        if Caution.NO_WEEKS in learning.cautions:
            return "Nothing to learn from yet"
        if Caution.TOO_EARLY in learning.cautions:
            return "Too early to learn from"
        return "Your counts cannot say which activity they came from"
    done = [each for each in learning.activities if each.dose > 0]
    gone = max((1 - each.remaining_doubt for each in done), default=0.0)
    if gone < LITTLE:
        return "Your log has narrowed our guesses a little"
    _, words = min(PARTS, key=lambda part: abs(part[0] - gone))
    return f"Your log has narrowed our guesses by up to {words}"


def _unit(facts: Reviewed) -> str:
    return f"{noun(facts).many}, in the long run, for ten full hours"


def _lead(facts: Reviewed) -> str:
    learning, name = facts.found.learning, noun(facts)
    weeks = _number(learning.weeks, "week counts", "weeks count")
    came = _number(learning.outcomes, f"{name.one} was noted", f"{name.many} were noted")
    within = "in it" if learning.weeks == 1 else "in them"
    text = f"{weeks}; {came.lower()} {within}, {_traced(learning)}{_unlisted(facts)}."
    text = " ".join(filter(None, (text, left_out(facts, with_odd=False))))
    if not learning.may_conclude:
        return text
    return (
        f"{text} The ranges below are {_unit(facts)}. They rest on our guess before you counted "
        f"and on what you counted since; they say what goes together, and no more. {FULL_HOUR}"
    )


def _unlisted(facts: Reviewed) -> str:
    """Return how many outcomes stand in no list, and so have no source."""
    count = sum(week.unlisted for week in facts.weeks if week.is_learnt_from)
    if not count:
        return ""
    return f"; {formats.in_words(count)} only as a weekly figure, so that no source is known"


def _traced(learning: Learning) -> str:
    if not learning.traced:
        return "none of them traced to an activity"
    return f"{formats.in_words(learning.traced)} of them traced to an activity"


def _number(count: int, one: str, many: str) -> str:
    words = formats.sentence_case(formats.in_words(count))
    return f"{words} {one if count == 1 else many}"


def _share(learning: Learning) -> str:
    """Return the networking share of the effect: a range, and never a point."""
    found = learning.network_share
    if not learning.may_conclude or found is None or found.low == found.high:
        return ""
    return (
        f"Of what this work is believed to have done, {shares(found)} came with networking. That "
        "range stays wide even after half a year, so we give no single figure."
    )
