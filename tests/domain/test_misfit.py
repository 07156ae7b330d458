"""Where a log says more than the belief allows, and how many weeks a guess counts as."""

from dataclasses import replace

import pytest

from socialplanner.domain.belief import LAST_ENQUIRIES, present_of, remembered_of
from socialplanner.domain.counted_log import counted_weeks
from socialplanner.domain.learning import learn
from socialplanner.domain.learning_case import learning_case
from socialplanner.domain.misfit import misfits
from tests.domain.assessments import setting
from tests.domain.builders import shipped_catalogue, shipped_parameters
from tests.domain.logs import LONG_AFTER, learnt, steady_log, week
from tests.presentation.summaries import sample_assessment

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


def test_the_cafe_of_the_calibration_page_counts_three_a_week_against_a_low_guess() -> None:
    made = sample_assessment("cafe")
    hours = made.plan.hours
    before = remembered_of(made.answers[LAST_ENQUIRIES])
    desk = ("reply_desk",) * 3
    log = replace(steady_log(14, *desk), weeks=[week(n, hours) for n in range(1, 15)])
    problem = setting(made.answers)
    case = learning_case(
        shipped_catalogue(),
        problem.activities,
        problem.circumstances,
        present_of(shipped_catalogue(), made.business, hours, before),
        counted_weeks(shipped_catalogue(), log, LONG_AFTER),
    )
    (misfit,) = misfits(learn(case), RULE)
    assert misfit.traced == 42
    assert (round(misfit.believed.low), round(misfit.believed.high)) == (5, 7)
    assert round(misfit.guess_weeks) == 90


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
