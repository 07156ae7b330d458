"""What was agreed beforehand, put to the log: decision rules, forecasts and on/off tests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from socialplanner.domain.decision import DecisionKind
from socialplanner.domain.done_rules import rule_key
from socialplanner.domain.misfit import misfits
from socialplanner.domain.reviewed import JudgedForecast, Reviewed
from socialplanner.domain.rule_check import RuleCheck, RuleState
from socialplanner.presentation import formats, wording
from socialplanner.presentation.scenes import ForecastBand
from socialplanner.presentation.summary.counted import noun
from socialplanner.presentation.summary.parts import Source, TextTable, table

ONE_DAY = timedelta(days=1)
BOTH = (
    "Rules were agreed when the plan was made, each on one figure; what this review proposes "
    "weighs all counts together. Where the two differ, you decide."
)
COUNTS = (
    "A week counts for a rule where its figure was logged and the week was not marked as odd; the "
    "others are left out."
)
HIT_WORDS = {True: "inside", False: "outside", None: "not known yet"}
STATES = {
    RuleState.HOLDS: "Holds: nothing to do",
    RuleState.MAY_BE_CHANCE: "May be chance: nothing to do",
    RuleState.FIRES: "Do what was agreed",
    RuleState.NOT_ENOUGH: "Not enough logged",
}
CLOSE = "Do what was agreed; so close, it may be chance"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRule:
    """A rule that asks for what was agreed, and that nobody has marked as done."""

    key: str
    kpi_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRules:
    """The decision rules and what the log says of each; `fired` are not marked as done yet."""

    headline: str
    rules: TextTable
    fired: tuple[OpenRule, ...]
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
        (wording.decision_sentence(source.catalogue, each.rule), _figure(each), _state(facts, each))
        for each in checks
    ]
    fired = [
        OpenRule(
            key=rule_key(each.rule),
            kpi_id=each.rule.kpi_id,
            text=wording.decision_sentence(source.catalogue, each.rule),
        )
        for each in checks
        if each.state is RuleState.FIRES and rule_key(each.rule) not in facts.done
    ]
    due = [each for each in checks if each.state is not RuleState.NOT_DUE]
    return JudgedRules(
        headline=_rules_headline(len(checks), len(due), len(fired)),
        rules=table(("What was agreed", "What the log says", "So"), rows),
        fired=tuple(fired),
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


def _state(facts: Reviewed, check: RuleCheck) -> str:
    done = facts.done.get(rule_key(check.rule))
    if check.state is RuleState.FIRES and done is not None:
        return f"Marked as done on {formats.day(done)}"
    if check.state is RuleState.NOT_DUE:
        return f"Due on {formats.day(check.rule.by)}"
    if check.state is RuleState.FIRES and check.is_close:
        return CLOSE
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
            return f"{formats.number(formats.rounded(value, 2))}{formats.SPACE}h a week"
        case DecisionKind.CONVERSATIONS:
            return f"{formats.count(value)} a week"
        case DecisionKind.ASKED:
            return formats.percent(value)
        case DecisionKind.EARLY_SIGN:
            return formats.number(formats.rounded(value, 1))
        case DecisionKind.TRACED_ENQUIRIES:
            return f"{formats.count(value)} a month"


def forecasts(source: Source, facts: Reviewed) -> Forecasts:
    """Return the forecasts made at reviews, and the one for the coming weeks."""
    hits, made = facts.found.hits, facts.found.forecast
    coming = ""
    if made is not None:
        last = formats.day(made.after - ONE_DAY)
        coming = (
            f"For the {formats.in_words(made.weeks)} weeks from {formats.day(made.first)} to "
            f"{last}, {made.low:,} to {max(made.high, made.low + 1):,} {noun(facts).many} are "
            f"expected if things go on as they are. {_trust(source, facts)}"
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


def _trust(source: Source, facts: Reviewed) -> str:
    """Return how far the range can be trusted: not far where the log is above all we believe."""
    if misfits(facts.found.learning, source.catalogue.parameters.learning):
        return "Your log says more than our guess allows, so this range is likely too low."
    return "Eight of ten such ranges should hold what comes."


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
