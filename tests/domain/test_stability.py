"""How sure each recommendation is: 200 versions of the catalogue (method section 4.3)."""

import pytest

from socialplanner.domain.ids import Mode
from socialplanner.domain.stability import StabilityLabel, label_of, stability
from tests.domain.assessments import firm_assessment, firm_with, setting, with_draws
from tests.domain.builders import shipped_catalogue, shipped_parameters
from tests.domain.firms import FIRMS
from tests.domain.oracles import HYGIENE

IDS = [activity.id for activity in shipped_catalogue().activities]


def test_the_draws_are_the_same_every_time() -> None:
    problem = setting(FIRMS["tax_adviser"].answers)
    assert stability(problem, IDS) == stability(problem, IDS)


@pytest.mark.parametrize(
    ("share", "label"),
    [
        (1.0, StabilityLabel.CORE),
        (0.7, StabilityLabel.CORE),
        (0.699, StabilityLabel.GOOD_CHOICE),
        (0.3, StabilityLabel.GOOD_CHOICE),
        (0.299, StabilityLabel.ALTERNATIVE),
        (0.0, StabilityLabel.ALTERNATIVE),
    ],
)
def test_seven_in_ten_draws_make_a_core_and_three_in_ten_a_good_choice(
    share: float, label: StabilityLabel
) -> None:
    assert label_of(share, shipped_parameters().allocation) is label


@pytest.mark.parametrize("name", FIRMS)
def test_hygiene_is_in_every_draw_and_no_share_leaves_its_range(name: str) -> None:
    found = firm_assessment(name).plan.stability
    assert [found.chosen_share[key] for key in HYGIENE] == [1.0, 1.0]
    assert all(0 <= share <= 1 for share in found.chosen_share.values())
    assert found.network_share_low <= found.network_share_high


@pytest.mark.parametrize("name", FIRMS)
def test_every_draw_stays_inside_the_band(name: str) -> None:
    found = firm_assessment(name)
    assert found.target.low - 1e-9 <= found.plan.stability.network_share_low
    assert found.plan.stability.network_share_high <= found.target.high + 1e-9


def test_the_tax_adviser_gets_a_networking_share_between_58_and_75_percent() -> None:
    found = firm_assessment("tax_adviser").plan.stability
    assert found.network_share_low == pytest.approx(0.583, abs=0.02)
    assert found.network_share_high == pytest.approx(0.75, abs=0.02)


@pytest.mark.parametrize("name", FIRMS)
def test_without_any_spread_every_draw_is_the_plan_itself(name: str) -> None:
    firm = FIRMS[name]
    exact = stability(with_draws(setting(firm.answers), 7, 0.0), IDS)
    chosen = {key for key, share in exact.chosen_share.items() if share == 1}
    assert chosen == firm.hours.keys()
    assert sum(exact.chosen_share.values()) == len(firm.hours)
    assert (
        exact.network_share_low == exact.network_share_high == pytest.approx(firm.share, abs=1e-4)
    )


def test_more_spread_keeps_fewer_activities_core() -> None:
    problem = setting(FIRMS["saas_start_up"].answers)

    def core(log_sd: float) -> int:
        found = stability(with_draws(problem, 100, log_sd), IDS)
        return sum(share >= 0.7 for share in found.chosen_share.values())

    assert core(0.05) > core(1.0)


def test_an_activity_keeps_its_draws_when_another_is_no_longer_offered() -> None:
    hours = firm_with("charity", hours_per_week=40.0)
    fewer = firm_with("charity", hours_per_week=40.0, platforms=("facebook", "instagram"))
    with_all, with_fewer = (stability(setting(some), IDS) for some in (hours, fewer))
    gone = with_all.chosen_share.keys() - with_fewer.chosen_share.keys()
    modes = {a.id: a.mode for a in shipped_catalogue().activities}
    assert gone <= {"own_community", "review_replies", "gbp_posts", "group_participation"}
    media = [key for key, mode in modes.items() if mode is Mode.MEDIA]
    for key in media:
        if key in with_fewer.chosen_share:
            assert with_fewer.chosen_share[key] == pytest.approx(
                with_all.chosen_share[key], abs=0.15
            )
