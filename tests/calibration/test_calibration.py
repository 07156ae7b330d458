"""A small calibration with every run of the tests; `tools/dev.py calibrate` makes the large one."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from benchmarks.run import placed
from socialplanner.domain.superposition import Sampling, sample
from tests.calibration.bounds import Finding, learns_nothing, verdicts
from tests.calibration.ensemble import batch_moments, ensemble_moments
from tests.calibration.laboratory import Conditions, bench, drawn_log, drawn_truth
from tests.calibration.power import exact_power
from tests.calibration.run import DOCUMENT
from tests.calibration.tables import MANY, TABLES, Table
from tests.calibration.trials import Trial, averages, ranks, unevenness

TRIALS = 16
TIMES = {"learnt": 1, "ranks": MANY, "weeks": 0}
BUSY = Conditions(effort_share=0.9)
LOGS = {
    "half a year": Conditions(enquiries=6, weeks=12),
    "a quiet quarter": Conditions(enquiries=3, weeks=12, effort_share=0.9),
    "busy": Conditions(enquiries=15, weeks=10),
}
"""Three logs on which both samplers have to agree."""


@cache
def busy() -> Trial:
    """Return how 26 weeks of nine enquiries do."""
    return averages(BUSY, TRIALS)


def test_learning_from_sources_loses_less_than_the_first_plan_and_than_counting_traces() -> None:
    found = busy()
    assert found.regret_after < 0.75 * found.regret_before
    assert found.regret_after < found.regret_traced
    assert found.doubt < 0.65
    assert found.error_after < 0.6 * found.error_before


def test_ranges_of_eight_in_ten_hold_the_truth_about_that_often() -> None:
    assert 0.7 <= busy().covered <= 0.9


def test_the_network_share_stays_a_range_after_half_a_year() -> None:
    assert 0.05 <= busy().share_sd <= 0.1


def test_totals_alone_teach_no_plan() -> None:
    found = averages(replace(BUSY, uses_sources=False, traceable=(0.25, 0.6)), TRIALS)
    assert learns_nothing("totals", found).holds
    assert found.doubt > 0.75
    assert found.proposed <= 2 / TRIALS


def test_the_ranks_of_the_truth_are_even() -> None:
    found = unevenness(ranks(Conditions(enquiries=6, weeks=8), 25), 5)
    critical_at_one_in_a_hundred_thousand = 28.5
    assert found.shape == (9,)
    assert found.max() < critical_at_one_in_a_hundred_thousand


def test_uneven_ranks_are_noticed() -> None:
    assert unevenness(np.full((50, 1), 3.0), 5).max() == pytest.approx(200)


@pytest.mark.parametrize("name", LOGS)
def test_another_sampler_finds_the_same_means(name: str) -> None:
    conditions, rng = LOGS[name], np.random.default_rng(11)
    counted, _ = drawn_log(conditions, drawn_truth(conditions, rng), rng)
    belief = bench().belief(conditions)
    other = ensemble_moments(counted, belief)
    draws = sample(counted, belief, 1.0, Sampling(sweeps=8200, burn_in=200))
    table = np.column_stack([draws.productivity, draws.baseline, draws.traceable])
    own = batch_moments(table)
    apart = np.abs(own.means - other.means) / np.hypot(own.errors, other.errors)
    assert apart.max() < 4
    assert own.means == pytest.approx(other.means, rel=0.08)
    assert draws.mean == pytest.approx(own.means[: len(draws.mean)], rel=0.03)


def test_the_weeks_of_the_table_give_the_exact_test_about_its_power() -> None:
    assert exact_power(5, 1.0, 5, 0.05) == pytest.approx(0.8, abs=0.02)
    assert exact_power(5, 1.0, 1, 0.05) < 0.25


def test_broken_bounds_are_named_and_kept_ones_counted() -> None:
    found = [
        Finding(bound="a", row="x", holds=True),
        Finding(bound="a", row="y", holds=False),
        Finding(bound="b", row="x", holds=True),
    ]
    assert list(verdicts(found)) == ["BROKEN: a; not so in y", "Kept in 1 of 1: b"]


@pytest.mark.parametrize("name", TABLES)
def test_the_document_has_a_place_for_every_table_and_holds_kept_bounds_only(name: str) -> None:
    text = DOCUMENT.read_text("utf-8")
    assert placed(text, name, "new") != text
    assert "BROKEN" not in text


def test_a_table_says_how_many_logs_stand_behind_its_rows() -> None:
    made = {name: Table(headings=(), rows=[], findings=[], times=n) for name, n in TIMES.items()}
    assert {name: table.drawn(100) for name, table in made.items()} == {
        "learnt": "; 100 logs a row",
        "ranks": "; 500 logs a row",
        "weeks": "",
    }
    document = DOCUMENT.read_text("utf-8")
    for name, table in made.items():
        head = document.partition(f"<!-- {name}: begin -->\n")[2].partition("\n")[0]
        assert head.endswith(f"before{table.drawn(100)}.")
