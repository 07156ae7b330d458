"""What was agreed beforehand, put to the log: decision rules, forecasts and on/off tests."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil, floor

from socialplanner.domain.decision import DecisionKind
from socialplanner.domain.on_off_test import OnOffVerdict
from socialplanner.domain.reviewed import JudgedForecast, JudgedTest, Reviewed
from socialplanner.domain.rule_check import RuleCheck, RuleState
from socialplanner.presentation import formats, wording
from socialplanner.presentation.scenes import ForecastBand
from socialplanner.presentation.summary.parts import Source, Statement, TextTable, table

ONE_DAY = timedelta(days=1)
BOTH = (
    "Rules were agreed when the plan was made, each on one figure; what this review proposes "
    "weighs all counts together. Where the two differ, you decide."
)
COUNTS = (
    "A week counts for a rule where its figure was logged and the week was not marked as odd; the "
    "others are left out."
)
CHANCE = (
    "Weeks with and without it differ in many other ways, too: what differs is said here, and not "
    "why."
)
HIT_WORDS = {True: "inside", False: "outside", None: "not known yet"}
STATES = {
    RuleState.HOLDS: "Holds: nothing to do",
    RuleState.FIRES: "Do what was agreed",
    RuleState.NOT_ENOUGH: "Not enough logged",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRules:
    """The decision rules and what the log says of each."""

    headline: str
    rules: TextTable
    fired: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecasts:
    """Forecasts and what came; `next` is that of the coming weeks."""

    headline: str
    lead: str
    bands: tuple[ForecastBand, ...]
    coming: str


def judged_rules(source: Source, facts: Reviewed) -> JudgedRules:
    """Return the rules as they stand."""
    checks = facts.found.rules
    rows = [
        (wording.decision_sentence(source.catalogue, each.rule), _figure(each), _state(each))
        for each in checks
    ]
    fired = [each for each in checks if each.state is RuleState.FIRES]
    due = [each for each in checks if each.state is not RuleState.NOT_DUE]
    return JudgedRules(
        headline=_rules_headline(len(checks), len(due), len(fired)),
        rules=table(("What was agreed", "What the log says", "So"), rows),
        fired=tuple(wording.decision_sentence(source.catalogue, each.rule) for each in fired),
        note=" ".join(_notes(checks)),
    )


def _notes(checks: Sequence[RuleCheck]) -> Iterator[str]:
    if any(each.state is RuleState.FIRES for each in checks):
        yield BOTH
    if any(each.figure is not None and each.weeks < each.wanted for each in checks):
        yield COUNTS


def _rules_headline(count: int, due: int, fired: int) -> str:
    if not count:
        return "This plan has no decision rules"
    if not due:
        return "No decision rule is due yet"
    words = formats.sentence_case(formats.in_words(due))
    are = "rule is" if due == 1 else "rules are"
    if not fired:
        return f"{words} decision {are} due; none asks for a change"
    asks = "asks" if fired == 1 else "ask"
    return f"{words} decision {are} due; {formats.in_words(fired)} {asks} for what was agreed"


def _state(check: RuleCheck) -> str:
    if check.state is RuleState.NOT_DUE:
        return f"Due on {formats.day(check.rule.by)}"
    return STATES[check.state]


def _figure(check: RuleCheck) -> str:
    if check.state is RuleState.NOT_DUE:
        return "not due"
    if check.figure is None:
        return "nothing logged of it"
    text = _amount(check, check.figure)
    if check.against is not None:
        text = f"{text}, against {_amount(check, check.against)}"
    if check.rule.kind is DecisionKind.ASKED:
        return text
    weeks = f"{check.weeks} of {check.wanted} weeks count"
    return f"{text}; {weeks}"


def _amount(check: RuleCheck, value: float) -> str:
    match check.rule.kind:
        case DecisionKind.KEPT_HOURS:
            return f"{formats.hours(value)} a week"
        case DecisionKind.CONVERSATIONS:
            return f"{formats.count(value)} a week"
        case DecisionKind.ASKED:
            return formats.percent(value)
        case DecisionKind.EARLY_SIGN:
            return formats.number(formats.rounded(value, 1))
        case DecisionKind.TRACED_ENQUIRIES:
            return f"{formats.count(value)} a month"


def forecasts(facts: Reviewed) -> Forecasts:
    """Return the forecasts made at reviews, and the one for the coming weeks."""
    hits, made = facts.found.hits, facts.found.forecast
    coming = ""
    if made is not None:
        last = formats.day(made.after - ONE_DAY)
        coming = (
            f"For the {formats.in_words(made.weeks)} weeks from {formats.day(made.first)} to "
            f"{last}, {made.low:,} to {max(made.high, made.low + 1):,} enquiries are expected if "
            "things go on as they are. Eight of ten such ranges should hold what comes."
        )
    return Forecasts(
        headline=_hits(hits.inside, hits.judged),
        lead=(
            "At each review a range is written down for the coming four weeks, and it stays as it "
            "was written. If the ranges are honest, about eight of ten hold."
        ),
        bands=tuple(map(_band, facts.forecasts)),
        coming=coming,
    )


def _hits(inside: int, judged: int) -> str:
    if not judged:
        return "No forecast can be judged yet"
    return f"Forecasts: {inside} of {judged} inside the range that was said"


def _band(judged: JudgedForecast) -> ForecastBand:
    return ForecastBand(
        label=formats.short_day(judged.made.first),
        low=judged.made.low,
        high=max(judged.made.high, judged.made.low + 1),
        came=judged.came,
        said=HIT_WORDS[judged.is_inside],
    )


def judged_tests(source: Source, facts: Reviewed) -> tuple[Statement, ...]:
    """Return what each on/off test shows."""
    return tuple(_test(source, each) for each in facts.tests)


def _test(source: Source, test: JudgedTest) -> Statement:
    name = source.short(test.kept.activity_id)
    period = f"from {formats.day(test.kept.monday)}"
    title = f"On/off test of {name}, {period}."
    if not test.is_over:
        weeks = formats.sentence_case(formats.in_words(test.kept.weeks))
        return Statement(
            title=title,
            text=f"{weeks} weeks on, then {weeks.lower()} weeks off. It is judged once it is over.",
        )
    return Statement(title=title, text=f"{_arms(test)} {_verdict(source, test)}")


def _arms(test: JudgedTest) -> str:
    on, off, settling = test.result.on, test.result.off, test.result.settling
    left = (
        f" The first {formats.in_words(settling)} after each switch do not count."
        if settling > 1
        else ""
    )
    return (
        f"{on.outcomes} enquiries in {on.weeks} weeks on, {off.outcomes} in {off.weeks} weeks "
        f"off.{left}"
    )


def _verdict(source: Source, test: JudgedTest) -> str:
    result = test.result
    one_in = round(1 / source.catalogue.parameters.learning.test_level)
    match result.verdict:
        case OnOffVerdict.NOT_ENOUGH:
            return "Not enough weeks were logged on both sides to compare them."
        case OnOffVerdict.MORE | OnOffVerdict.LESS:
            more = "more" if result.verdict is OnOffVerdict.MORE else "fewer"
            return (
                f"There were {more} enquiries in the weeks with it than chance explains in all "
                f"but one of {one_in} cases{_ratio(test)}. {CHANCE}"
            )
        case OnOffVerdict.NOT_SHOWN:
            return f"The difference may be chance{_ratio(test)}.{_smallest(test)}"


def _ratio(test: JudgedTest) -> str:
    low, high = test.result.low, test.result.high
    if test.result.ratio is None:
        return ""
    top = "any number of" if high == float("inf") else _outwards(high, ceil)
    return f": between {_outwards(low, floor)} and {top} times as many a week"


def _outwards(times: float, side: Callable[[float], int]) -> str:
    """Return an end of a ratio rounded away from the other: one decimal below ten, none above."""
    scale = 10 if times < 10 else 1  # noqa: PLR2004 - as formats.count
    return formats.count(side(formats.rounded(times * scale, 6)) / scale)


def _smallest(test: JudgedTest) -> str:
    effect = test.result.smallest_effect
    if effect is None:
        return ""
    return (
        f" A test of these weeks finds a difference of about {formats.fives(100 * effect)}% or "
        "more in four of five cases, and a smaller one less often: not shown does not mean that "
        "there is none."
    )
