"""The plan on one page: the conclusion, three figures, what we found, what to do first."""

from collections.abc import Iterator
from dataclasses import dataclass

from socialplanner.domain.activity import Phase
from socialplanner.domain.gaps import largest
from socialplanner.domain.ids import Mode
from socialplanner.domain.stability import StabilityLabel
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.break_even import break_even_headline, people
from socialplanner.presentation.summary.days import who
from socialplanner.presentation.summary.mixture import target_text
from socialplanner.presentation.summary.parts import KeyFigure, Source, Statement
from socialplanner.presentation.summary.standing import levels_text

MOST_FINDINGS = 3
MOST_ACTIONS = 4
LEAST_MOVE = 0.75
TO = {Mode.MEDIA: "for what you publish", Mode.NETWORK: "with people"}


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
        headline=_headline(source),
        lead=_lead(source),
        figures=_figures(source),
        findings=tuple(_findings(source))[:MOST_FINDINGS],
        actions=_actions(source),
        note=(
            "Hours, prices and answers are your figures. How activities respond to hours, and how "
            "aims move the target, are our assumptions; the appendix lists each with its origin."
        ),
    )


def _headline(source: Source) -> str:
    plan, present = source.assessment.plan, source.assessment.present
    if present.hours_network_share is None:
        share = formats.percent(plan.network_share)
        total = formats.sentence_case(formats.hours_in_words(plan.hours_per_week))
        return f"{total} a week, {share} of them with people, fit what you want to reach"
    target = source.assessment.target
    if present.hours_network_share < target.low:
        return _move(source, Mode.NETWORK, Mode.MEDIA)
    if present.hours_network_share > target.high:
        return _move(source, Mode.MEDIA, Mode.NETWORK)
    return "Your split already fits your aims; what counts now is the choice of activities"


def _move(source: Source, more: Mode, less: Mode) -> str:
    """Return which mode gains hours, or which loses them where none can gain."""
    gain = _difference(source, more)
    if gain >= LEAST_MOVE:
        amount = formats.sentence_case(formats.hours_in_words(gain))
        return f"{amount} more a week {TO[more]} would bring your mix to what your aims call for"
    loss = -_difference(source, less)
    if loss >= LEAST_MOVE:
        amount = formats.hours_in_words(loss)
        return f"Keep your hours {TO[more]}, and take {amount} a week from those {TO[less]}"
    return f"A little more time {TO[more]} brings your mix to what your aims call for"


def _difference(source: Source, mode: Mode) -> float:
    now = sum(row.now or 0.0 for row in source.assessment.hours.rows if row.mode is mode)
    return source.assessment.plan.hours_of(mode) - now


def _lead(source: Source) -> str:
    business, plan = source.assessment.business, source.assessment.plan
    first = names.goal_name(source.catalogue, business.goals[0])
    names_of = [source.short(a.id) for a in sorted(plan.activities, key=lambda a: -a.hours)[:3]]
    patience = names.option_text(source.catalogue, "business.patience", business.patience)
    return (
        f"Your first aim is to {_lower(first)}, and effects should be felt {_lower(patience)}. The "
        f"largest parts of the week are {formats.listed(names_of)}."
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _figures(source: Source) -> tuple[KeyFigure, ...]:
    plan, returns = source.assessment.plan, source.assessment.returns
    split = f"{formats.half_hours(plan.hours_of(Mode.MEDIA))} media, "
    split += f"{formats.half_hours(plan.hours_of(Mode.NETWORK))} networking"
    share = f"{formats.fives(100 * plan.network_share)}%"
    figures = [
        KeyFigure(value=formats.hours(plan.hours_per_week), label="a week, planned", note=split),
        KeyFigure(
            value=share,
            label="of them networking",
            note=f"your aims call for {target_text(source)}",
        ),
    ]
    if returns.break_even_enquiries is not None:
        value, label = (
            formats.count(returns.break_even_enquiries),
            "enquiries a month to break even",
        )
    elif returns.break_even_customers is not None:
        value, label = (
            formats.count(returns.break_even_customers),
            "customers a month to break even",
        )
    else:
        hours = source.assessment.roadmap.set_up_hours
        value, label = formats.hours(hours), "once, to set everything up"
    note = _cost_note(source)
    return (*figures, KeyFigure(value=value, label=label, note=note))


def _cost_note(source: Source) -> str:
    returns = source.assessment.returns
    if returns.monthly_cost is None:
        return "spread over the first weeks"
    cost = formats.money(returns.monthly_cost, source.currency)
    return f"at a cost of {cost} a month, by your figures"


def _findings(source: Source) -> Iterator[Statement]:
    yield _mix_finding(source)
    if source.assessment.present.is_gap_flagged:
        yield _say_do_finding(source)
    found = largest(source.assessment.gaps)
    if found:
        name = names.cell_name(source.catalogue, found[0].cell)
        step = found[0].next_steps[0]
        yield Statement(
            title=f"{name} is the widest gap.",
            text=f"It stands at {levels_text(found[0])}. The next step: “{step.next_text}”.",
        )
    yield _stability_finding(source)
    yield _return_finding(source)


def _mix_finding(source: Source) -> Statement:
    present = source.assessment.present
    band = target_text(source)
    if present.hours_network_share is None:
        return Statement(
            title=f"Your aims call for {band} networking.",
            text=(
                "Where your hours go now is not known yet, so the plan is built from the hours "
                "you want to give."
            ),
        )
    share = formats.percent(present.hours_network_share)
    target = source.assessment.target
    fits = target.low <= present.hours_network_share <= target.high
    then = "That fits." if fits else "The plan moves there."
    return Statement(
        title=f"Networking gets {share} of your hours today.",
        text=f"Your aims, kind of business and buyers call for {band}. {then}",
    )


def _say_do_finding(source: Source) -> Statement:
    practice = formats.percent(source.assessment.present.practice.value or 0.0)
    hours = formats.percent(source.assessment.present.hours_network_share or 0.0)
    return Statement(
        title="What you practise and where your hours go differ.",
        text=f"By your answers networking has {practice}, by your hours {hours}. One needs a look.",
    )


def _stability_finding(source: Source) -> Statement:
    plan = source.assessment.plan
    core = [source.short(a.id) for a in plan.activities if a.label is StabilityLabel.CORE]
    low, high = plan.stability.network_share_low, plan.stability.network_share_high
    text = f"In 200 repeats with changed numbers networking had {formats.percent_range(low, high)}."
    if core:
        text += f" Chosen nearly every time: {formats.listed(core)}. The rest can be exchanged."
    return Statement(title="The split is firmer than the list.", text=text)


def _return_finding(source: Source) -> Statement:
    returns = source.assessment.returns
    if returns.break_even_customers is None:
        return Statement(
            title="What it must bring is not known yet.",
            text="Order value, margin and the cost of an hour would tell.",
        )
    needed = people(returns.break_even_customers, "new customer", "new customers")
    return Statement(
        title=f"{break_even_headline(source)}.",
        text=f"That is {needed} a month. It is a condition, not a forecast.",
    )


def _actions(source: Source) -> tuple[Action, ...]:
    steps = [s for s in source.assessment.roadmap.steps if s.phase is Phase.PREPARE]
    seen: dict[str, Action] = {}
    for step in steps:
        if step.activity_id not in seen:
            when = formats.weeks(step.first_week, step.last_week)
            seen[step.activity_id] = Action(text=step.text, when=when, who=who(step))
    return tuple(seen.values())[:MOST_ACTIONS]
