"""The plan on one page: the conclusion, three figures, what we found, what to do first."""

from collections.abc import Iterator
from dataclasses import dataclass

from socialplanner.domain.activity import Phase
from socialplanner.domain.gaps import Gap
from socialplanner.domain.ids import Mode
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.days import who
from socialplanner.presentation.summary.firmness import stability_finding
from socialplanner.presentation.summary.fit import Fit, fit_of, plan_fit, target_text
from socialplanner.presentation.summary.moves import plan_headline
from socialplanner.presentation.summary.parts import KeyFigure, Source, Statement
from socialplanner.presentation.summary.standing import levels_text, shown_gaps
from socialplanner.presentation.summary.threshold import (
    CUSTOMER,
    a_month,
    break_even_figure,
    break_even_headline,
)

MOST_FINDINGS = 3
MOST_ACTIONS = 4
MOST_PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One of the first things to do."""

    text: str
    when: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The page that is read when only one page is read."""

    headline: str
    lead: str
    figures: tuple[KeyFigure, ...]
    findings: tuple[Statement, ...]
    actions: tuple[Action, ...]
    note: str


def overview(source: Source) -> Overview:
    """Return the plan on one page."""
    return Overview(
        headline=plan_headline(source),
        lead=_lead(source),
        figures=_figures(source),
        findings=tuple(_findings(source))[:MOST_FINDINGS],
        actions=_actions(source),
        note=(
            "Hours, prices and answers are your figures. How activities respond to hours, and how "
            "aims move the target, are our assumptions; the appendix lists each with its origin."
        ),
    )


def _lead(source: Source) -> str:
    business = source.assessment.business
    first = names.goal_in_text(source.catalogue, business.goals[0])
    patience = names.option_text(source.catalogue, "business.patience", business.patience)
    aim = "Your aim" if len(business.goals) == 1 else "Your first aim"
    soon = formats.in_sentence(patience)
    return f"{aim} is to {first}, and an effect should be felt {soon}. {_parts(source)}"


def _parts(source: Source) -> str:
    """Return what the week is mainly made of."""
    planned = sorted(source.assessment.plan.activities, key=lambda a: -a.hours)
    named = formats.quoted([source.short(a.id) for a in planned[:MOST_PARTS]])
    if len(planned) == 1:
        return f"All of the week goes to {named}."
    if len(planned) <= MOST_PARTS:
        return f"The week is made up of {named}."
    return f"The largest parts of the week are {named}."


def _figures(source: Source) -> tuple[KeyFigure, ...]:
    plan = source.assessment.plan
    media, network = (formats.hours(plan.hours_of(mode)) for mode in Mode)
    return (
        KeyFigure(
            value=formats.hours(plan.hours_per_week),
            label="a week, planned",
            note=f"{media} media, {network} networking",
        ),
        KeyFigure(
            value=formats.percent(plan.network_share).removeprefix("about "),
            label="for networking, in round figures",
            note=f"your aims call for {target_text(source)}",
        ),
        _money_figure(source),
    )


def _money_figure(source: Source) -> KeyFigure:
    """Return what breaking even takes, or the hours of setting up where that is not known."""
    found = break_even_figure(source)
    if found is None:
        return KeyFigure(
            value=formats.hours(source.assessment.roadmap.set_up_hours),
            label="once, to set everything up",
            note="spread over the first weeks",
        )
    cost = formats.money(source.assessment.returns.monthly_cost or 0.0, source.currency)
    value, label = found
    orders = "" if source.assessment.returns.lifetime_value is None else "first orders only, "
    return KeyFigure(value=value, label=label, note=f"{orders}at {cost} a month, by your figures")


def _findings(source: Source) -> Iterator[Statement]:
    yield _mix_finding(source)
    if source.assessment.present.is_gap_flagged:
        yield _say_do_finding(source)
    found = shown_gaps(source)
    if found:
        yield _gap_finding(source, found[0])
    yield stability_finding(source)
    yield _return_finding(source)


def _mix_finding(source: Source) -> Statement:
    present, plan = source.assessment.present, source.assessment.plan
    band = target_text(source)
    if present.hours_network_share is None:
        now = "You spend no hours yet" if present.hours else "Where your hours go is not known yet"
        return Statement(
            title=f"Your aims call for {band} networking.",
            text=f"{now}, so the plan is built from the hours you want to give{_reach(source)}.",
        )
    call = f"Your aims, kind of business and buyers call for {band}"
    given = formats.percent(plan.network_share)
    if fit_of(source, present.hours_network_share) is Fit.INSIDE:
        then = ": that fits."
    else:
        then = {
            Fit.INSIDE: f"; the plan gives it {given}.",
            Fit.BELOW: f"; as things stand, the plan can give it no more than {given}.",
            Fit.ABOVE: f"; as things stand, the plan can give it no less than {given}.",
        }[plan_fit(source)]
    share = formats.percent(present.hours_network_share)
    return Statement(title=f"Networking gets {share} of your hours today.", text=f"{call}{then}")


def _reach(source: Source) -> str:
    """Return how far the plan stays from the target, where it cannot reach it."""
    given = formats.percent(source.assessment.plan.network_share)
    return {
        Fit.INSIDE: "",
        Fit.BELOW: f"; as things stand, it can give networking no more than {given}",
        Fit.ABOVE: f"; as things stand, it can give networking no less than {given}",
    }[plan_fit(source)]


def _say_do_finding(source: Source) -> Statement:
    practice = formats.percent(source.assessment.present.practice.value or 0.0)
    hours = formats.percent(source.assessment.present.hours_network_share or 0.0)
    return Statement(
        title="What you answered and where your hours go differ.",
        text=f"By your answers networking has {practice}, by your hours {hours}. Check both again.",
    )


def _gap_finding(source: Source, gap: Gap) -> Statement:
    name = names.cell_name(source.catalogue, gap.cell)
    step = gap.next_steps[0]
    about = names.question_short(source.catalogue, step.question_id)
    return Statement(
        title=f"Furthest from its target: {formats.in_sentence(name)}.",
        text=(
            f"The score is {levels_text(gap)}. Next step, under “{about}”: "
            f"from “{step.level_text}” to “{step.next_text}”."
        ),
    )


def _return_finding(source: Source) -> Statement:
    returns = source.assessment.returns
    title = break_even_headline(source)
    if returns.monthly_cost is None:
        title = "What the plan must earn is not known yet"
    if returns.break_even_enquiries and returns.break_even_customers:
        needed = a_month(returns.break_even_customers, CUSTOMER)
        text = f"That is {needed}. It is a condition, not a forecast."
    elif returns.missing:
        missing = [names.question_short(source.catalogue, key) for key in returns.missing]
        text = f"Still open: {formats.quoted(missing)}."
    else:
        text = "It is a condition, not a forecast."
    return Statement(title=f"{title}.", text=text)


def _actions(source: Source) -> tuple[Action, ...]:
    """Return the first thing to do of each activity, those that are set up first."""
    roadmap = source.assessment.roadmap
    steps = [s for s in roadmap.steps if s.phase is Phase.PREPARE]
    steps += [
        s for s in roadmap.steps if s.phase is Phase.BUILD and s.activity_id in roadmap.running
    ]
    seen: dict[str, Action] = {}
    for step in steps:
        if step.activity_id not in seen:
            when = formats.weeks(step.first_week, step.last_week)
            seen[step.activity_id] = Action(text=step.text, when=when, who=who(step))
    return tuple(seen.values())[:MOST_ACTIONS]
