"""The workbench in words: differences agree with what is printed, reasons count to their number."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.assessment import standing
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.profile import Choices
from socialplanner.domain.supposition import Supposition, supposed_answers
from socialplanner.domain.what_if import WhatIf, what_if
from socialplanner.presentation.conflict import conflict_in_words
from socialplanner.presentation.scenes import Colour, Dot, Label, Line, Scene, Stage
from socialplanner.presentation.scenes.curves import ActivityCurve, CurveMark, activity_curves
from socialplanner.presentation.scenes.labels import extent
from socialplanner.presentation.what_if import Bench, bench
from socialplanner.presentation.what_if_figures import FigureKey
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.week import hours_reason
from socialplanner.presentation.why.week_figures import figure_reason, next_half_hour_reason
from socialplanner.report.text import MEASURE
from tests.domain.builders import shipped_catalogue
from tests.presentation.summaries import SAMPLES, TODAY, sample, sample_summary

each_sample = pytest.mark.parametrize("name", SAMPLES)
SOME = Supposition(hours_per_week=11.0, tools=frozenset({"email_tool"}))


@cache
def now(name: str) -> WhatIf:
    """Return the figures of a sample."""
    return supposing(name, Supposition())


def supposing(name: str, supposition: Supposition, choices: Choices | None = None) -> WhatIf:
    """Return the figures of a sample under a supposition."""
    said = sample(name)
    answers = {**said.answers, **supposed_answers(said.answers, supposition)}
    catalogue = shipped_catalogue()
    return what_if(
        catalogue, standing(catalogue, said.profile, answers, choices or said.choices, TODAY)
    )


def without(name: str, *keys: str) -> WhatIf:
    """Return the figures of a sample that left some business answers out."""
    said = sample(name)
    left = {
        key: value
        for key, value in said.answers.items()
        if key.removeprefix("business.") not in keys
    }
    catalogue = shipped_catalogue()
    return what_if(catalogue, standing(catalogue, said.profile, left, said.choices, TODAY))


def in_words(name: str, supposition: Supposition | None = None) -> Bench:
    """Return a sample's workbench."""
    other = None if supposition is None else supposing(name, supposition)
    return bench(shipped_catalogue(), now(name), other)


def figure(shown: Bench, key: FigureKey) -> tuple[str, str, str]:
    """Return now, supposed and difference of a figure."""
    found = next(each for each in shown.figures if each.key is key)
    texts = (found.now, found.supposed, found.change)
    before, then, change = (text.replace("\u00a0", " ") for text in texts)
    return before, then, change


@each_sample
def test_the_rows_say_what_the_summary_says(name: str) -> None:
    shown = [row for part in in_words(name).parts for row in part.rows]
    summary = sample_summary(name).week
    assert [(row.name, row.hours, row.first_step) for row in shown] == [
        (row.name, row.hours, row.first_step) for row in summary.rows
    ]
    assert in_words(name).hours == summary.hours
    assert in_words(name).published == summary.published


@each_sample
def test_where_nothing_is_supposed_there_is_nothing_to_compare(name: str) -> None:
    shown = in_words(name)
    assert shown.verdict == ""
    assert all(not (each.supposed or each.change) for each in shown.figures)
    assert all(not (row.supposed or row.change) for part in shown.parts for row in part.rows)
    assert FigureKey.WORTH not in {each.key for each in shown.figures}
    assert len(shown.mix) == len(shown.split.marks) == 1


@each_sample
def test_every_activity_of_either_week_has_a_row_and_a_curve(name: str) -> None:
    shown = in_words(name, SOME)
    both = now(name).week.hours.keys() | supposing(name, SOME).week.hours.keys()
    assert {row.id for part in shown.parts for row in part.rows} == both
    assert len(shown.curves) == len(both)


def test_differences_are_those_of_the_printed_figures() -> None:
    shown = in_words("charity", Supposition(hours_per_week=13.0))
    assert figure(shown, FigureKey.HOURS) == ("10 h", "13 h", "+3 h")
    before, then, change = figure(shown, FigureKey.COST)
    assert int(then[1:]) - int(before[1:]) == int(change.removeprefix("+£"))
    before, then, change = figure(shown, FigureKey.CUSTOMERS)
    assert int(then.split()[0]) - int(before.split()[0]) == int(change)


def test_worth_is_not_compared_between_two_kinds_of_patience() -> None:
    shown = in_words("cafe", Supposition(patience="year"))
    assert figure(shown, FigureKey.WORTH) == ("100", "another scale", "")


def test_a_week_that_stays_says_so() -> None:
    shown = bench(shipped_catalogue(), now("cafe"), now("cafe"))
    assert shown.verdict == "The activities and their hours would stay as they are."
    assert {each.change for each in shown.figures} == {"as now"}


def test_what_was_not_said_is_not_known_yet() -> None:
    found = without("cafe", "hour_cost", "order_value")
    shown = bench(shipped_catalogue(), found)
    assert figure(shown, FigureKey.COST)[0] == "not known yet"
    assert figure(shown, FigureKey.CUSTOMERS)[0] == "not known yet"
    reason = figure_reason(shipped_catalogue(), found, FigureKey.COST)
    assert "not given" in {number for _, number, _ in reason.figures.rows}


@settings(max_examples=25)
@given(
    name=st.sampled_from(SAMPLES),
    hours=st.integers(2, 160).map(lambda steps: steps / 2),
    money=st.sampled_from([None, 0.0, 20.0]),
)
def test_anything_that_can_be_supposed_has_words(
    name: str, hours: float, money: float | None
) -> None:
    shown = in_words(name, Supposition(hours_per_week=hours, ad_budget_per_week=money))
    assert all(each.now and each.supposed for each in shown.figures)
    assert shown.verdict


# Why.


def number_of(reason: Reason, start: str) -> str:
    """Return the figure of a reason whose name begins so."""
    return next(number for name, number, _ in reason.figures.rows if name.startswith(start))


def plain(text: str) -> float:
    """Return a printed number."""
    found = re.search(r"\d[\d,]*\.?\d*", text)
    assert found is not None, text
    return float(found[0].replace(",", ""))


@each_sample
def test_why_an_activity_has_its_hours_can_be_counted_along(name: str) -> None:
    for key, hours in now(name).week.hours.items():
        reason = hours_reason(shipped_catalogue(), now(name), key)
        p = float(number_of(reason, "P:").rpartition("= ")[2])
        d = float(number_of(reason, "D:"))
        e = float(number_of(reason, "e:").rpartition("= ")[2])
        k = float(number_of(reason, "k:"))
        root, _, mean = number_of(reason, "P:").partition(") ÷ ")
        product = 1.0
        for factor in root.removeprefix("√(").split(" × "):
            product *= float(factor)
        assert product**0.5 / float(mean.partition(" = ")[0]) == pytest.approx(p, rel=0.02)
        overhead = float(number_of(reason, "Hours a week for upkeep"))
        saved = float(number_of(reason, "Time saved").removesuffix("%")) / 100
        assert max(0.0, hours - overhead) / (1 - saved) == pytest.approx(e, abs=0.002)
        value = float(number_of(reason, "Value of these").rpartition("= ")[2])
        assert p * d * e / (1 + e / k) == pytest.approx(value, rel=0.01, abs=0.002)
        assert all(origin for _, _, origin in reason.figures.rows)


@each_sample
def test_why_the_week_costs_what_it_costs_can_be_counted_along(name: str) -> None:
    found = now(name)
    reason = figure_reason(shipped_catalogue(), found, FigureKey.COST)
    weeks, hour = float(number_of(reason, "Weeks")), plain(number_of(reason, "Cost of an hour"))
    cost = found.week.hours_per_week * weeks * hour
    if found.returns.monthly_ad_cost:
        cost += weeks * plain(number_of(reason, "Money for paid posts"))
    assert plain(reason.value) == pytest.approx(cost, abs=0.6)


@each_sample
def test_why_so_many_customers_can_be_counted_along(name: str) -> None:
    reason = figure_reason(shipped_catalogue(), now(name), FigureKey.CUSTOMERS)
    cost, order = plain(number_of(reason, "Cost")), plain(number_of(reason, "Value of a first"))
    customers = cost / (order * plain(number_of(reason, "Margin")) / 100)
    assert customers == pytest.approx(plain(reason.value), rel=0.06)


@each_sample
def test_why_the_target_has_its_price_can_be_counted_along(name: str) -> None:
    found = now(name)
    reason = figure_reason(shipped_catalogue(), found, FigureKey.PRICE)
    here, free = (
        float(number_of(reason, start)) for start in ("Value of this", "Value of the best")
    )
    assert 1 - here / free == pytest.approx(found.price, abs=0.001)


@each_sample
def test_why_the_share_is_what_it_is_can_be_counted_along(name: str) -> None:
    found = now(name)
    reason = figure_reason(shipped_catalogue(), found, FigureKey.SHARE)
    share = float(reason.formula.rpartition("= ")[2].removesuffix("%"))
    assert share == pytest.approx(100 * found.week.network_share, abs=0.06)


@each_sample
def test_the_hours_of_the_activities_sum_to_the_total(name: str) -> None:
    reason = figure_reason(shipped_catalogue(), now(name), FigureKey.HOURS)
    parts = [number.replace("½", ".5").split()[0] for _, number, _ in reason.figures.rows[1:]]
    assert sum(map(float, parts)) == now(name).week.hours_per_week


@each_sample
def test_the_next_half_hour_is_the_difference_of_two_plans(name: str) -> None:
    reason = next_half_hour_reason(shipped_catalogue(), now(name))
    before, after, gain = (float(number) for _, number, _ in reason.figures.rows)
    assert after - before == pytest.approx(gain, abs=0.002)


@each_sample
def test_every_reason_leads_to_questions_that_there_are(name: str) -> None:
    catalogue = shipped_catalogue()
    reasons = [figure_reason(catalogue, now(name), key) for key in FigureKey]
    reasons += [hours_reason(catalogue, now(name), key) for key in now(name).week.hours]
    for reason in reasons:
        assert reason.question_ids
        assert set(reason.question_ids) <= set(catalogue.questionnaire.by_id)


# What cannot be.


def refused(name: str, choices: Choices, supposition: Supposition | None = None) -> str:
    """Return why there is no plan."""
    with pytest.raises(InfeasibleError) as caught:
        supposing(name, supposition or Supposition(), choices)
    return conflict_in_words(shipped_catalogue(), caught.value)


def test_a_conflict_is_told_by_the_names_of_the_window() -> None:
    assert refused("cafe", Choices(declined=frozenset({"reply_desk"}))) == (
        "No plan of five hours a week can meet all of this together: “Reply desk” is not for you; "
        "every plan of three hours or more keeps half an hour for “Reply desk”. "
        "Take “Reply desk” back."
    )


def test_a_conflict_over_money_asks_for_money() -> None:
    words = refused("cafe", Choices(pinned=frozenset({"boosted_posts"})))
    assert "“Paid boosts” needs money for paid posts, and there is none" in words
    assert "give money for paid posts" in words.lower()


def test_a_conflict_over_a_platform_names_it() -> None:
    words = refused("cafe", Choices(pinned=frozenset({"pinterest"})))
    assert "pinterest" not in words.replace("Pinterest", "")
    assert "accept one of its platforms" in words.lower()


def test_too_many_to_keep_in_an_hour_are_named() -> None:
    kept = Choices(pinned=frozenset({"instagram_feed", "short_video"}))
    words = refused("cafe", kept, Supposition(hours_per_week=1.0))
    assert words.startswith("No plan of one hour a week can meet")


# The curves.


def curve(label: str, *, supposed: bool) -> ActivityCurve:
    points = tuple((step / 2, step / (step + 3)) for step in range(9))
    mark = CurveMark(hours=1.0, value=0.4, text=label)
    return ActivityCurve(
        label=label,
        colour=Colour.NETWORK,
        points=points,
        now=mark,
        supposed=mark if supposed else None,
        gain=0.1,
        gain_text=label,
    )


@pytest.mark.parametrize("width", [160.0, 240.0, 499.0, 900.0])
@pytest.mark.parametrize(
    "label", ["", "Newsletter", "WWW " * 90, "東京の小さなパン屋 " * 9, "<b>&"]
)
def test_the_curves_stay_inside_whatever_they_are_called(width: float, label: str) -> None:
    stage = Stage(width=width, measure=MEASURE)
    curves = [curve(label, supposed=bool(place % 2)) for place in range(7)]
    scene = activity_curves(curves, title="Curves", stage=stage)
    for x, y in corners(scene):
        assert -5 <= x <= width + 5
        assert -5 <= y <= scene.height + 5


def corners(scene: Scene) -> list[tuple[float, float]]:
    """Return what the shapes of a scene reach."""
    found: list[tuple[float, float]] = []
    for shape in scene.shapes:
        if isinstance(shape, Line):
            found += shape.points
        elif isinstance(shape, Dot):
            found.append((shape.x, shape.y))
        elif isinstance(shape, Label):
            left, top, right, bottom = extent(shape, MEASURE)
            found += [(left, top), (right, bottom)]
    return found


def test_the_curves_tell_as_a_table_what_they_draw() -> None:
    shown = in_words("cafe", Supposition(hours_per_week=8.0))
    scene = activity_curves(shown.curves, title="Curves")
    assert len(scene.rows) == len(shown.curves) + 1
    assert scene.rows[1][:3] == ("Instagram posts", "1½\u00a0h", "2\u00a0h")


def test_no_curve_at_all_is_no_mistake() -> None:
    assert activity_curves([], title="Curves").rows[0]


def test_where_all_has_no_worth_the_curves_are_flat() -> None:
    flat = replace(curve("Flat", supposed=False), points=((0.0, 0.0), (4.0, 0.0)), gain=0.0)
    assert activity_curves([flat], title="Curves").height > 0
