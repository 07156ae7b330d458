"""What a plan's files are made from: the newest answers, how they look, and what was before."""

from dataclasses import replace
from functools import cache

import pytest

from socialplanner.app.reports import printed_as, report_bytes, source_of
from socialplanner.app.said import MissingAnswersError, NothingAnsweredError
from socialplanner.domain.beginning import reassessed
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import with_answer, with_choices
from socialplanner.domain.profile import Choices
from socialplanner.domain.record import Brand, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.plan_settings import with_options
from socialplanner.presentation.report_presets import Preset
from tests.app.clients import DAY, NOW, catalogue, empty_record, logo, sample_record

PLAN = PlanOptions()
PROGRESS = PlanOptions(parts=(PlanPart.SUMMARY, PlanPart.PROGRESS))


@cache
def known() -> Catalogue:
    """Return the catalogue, read once."""
    return catalogue()


def answered_twice() -> ProfileRecord:
    """Return a client that answered a second time, and otherwise."""
    record = reassessed(sample_record("Harbour", "c0"), "second", known().renamed, NOW)
    newest = record.assessments[-1]
    level = newest.answers["style.replying"].value
    return with_answer(record, newest.id, "style.replying", 0.0 if level else 4.0, NOW)


def test_a_report_is_of_the_newest_answers() -> None:
    record = answered_twice()
    source = source_of(known(), record, PLAN, DAY)
    newest = record.assessments[-1].answers["style.replying"].value
    assert source.assessment.answers["style.replying"] == newest
    assert source.profile_id == "c0"
    assert source.summary.cover.name == "Harbour"


def test_answers_before_are_set_beside_only_where_progress_is_a_part() -> None:
    record = answered_twice()
    compared = source_of(known(), record, PROGRESS, DAY).summary.progress.compared
    assert compared is not None
    assert len(compared.answers.rows) == 1
    assert source_of(known(), record, PLAN, DAY).summary.progress.compared is None


@pytest.mark.parametrize("cut", ["nothing before", "too little before"])
def test_without_answers_before_that_make_a_plan_there_is_nothing_to_compare(cut: str) -> None:
    record = answered_twice()
    first, second = record.assessments
    kept = (second,) if cut == "nothing before" else (replace(first, answers={}), second)
    record = replace(record, assessments=kept)
    assert source_of(known(), record, PROGRESS, DAY).summary.progress.compared is None


def test_a_copy_under_an_alias_names_nobody_of_the_answers_before() -> None:
    record = answered_twice()
    answers = dict(record.assessments[0].answers)
    people: dict[str, str | float] = {"name": "Xaverina", "hours": 3.0, "strength": "both"}
    answers["business.people"] = replace(answers["business.people"], value=(people,))
    earlier = replace(record.assessments[0], answers=answers)
    record = replace(record, assessments=(earlier, record.assessments[1]))
    named = source_of(known(), record, PROGRESS, DAY)
    copy = source_of(known(), record, replace(PROGRESS, alias="Client 1"), DAY)
    assert "Xaverina" in str(named.summary.progress)
    assert "Xaverina" not in str(copy)


def test_without_answers_it_is_said_what_is_missing() -> None:
    with pytest.raises(MissingAnswersError, match="5 answers are missing") as refused:
        source_of(known(), empty_record("Harbour", "c0"), PLAN, DAY)
    assert {question.id for question in refused.value.missing} == {
        f"business.{each}" for each in ("goals", "hours_per_week", "kind", "patience", "platforms")
    }
    nothing = replace(empty_record("Harbour", "c0"), assessments=())
    with pytest.raises(NothingAnsweredError, match="“Harbour” has no answers yet"):
        source_of(known(), nothing, PLAN, DAY)


def test_choices_that_cannot_be_met_are_told_by_the_names_of_the_window() -> None:
    record = sample_record("Harbour", "c0")
    every = frozenset(activity.id for activity in known().activities)
    record = with_choices(record, record.assessments[0].id, Choices(pinned=every), NOW)
    with pytest.raises(UserError, match="No plan of five hours a week can meet"):
        source_of(known(), record, PLAN, DAY)


def test_the_house_stands_where_a_client_does_not_say_and_alone_under_an_alias() -> None:
    house = PlanOptions(sender="Northlight", colours=("#112233",), lines=("Northlight 1",))
    record = replace(
        sample_record("Harbour", "c0"),
        brand=Brand(logo=logo((1, 2, 3)), lines=("Harbour 2",)),
    )
    own = printed_as(record, house, Preset.SHEET)
    assert (own.lines, own.colours, own.parts) == (
        ("Harbour 2",),
        ("#112233",),
        (PlanPart.SHEET,),
    )
    kept = with_options(record, replace(own, footer="Harbour, 2 Quay", alias="One"), house)
    copy = printed_as(kept, house)
    assert copy.alias == "One"
    assert (copy.lines, copy.logo, copy.footer) == (house.lines, None, "")
    assert printed_as(kept, house, alias="Two").alias == "Two"


@pytest.mark.parametrize("kind", list(Format))
def test_every_kind_of_file_is_made_and_the_same_each_time(kind: Format) -> None:
    source = source_of(known(), sample_record("Harbour", "c0"), PLAN, DAY)
    data = report_bytes(source, kind)
    assert data
    assert report_bytes(source, kind) == data
