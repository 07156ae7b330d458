"""The review in words: what was planned and kept, what was agreed, what is learnt, what is next."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from socialplanner.domain.reoptimising import Verdict
from socialplanner.domain.reviewed import Reviewed
from socialplanner.domain.then_and_now import KeptHours, planned_in
from socialplanner.presentation import formats
from socialplanner.presentation.scenes import KeptWeek
from socialplanner.presentation.scenes.kept_weeks import week_said
from socialplanner.presentation.summary.counted import WhatCounts, what_counts
from socialplanner.presentation.summary.judged import (
    Forecasts,
    JudgedRules,
    forecasts,
    judged_rules,
)
from socialplanner.presentation.summary.kept import decimal_hours, in_order, share_kept
from socialplanner.presentation.summary.learned import Learned, learned
from socialplanner.presentation.summary.logged_return import ReturnFromLog, logged_return
from socialplanner.presentation.summary.parts import Source, Statement, TextTable, table
from socialplanner.presentation.summary.proposed import Proposed, proposed
from socialplanner.presentation.summary.tested import judged_tests

MOST_WEEKS: Final = 26
HALF: Final = 0.5
TO_SUNDAY: Final = timedelta(days=6)
HEAD: Final = ("Activity", "Planned", "Logged", "Kept")
ASK: Final = (
    "Ask every enquiry: “How did you find us? Tell me in your own words”, and note the answer "
    "before anything else."
)
DECIDE: Final = "Decide about the proposed hours: take them over, or keep going."
MOST_FOCUS: Final = 5
BEFORE: Final = (
    "What is due was agreed before you took other hours over: look at both, and follow those from"
)
NOT_WHY: Final = "The log says what was done and what came. Why it came, it cannot say."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewWords:
    """A whole review in words, ready to be shown."""

    headline: str
    lead: str
    due: str
    kept_headline: str
    kept_lead: str
    kept: TextTable
    weeks: tuple[KeptWeek, ...]
    rules: JudgedRules
    forecasts: Forecasts
    learned: Learned
    proposed: Proposed
    tests: tuple[Statement, ...]
    returns: ReturnFromLog
    counted: WhatCounts
    focus: tuple[str, ...]


def review_words(source: Source, facts: Reviewed, *, hands_out: bool = False) -> ReviewWords:
    """Return a review in words; with a plan that is handed out, the next one is of that plan."""
    following, due = facts.found.next_review, "The next review is due on"
    if hands_out and source.assessment.roadmap.reviews:
        following = source.assessment.roadmap.reviews[0]
        due = "With the plan handed out here, the next review is due on"
    rules = judged_rules(source, facts)
    return ReviewWords(
        headline=_headline(facts),
        lead=_lead(facts),
        due=f"{due} {formats.day(following)}.",
        kept_headline=_kept_headline(facts),
        kept_lead=_kept_lead(facts),
        kept=_kept(source, facts),
        weeks=_weeks(facts),
        rules=rules,
        forecasts=forecasts(source, facts),
        learned=learned(source, facts),
        proposed=proposed(source, facts),
        tests=judged_tests(source, facts),
        returns=logged_return(source, facts),
        counted=what_counts(source, facts),
        focus=_focus(source, facts, rules),
    )


def _headline(facts: Reviewed) -> str:
    if facts.agreed is not None:
        return f"You took other hours over, from {formats.day(facts.agreed.monday)} on"
    if facts.found.proposal.verdict is Verdict.CHANGE:
        return "Your own counts say that some hours should move"
    if facts.found.learning.may_conclude:
        return "Keep going: your counts do not ask for a change"
    return "Keep going: it is too early for your counts to change the plan"


def _lead(facts: Reviewed) -> str:
    weeks = facts.found.weeks
    if not weeks:
        start = formats.day(facts.case.roadmap.start)
        begins = "begins" if facts.case.roadmap.start > facts.case.today else "began"
        return f"No week of this plan is over yet; it {begins} on {start}. {NOT_WHY}"
    first, last = formats.day(weeks[0]), formats.day(weeks[-1] + TO_SUNDAY)
    missed = facts.found.missed
    said = ""
    if missed:
        are = "week was" if len(missed) == 1 else "weeks were"
        said = f" {formats.sentence_case(formats.in_words(len(missed)))} {are} not logged."
    count = formats.in_words(len(weeks))
    period = "week" if len(weeks) == 1 else f"{count} weeks"
    return f"This review looks back on the {period} from {first} to {last}.{said} {NOT_WHY}"


def _kept_headline(facts: Reviewed) -> str:
    kept = facts.found.kept_hours
    if not kept:
        return "No hours to compare with the plan"
    planned, logged = sum(each.planned for each in kept), sum(each.logged for each in kept)
    return f"Hours kept in these weeks: {share_kept(planned, logged)}"


def _kept_lead(facts: Reviewed) -> str:
    if not facts.found.kept_hours:
        return "None of these weeks was logged with hours, or all of them were odd."
    return (
        "Hours over the weeks that were logged and not odd. An activity that a logged week does "
        "not name got no hours in it."
    )


def _kept(source: Source, facts: Reviewed) -> TextTable:
    rows = [
        (
            source.short(each.activity_id),
            decimal_hours(each.planned),
            decimal_hours(each.logged),
            share_kept(each.planned, each.logged),
        )
        for each in in_order(source, facts.found.kept_hours)
    ]
    return table(HEAD, rows, figures=(1, 2, 3))


def _weeks(facts: Reviewed) -> tuple[KeptWeek, ...]:
    """Return the weeks of the plan that are over, the last half-year of them."""
    since = facts.case.roadmap.start
    found = [week for week in facts.weeks if week.monday >= since][-MOST_WEEKS:]
    followed, roadmap = facts.case.followed, facts.case.roadmap
    shown = []
    for week in found:
        logged = sum(week.hours.values()) if week.is_logged else None
        shown.append(
            KeptWeek(
                label=formats.short_day(week.monday),
                planned=sum(planned_in(followed, roadmap, week.monday).values()),
                logged=logged,
                said=week_said(logged, is_odd=week.is_odd),
                is_odd=week.is_odd,
            )
        )
    return tuple(shown)


def _focus(source: Source, facts: Reviewed, rules: JudgedRules) -> tuple[str, ...]:
    """Return what to look to in the coming week, the most pressing first; five at most."""
    found, review = facts.found, source.catalogue.parameters.review
    said = []
    if found.missed:
        days = formats.listed([formats.short_day(day) for day in found.missed])
        said.append(f"Log the missing weeks while you remember them: {days}.")
    asked = found.enquiry_learning.asked_share
    if found.enquiry_learning.outcomes and (asked is None or asked < review.min_asked_share):
        said.append(ASK)
    said += [f"Agreed, and due now: {formats.in_sentence(each.text)}" for each in rules.fired]
    if rules.fired and facts.agreed is not None:
        said.append(f"{BEFORE} {formats.day(facts.agreed.monday)}.")
    behind = [each for each in found.kept_hours if each.logged < HALF * each.planned]
    if behind:
        said.append(_behind(source, min(behind, key=lambda each: each.logged / each.planned)))
    if found.proposal.verdict is Verdict.CHANGE and facts.agreed is None:
        both = " What was agreed may ask for the same hours: look at both first."
        said.append(f"{DECIDE}{both if rules.fired else ''}")
    if not said:
        said.append("Go on as planned, and log the week on Friday.")
    return tuple(said[:MOST_FOCUS])


def _behind(source: Source, kept: KeptHours) -> str:
    return (
        f"Give {source.short(kept.activity_id)} its {formats.hours(kept.a_week)}, or decide to "
        "leave it out: less than half of its hours were kept."
    )
