"""The progress report is one: on its cover, in its name, on its first page and in its figures."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from socialplanner.app.comparing import Comparer
from socialplanner.app.half_year import half_year
from socialplanner.app.reports import printed_as, report_bytes, source_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import ProfileRecord
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.report_presets import Preset, is_progress_report, with_preset
from tests.app.clients import catalogue, sample_record

DAY = date(2026, 11, 25)
OWN = PlanOptions()


@cache
def known() -> Catalogue:
    """Return the catalogue, read once."""
    return catalogue()


@cache
def sample() -> ProfileRecord:
    return half_year(DAY)


@cache
def source(day: date = DAY) -> PlanSource:
    options = printed_as(sample(), OWN, Preset.PROGRESS)
    return source_of(known(), sample(), options, day)


def in_pounds(record: ProfileRecord, now: str) -> ProfileRecord:
    """Return a record whose plans were in pounds, in another currency now."""
    plans = [replace(each, profile=replace(each.profile, currency="£")) for each in record.plans]
    return replace(record, plans=tuple(plans), profile=replace(record.profile, currency=now))


@pytest.mark.parametrize("later", [0, 5, 40])
def test_paper_and_window_say_the_same_of_a_comparison_whatever_day_it_is_printed(
    later: int,
) -> None:
    then, now = sample().assessments[-2:]
    compared = Comparer(known()).compare(sample(), then.id, now.id).progress
    assert source(DAY + timedelta(days=later)).summary.progress == compared


def test_the_first_page_is_led_by_what_changed_what_came_back_and_what_is_proposed() -> None:
    summary = source().summary
    assert (summary.cover.kind, summary.cover.title[:8]) == ("Progress report", "Progress")
    page, review = summary.overview, summary.review
    assert review is not None
    assert page.headline == summary.progress.headline
    changed, back, coming = (one.title for one in page.findings)
    assert changed.startswith("What changed: ")
    assert back.startswith("What came back: the logged weeks cost")
    assert coming == f"{review.proposed.headline}."
    assert [each.label for each in page.figures] == [
        "of the planned hours kept",
        "enquiries traced to your work",
        "forecasts held",
    ]
    assert [each.text for each in page.actions] == list(review.focus)


def test_a_plan_that_has_the_progress_as_a_part_stays_a_plan() -> None:
    options = replace(OWN, parts=(*OWN.parts, PlanPart.PROGRESS))
    assert not is_progress_report(options)
    summary = source_of(known(), sample(), options, DAY).summary
    assert summary.cover.kind == "Ninety-day plan"
    assert summary.progress.compared is not None


def test_where_there_is_nothing_to_tell_the_first_page_is_that_of_the_plan() -> None:
    record = sample_record("Harbour", "c0")
    progress = source_of(known(), record, with_preset(OWN, Preset.PROGRESS), DAY)
    plan = source_of(known(), record, OWN, DAY)
    assert progress.summary.overview == plan.summary.overview
    assert progress.summary.cover.kind == "Progress report"


def test_without_a_log_the_first_page_tells_of_scores_and_answers() -> None:
    record = replace(sample(), weeks=(), enquiries=())
    page = source_of(known(), record, with_preset(OWN, Preset.PROGRESS), DAY).summary.overview
    assert [each.label for each in page.figures] == ["scores clearly higher", "answers differ"]
    assert len(page.findings) == 1


@pytest.mark.parametrize("kind", list(Format))
def test_every_kind_of_file_is_made_of_it(kind: Format) -> None:
    assert report_bytes(source(), kind)


def test_another_currency_since_is_said_and_older_money_keeps_its_own() -> None:
    record = in_pounds(sample(), "€")
    then, now = record.assessments[-2:]
    first = record.assessments[0]
    answers = dict(first.answers)
    key = "business.hour_cost"
    answers[key] = replace(answers[key], value=17.0)
    record = replace(record, assessments=(replace(first, answers=answers), then, now))
    page = Comparer(known()).compare(record, first.id, now.id).progress.compared
    assert page is not None
    assert "Money was given in £ then and in € now" in page.overlap
    assert ("£17 an hour", True) in [(row[1], row[2].startswith("€")) for row in page.answers.rows]
    review = source_of(known(), record, with_preset(OWN, Preset.PROGRESS), DAY).summary.review
    assert review is not None
    assert "were in £, your profile is in € now" in review.returns.lead


def test_one_currency_all_along_is_not_spoken_of() -> None:
    page = source().summary.progress.compared
    assert page is not None
    assert "Money was given" not in page.overlap
    review = source().summary.review
    assert review is not None
    assert "your profile is in" not in review.returns.lead
