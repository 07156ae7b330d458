"""Where a log says more than the belief allows, and how many weeks a guess counts as."""

import pytest

from socialplanner.domain.misfit import misfits
from tests.domain.builders import shipped_parameters
from tests.domain.logs import learnt, steady_log

RULE = shipped_parameters().learning


def test_a_guess_that_was_far_too_low_is_found_with_the_weeks_it_counts_as() -> None:
    found = learnt(steady_log(14, *["reply_desk"] * 12))
    (misfit,) = misfits(found, RULE)
    desk = next(each for each in found.activities if each.id == "reply_desk")
    assert (misfit.id, misfit.traced) == ("reply_desk", 168)
    assert misfit.believed.low < misfit.believed.mean < misfit.believed.high < 168
    by_hand = (RULE.prior_weight + 168) / (RULE.prior_weight / desk.prior_mean + desk.dose)
    assert misfit.believed.mean == pytest.approx(by_hand * desk.dose)
    a_week = desk.prior_mean * desk.dose / 14
    assert misfit.guess_weeks == pytest.approx(RULE.prior_weight / a_week)


@pytest.mark.parametrize("weeks", [0, 4, 26])
def test_a_log_within_what_is_believed_is_no_misfit(weeks: int) -> None:
    log = steady_log(weeks, "linkedin_dialogue", "linkedin_posts", "", "")
    assert misfits(learnt(log), RULE) == ()


def test_weeks_that_jump_more_than_chance_make_the_guess_count_longer() -> None:
    steady = steady_log(14, *["reply_desk"] * 12)
    bursts = [each for each in steady.enquiries if each.day.day % 2]
    found = learnt(type(steady)(weeks=steady.weeks, enquiries=bursts))
    assert found.dispersion > 1
    (misfit,) = misfits(found, RULE)
    desk = next(each for each in found.activities if each.id == "reply_desk")
    plain = RULE.prior_weight / (desk.prior_mean * desk.dose / 14)
    assert misfit.guess_weeks == pytest.approx(plain * found.dispersion)
