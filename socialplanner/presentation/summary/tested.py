"""On/off tests in words: when they are on and off, and what they show."""

from collections.abc import Callable
from datetime import timedelta
from math import ceil, floor

from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.on_off_test import OnOffVerdict
from socialplanner.domain.reviewed import JudgedTest, Reviewed
from socialplanner.domain.roadmap import WEEK
from socialplanner.presentation import formats
from socialplanner.presentation.summary.counted import noun_of
from socialplanner.presentation.summary.parts import Source, Statement

ONE_DAY = timedelta(days=1)
CHANCE = (
    "Weeks with and without it differ in many other ways, too: what differs is said here, and not "
    "why."
)


def judged_tests(source: Source, facts: Reviewed) -> tuple[Statement, ...]:
    """Return what each on/off test shows."""
    return tuple(_test(source, each) for each in facts.tests)


def _test(source: Source, test: JudgedTest) -> Statement:
    name = source.short(test.kept.activity_id)
    period = f"from {formats.day(test.kept.monday)}"
    title = f"On/off test of {name}, {period}."
    if not test.is_over:
        return Statement(title=title, text=f"{days_of(test.kept)} It is judged once it is over.")
    return Statement(title=title, text=f"{_arms(test)} {_verdict(source, test)}")


def days_of(test: KeptTest) -> str:
    """Return from when to when a test is on, and off."""
    switch = test.monday + test.weeks * WEEK
    on, off = (
        f"from {formats.day(first)} to {formats.day(after - ONE_DAY)}"
        for first, after in ((test.monday, switch), (switch, test.after))
    )
    return f"On {on}, off {off}."


def _arms(test: JudgedTest) -> str:
    on, off = test.result.on, test.result.off
    came = noun_of(test.kept.counted).of(on.outcomes)
    return (
        f"{came} in {_weeks(on.weeks)} on, {off.outcomes} in {_weeks(off.weeks)} off."
        f"{_settling(test.result.settling)}{_misfits(test)}"
    )


def _settling(weeks: int) -> str:
    if weeks == 1:
        return " The first week after each switch does not count."
    many = formats.in_words(weeks)
    return f" The first {many} weeks after each switch do not count." if weeks else ""


def _misfits(test: JudgedTest) -> str:
    """Return which logged weeks do not count since their hours are not those of the test."""
    on, off = test.result.on.misfits, test.result.off.misfits
    said = []
    if off:
        said.append(f"{_weeks(off)} off in which it got hours all the same")
    if on:
        said.append(f"{_weeks(on)} on in which it got less than half of its hours")
    if not said:
        return ""
    return f" Left out, with the weeks until things settle again: {formats.listed(said)}."


def _weeks(count: int) -> str:
    return f"{count}{formats.SPACE}{'week' if count == 1 else 'weeks'}"


def _verdict(source: Source, test: JudgedTest) -> str:
    result = test.result
    one_in = round(1 / source.catalogue.parameters.learning.test_level)
    match result.verdict:
        case OnOffVerdict.NOT_ENOUGH:
            return "Too few weeks count on one side or both to compare them."
        case OnOffVerdict.MORE | OnOffVerdict.LESS:
            more = "more" if result.verdict is OnOffVerdict.MORE else "fewer"
            return (
                f"There were {more} {noun_of(test.kept.counted).many} in the weeks with it than "
                f"chance explains in all but one of {one_in} cases{_ratio(test)}. {CHANCE}"
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
