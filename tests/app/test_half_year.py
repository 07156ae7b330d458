"""The sample of a first half-year: whole, moved to now, reviewed, and fit to print."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from socialplanner.app.half_year import half_year
from socialplanner.app.reports import printed_as, source_of
from socialplanner.app.reviewing import Reviewer
from socialplanner.app.reviews import reviewed_of
from socialplanner.app.said import assessment_of, said_of
from socialplanner.domain.belief import Present
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import with_answer
from socialplanner.domain.followed import followed_of, with_followed
from socialplanner.domain.held_reviews import held_of
from socialplanner.domain.kept_reviews import forecasts_of, planned_tests
from socialplanner.domain.moment import week_of
from socialplanner.domain.moved_days import moved
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.roadmap import WEEK
from socialplanner.exchange.bundle import bundle_bytes, read_bundle
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.report.plan_content import plan_sections
from socialplanner.ui.ports.reviewing import ReviewMade
from tests.app.clients import NOW, catalogue

OPENED = (date(2026, 11, 20), date(2027, 3, 3), date(2031, 12, 28))


@cache
def known() -> Catalogue:
    """Return the catalogue, read once."""
    return catalogue()


@cache
def sample() -> ProfileRecord:
    return half_year(OPENED[0])


def reviewed(record: ProfileRecord, day: date) -> ReviewMade:
    assessment = assessment_of(known(), said_of(known(), record), day)
    found = Reviewer(known(), lambda: NOW).review(record, assessment)
    assert found is not None
    return found


def test_the_sample_holds_half_a_year_and_says_that_it_is_one() -> None:
    record = sample()
    assert record.is_sample
    assert len(record.assessments) == 3
    assert len(record.weeks) == 25
    assert sum(week.is_odd for week in record.weeks) == 1
    assert len(planned_tests(record)) == 1
    assert len(forecasts_of(record)) == 6
    assert len(record.enquiries) > 100


@pytest.mark.parametrize("day", OPENED)
def test_wherever_in_time_it_is_opened_it_ended_just_now_and_says_the_same(day: date) -> None:
    record = half_year(day)
    last = record.weeks[-1].monday
    assert week_of(last) == last
    assert timedelta(days=4) <= day - last <= timedelta(days=13)
    friday = last + timedelta(days=4)
    first = reviewed(sample(), sample().weeks[-1].monday + timedelta(days=4))
    found = reviewed(record, friday)
    assert found.words.proposed == first.words.proposed
    assert found.words.learned == first.words.learned
    assert found.words.forecasts.headline == first.words.forecasts.headline


def test_moved_there_and_back_nothing_is_lost() -> None:
    assert moved(moved(sample(), 40), -40) == sample()


def test_as_a_bundle_it_comes_back_the_same() -> None:
    assert read_bundle(bundle_bytes(sample()), "half-year") == sample()


def test_its_review_proposes_and_keeps_no_second_forecast_for_the_same_weeks() -> None:
    found = reviewed(sample(), OPENED[0])
    assert found.proposed is not None
    assert found.suggested is None
    assert found.words.proposed.probe is not None
    assert "Most in doubt" in found.words.proposed.probe.text
    assert found.keeping is not None
    kept = found.keeping(sample())
    assert forecasts_of(kept) == forecasts_of(sample())
    assert held_of(kept) == (OPENED[0],)
    assert reviewed(kept, OPENED[0]).keeping is None
    assert found.words.forecasts.headline.startswith("Forecasts: ")


def test_answers_of_later_assessments_do_not_change_what_was_believed_at_first() -> None:
    record = sample()
    newest = record.assessments[-1]
    many = with_answer(record, newest.id, "business.enquiries_per_month", 90.0, NOW)
    many = with_answer(many, newest.id, "hours.making", 9.0, NOW)

    def believed(each: ProfileRecord) -> Present:
        assessment = assessment_of(known(), said_of(known(), each), OPENED[0])
        facts = reviewed_of(known(), each, assessment)
        assert facts is not None
        return facts.case.present

    assert believed(many) == believed(record)
    assert believed(record).enquiries == pytest.approx(26 / 4.33)
    assert sum(believed(record).hours.values()) == pytest.approx(3.5)


def test_hours_taken_over_are_what_a_later_review_looks_at() -> None:
    proposed = reviewed(sample(), OPENED[0]).proposed
    assert proposed is not None
    record = with_followed(sample(), proposed, NOW)
    assert followed_of(record) == (proposed,)
    assert reviewed(record, OPENED[0]).proposed is None
    later = reviewed(record, proposed.monday + 4 * WEEK)
    assert later.followed.hours == proposed.hours


def test_its_progress_report_has_the_review_after_the_comparison() -> None:
    record = sample()
    options = printed_as(record, PlanOptions())
    assert PlanPart.PROGRESS in options.parts
    source = source_of(known(), record, options, OPENED[0])
    assert source.enquiries == record.enquiries
    assert source.summary.review is not None
    pages = plan_sections(source.summary, source.options, lambda _done, _of: None)
    first, second = [each for each in pages if each.part is PlanPart.PROGRESS]
    assert source.summary.review.headline in str(second)
    assert source.summary.review.headline not in str(first)


@pytest.mark.parametrize("has_appendix", [True, False])
def test_how_a_review_learns_and_what_it_assumes_is_printed_once(*, has_appendix: bool) -> None:
    record = sample()
    parts = (PlanPart.PROGRESS, *((PlanPart.APPENDIX,) if has_appendix else ()))
    options = replace(printed_as(record, PlanOptions()), parts=parts)
    source = source_of(known(), record, options, OPENED[0])
    pages = plan_sections(source.summary, source.options, lambda _done, _of: None)
    said = "".join(map(str, pages))
    assert said.count("A guess counts as much as 4 enquiries") == 1
    assert said.count("We assume that half of the people who were sent to you") == 1
    assert ("How this review learns" in said) is not has_appendix


def test_a_copy_that_names_nobody_has_no_words_of_the_customers() -> None:
    record = sample()
    options = printed_as(record, PlanOptions(), alias="Client 7")
    source = source_of(known(), record, options, OPENED[0])
    assert not any(each.words or each.note for each in source.enquiries)
    said = str(source.summary)
    assert "Juniper" not in said
    assert not [each.words for each in record.enquiries if each.words and each.words in said]


def test_what_ran_for_half_a_year_is_not_set_up_again() -> None:
    source = source_of(known(), sample(), PlanOptions(), OPENED[0])
    days, overview = source.summary.days, source.summary.overview
    assert days.set_up.rows == ()
    assert days.headline == "Go on: everything in this plan runs already"
    assert len(days.build.rows) == len(source.assessment.plan.activities)
    assert overview.actions
    assert not any("Set up" in row.first_step for row in source.summary.week.rows)
    plan_sections(source.summary, source.options, lambda _done, _of: None)
