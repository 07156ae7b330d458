"""Reasons: the figures that are shown make the number that is shown, for every sample firm."""

from collections.abc import Iterator
from math import exp, isclose, log

import pytest

from socialplanner.domain.ids import CELLS, Dimension, Mode
from socialplanner.domain.roi import ratio
from socialplanner.domain.target import TermKind
from socialplanner.presentation import formats
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.why import (
    Reason,
    accounts,
    counting,
    mixes,
    money,
    scores,
    targets,
    weeks,
)
from tests.presentation.summaries import SAMPLES, sample_assessment, source_of, without


def number(text: str) -> float:
    """Return a number as formulas show it."""
    return float(text.replace("\u2212", "-").replace(",", "").removesuffix("%"))


def source(name: str) -> Source:
    """Return what reasons about a sample are drawn from."""
    return source_of(sample_assessment(name))


def every_reason(about: Source) -> Iterator[Reason]:
    """Yield all reasons there are about a plan."""
    found = about.assessment
    for cell in CELLS:
        yield scores.cell_reason(about, cell)
        yield scores.level_reason(about, cell)
    for mode in Mode:
        yield scores.overall_reason(about, mode)
        yield accounts.ledger_reason(about, mode)
    yield scores.type_reason(about)
    for make in (mixes.hours_reason, mixes.answers_reason, mixes.plan_reason, mixes.gap_reason):
        yield make(about)
    yield targets.target_reason(about)
    for term in found.target.terms:
        yield targets.term_reason(about, term)
    yield from every_reason_of_money(about)
    for choice in found.kpis:
        yield counting.kpi_reason(about, choice)
    for rule in found.rules:
        yield counting.rule_reason(about, rule)
    yield weeks.start_reason(about)
    yield weeks.review_reason(about)
    for span in found.roadmap.spans:
        yield weeks.span_reason(about, span)


def every_reason_of_money(about: Source) -> Iterator[Reason]:
    """Yield the reasons of breaking even."""
    for make in (
        money.cost_reason,
        money.margin_reason,
        money.customers_reason,
        money.enquiries_reason,
        accounts.lifetime_reason,
        accounts.later_reason,
    ):
        yield make(about)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_score_can_be_worked_out_from_the_levels_and_weights_in_its_reason(name: str) -> None:
    about = source(name)
    for cell in CELLS:
        value = about.assessment.scores.cells[cell].value
        rows = scores.cell_reason(about, cell).figures.rows
        pairs = [(number(row[2]), number(row[3])) for row in rows[:-1] if row[2] != "–"]
        if value is None:
            continue
        total = sum(weight for _level, weight in pairs)
        assert isclose(25 * sum(level * weight for level, weight in pairs) / total, value)
        assert isclose(number(rows[-1][4]), sum(level * w for level, w in pairs), abs_tol=1e-3)


@pytest.mark.parametrize("name", SAMPLES)
def test_an_overall_score_is_the_weighted_mean_of_the_scores_in_its_reason(name: str) -> None:
    about = source(name)
    for mode in Mode:
        value = about.assessment.scores.overall[mode].value
        rows = scores.overall_reason(about, mode).figures.rows
        assert len(rows) == len(Dimension)
        if value is None:
            continue
        parts = [(number(row[1]), number(row[2])) for row in rows if row[1][0].isdigit()]
        mean = sum(s * w for s, w in parts) / sum(w for _s, w in parts)
        assert isclose(mean, value, abs_tol=0.06)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_target_of_a_score_follows_from_ambition_and_share_in_its_reason(name: str) -> None:
    about = source(name)
    for cell in CELLS:
        rows = [row[1] for row in scores.level_reason(about, cell).figures.rows]
        ambition, share, base, most = (number(text) for text in rows[:4])
        worked_out = min(most, ambition * (base + share / 100))
        assert isclose(worked_out, about.assessment.levels[cell], abs_tol=0.06)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_mix_by_hours_is_the_hours_in_its_reason_divided(name: str) -> None:
    about = source(name)
    share = about.assessment.present.hours_network_share
    rows = mixes.hours_reason(about).figures.rows
    media, network = (number(row[1]) for row in rows[-2:])
    asked = [number(row[1]) for row in rows[:-2] if row[1] != "–"]
    assert isclose(sum(asked), media + network)
    if share is not None:
        assert isclose(network / (media + network), share)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_target_follows_from_the_parts_in_its_reason(name: str) -> None:
    about = source(name)
    parameters = about.catalogue.parameters.target
    rows = targets.target_reason(about).figures.rows
    parts = [number(row[1]) for row in rows[:6]]
    assert isclose(sum(parts), number(rows[6][1]), abs_tol=0.004)
    free = 1 / (1 + exp(-sum(parts)))
    share = min(max(free, parameters.share_floor), parameters.share_ceiling)
    assert isclose(share, about.assessment.target.network_share, abs_tol=0.002)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_points_of_every_term_are_its_part_of_x_times_the_points_for_one(name: str) -> None:
    about = source(name)
    for term in about.assessment.target.terms:
        reason = targets.term_reason(about, term)
        assert formats.signed_points(term.points) in reason.value
        if term.kind is TermKind.LIMITS:
            continue
        part, slope = (number(row[1]) for row in reason.figures.rows[-2:])
        assert isclose(part * slope, term.points, abs_tol=0.05)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_part_of_the_aims_follows_from_the_leanings_and_weights_shown(name: str) -> None:
    about = source(name)
    parameters = about.catalogue.parameters.target
    part = targets.affinity(about)
    worked_out = parameters.shrinkage * parameters.goal_weight * log(part / (1 - part))
    found = next(t for t in about.assessment.target.terms if t.kind is TermKind.GOALS)
    assert isclose(worked_out, found.logit)
    assert formats.number(round(part, 3)) in targets.term_reason(about, found).formula


@pytest.mark.parametrize("name", SAMPLES)
def test_what_breaking_even_takes_follows_from_the_figures_in_the_reasons(name: str) -> None:
    about = source(name)
    returns, business = about.assessment.returns, about.assessment.business
    if returns.break_even_customers is None:
        pytest.skip("the firm did not say what it takes")
    assert returns.monthly_cost is not None
    assert returns.margin_per_sale is not None
    formula = money.customers_reason(about).formula.splitlines()[1].removeprefix("= ")
    left, result = formula.split(" = ")
    cost, margin = (number(text) for text in left.split(" ÷ "))
    assert isclose(cost / margin, returns.break_even_customers, rel_tol=0.01)
    assert isclose(number(result), returns.break_even_customers, abs_tol=6e-4)
    if returns.break_even_enquiries is not None:
        line = money.enquiries_reason(about).formula.splitlines()[1].removeprefix("= ")
        customers, close = (number(text) for text in line.split(" = ")[0].split(" ÷ "))
        assert isclose(customers / close, returns.break_even_enquiries, rel_tol=0.01)
        assert business.close_rate is not None
    if returns.lifetime_value:
        sums = accounts.lifetime_reason(about).formula.splitlines()[2].removeprefix("= ")
        left, result = sums.split(" = ")
        margin, orders, kept = (number(text) for text in left.split(" × "))
        assert isclose(margin * orders * kept, returns.lifetime_value, rel_tol=0.001)
        assert isclose(number(result), returns.lifetime_value, abs_tol=0.06)
        later = ratio(returns.monthly_cost, returns.lifetime_value)
        assert later is not None
        assert accounts.later_reason(about).formula.endswith(formats.number(round(later, 3)))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_reason_names_what_it_is_about_and_only_questions_that_are_asked(name: str) -> None:
    about = source(name)
    asked = about.catalogue.questionnaire.by_id
    seen = list(every_reason(about))
    assert len(seen) > 40
    for reason in seen:
        assert reason.title.endswith("?")
        assert reason.value
        assert set(reason.question_ids) <= asked.keys()
        assert len({len(row) for row in reason.figures.rows}) <= 1
        for row in reason.figures.rows:
            assert len(row) == len(reason.figures.head)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_figure_says_whose_it_is(name: str) -> None:
    for reason in every_reason(source(name)):
        if reason.figures.head[-1:] == ("Whose",):
            assert all(row[-1] for row in reason.figures.rows), reason.title


def test_reasons_stand_where_next_to_nothing_was_answered() -> None:
    business = tuple(f"business.{name}" for name in OPTIONAL)
    about = source_of(
        without("cafe", "style", "goals", "content", "effort", "roi", "hours", *business)
    )
    seen = list(every_reason(about))
    assert all(reason.value for reason in seen)
    words = " ".join(f"{r.title} {r.value} {r.formula}" for r in seen)
    assert "None" not in words
    assert "nan" not in words


def test_no_reason_claims_a_cause() -> None:
    for reason in every_reason(source("tax_adviser")):
        words = " ".join((reason.title, reason.formula, *reason.notes)).lower()
        assert not {"brings", "leads to", "causes"} & set(words.split())


OPTIONAL = (
    "stage",
    "audience",
    "sales_cycle",
    "people",
    "tools",
    "order_value",
    "margin_percent",
    "repeat_buyers",
    "orders_per_year",
    "close_rate",
    "enquiries_per_month",
    "hour_cost",
    "ad_budget_per_week",
)


@pytest.mark.parametrize("name", SAMPLES)
def test_an_account_follows_from_the_hours_and_shares_in_its_reason(name: str) -> None:
    about = source(name)
    for ledger in about.assessment.returns.ledgers:
        rows = accounts.ledger_reason(about, ledger.mode).figures.rows
        traced = [row[1].split(" × ") for row in rows if " × " in row[1]]
        pairs = [(half_hours(hours), number(part) / 100) for hours, part in traced]
        assert isclose(sum(hours for hours, _part in pairs), ledger.hours_per_week)
        if ledger.hours_per_week:
            seen = sum(hours * part for hours, part in pairs) / ledger.hours_per_week
            assert isclose(seen, ledger.traceable_share)
        if ledger.monthly_cost is not None:
            hours, weeks = half_hours(rows[0][1]), number(rows[1][1])
            price = about.assessment.business.hour_cost or 0.0
            ads = about.assessment.returns.monthly_ad_cost if ledger.mode is Mode.MEDIA else 0.0
            assert isclose(hours * weeks * price + ads, ledger.monthly_cost)


def half_hours(text: str) -> float:
    """Return hours as they are printed."""
    return float(text.removesuffix("½") or 0) + (0.5 if text.endswith("½") else 0.0)
