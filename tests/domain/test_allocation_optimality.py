"""Exact allocation at full size: 200 random businesses against an integer programme in HiGHS."""

import pytest

from tests.domain.builders import Instance
from tests.domain.businesses import random_instance
from tests.domain.integer_programme import best_plan
from tests.domain.oracles import Best, broken_rules, modelled_value, outside

PER_TEST = 20


def disagreement(instance: Instance, best: Best | None) -> str:
    """Return in what the plan differs from the best one; nothing where it does not."""
    found = instance.solve()
    if best is None or not found.is_feasible[0]:
        return "" if best is None and not found.is_feasible[0] else f"feasible: {best}"
    hours, value = instance.hours(), float(found.value[0])
    checks = {
        "rules": not broken_rules(instance, hours),
        "own value": value == pytest.approx(modelled_value(instance, hours), rel=1e-9),
        "distance from the band": outside(instance, hours)
        == pytest.approx(best.distance, abs=1e-6),
        "value": value == pytest.approx(best.value, rel=1e-6),
    }
    wrong = ", ".join(name for name, agreed in checks.items() if not agreed)
    return f"{wrong}: {value} {hours} instead of {best}" if wrong else ""


@pytest.mark.parametrize("first", range(0, 200, PER_TEST))
def test_the_plan_is_as_good_as_the_integer_programme_finds(first: int) -> None:
    found = {}
    for seed in range(first, first + PER_TEST):
        instance = random_instance(seed)
        found[seed] = disagreement(instance, best_plan(instance))
    assert {seed: text for seed, text in found.items() if text} == {}


def test_the_random_businesses_put_every_rule_to_the_test() -> None:
    instances = [random_instance(seed) for seed in range(60)]
    plans = [instance.hours() for instance in instances]
    met = [pair for pair in zip(instances, plans, strict=True) if pair[1]]
    assert len(met) < len(instances)
    assert any(outside(instance, hours) for instance, hours in met)
    assert any(not outside(instance, hours) for instance, hours in met)
    assert any(instance.choices.earlier_plan for instance, _ in met)
    assert any(instance.choices.pinned for instance, _ in met)
    assert any(instance.business.people for instance, _ in met)
