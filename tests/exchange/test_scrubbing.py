"""A scrubbed bundle names nobody and tells no money, wherever in the record it may have stood."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, NoAnswer, TableRow
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import (
    AnswerChange,
    Brand,
    ProfileRecord,
    RecordedAnswer,
)
from socialplanner.exchange.bundle import bundle_bytes, open_bundle
from socialplanner.exchange.record_file import record_json
from socialplanner.exchange.scrubbing import scrubbed
from tests.domain.builders import shipped_catalogue
from tests.domain.records import any_records
from tests.domain.respondents import any_answers
from tests.exchange.full_record import FULL, THEN, parts_of
from tests.exchange.pictures import picture

KPI = "link_clicks"
AMOUNT = 424_242.4242
MONEY = ("business.order_value", "business.hour_cost", "business.ad_budget_per_week")


def words() -> Iterator[str]:
    """Yield texts that stand nowhere else, numbered."""
    number = 0
    while True:
        number += 1
        yield f"CANARY{number:04}X"


def answers_full_of_canaries(told: Iterator[str]) -> dict[str, Answer]:
    """Return an answer with a canary to every kind of question, known or not."""
    people: tuple[TableRow, ...] = (
        {"name": next(told), "hours": 3.0, "strength": "both", "new_column": next(told)},
    )
    sources: tuple[TableRow, ...] = (
        {"source": next(told), "count": 7.0},
        {"source": next(told), "count": 2.0},
    )
    return {
        "business.people": people,
        "business.last_ten_enquiries": sources,
        "business.kind": next(told),
        "business.goals": (next(told), "leads"),
        "business.hours_per_week": next(told),
        "style.replying": (next(told),),
        "unknown.question": next(told),
        "unknown.amount": AMOUNT,
        "business.margin_percent": 60.0,
        **dict.fromkeys(MONEY, AMOUNT),
    }


def full_of_canaries() -> ProfileRecord:
    """Return a record with a canary in every free field and every amount."""
    told = words()
    profile = Profile(
        name=next(told),
        currency=next(told)[:12],
        prepared_by=next(told),
        prepared_for=next(told),
        website=f"https://{next(told)}.example/",
    )
    answers = answers_full_of_canaries(told)
    recorded = {
        key: RecordedAnswer(value=value, note=next(told), changed_at=THEN)
        for key, value in answers.items()
    }
    recorded["business.stage"] = RecordedAnswer(value=None, note=next(told), changed_at=THEN)
    changes = tuple(
        AnswerChange(question_id=key, old=old, new=new, changed_at=THEN)
        for key, value in answers.items()
        for old, new in ((None, value), (value, NoAnswer.UNKNOWN))
    )
    [assessment], [plan], [week], [enquiry] = (
        FULL.assessments,
        FULL.plans,
        FULL.weeks,
        FULL.enquiries,
    )
    said = answers_full_of_canaries(told)
    outcomes = {"cac": AMOUNT, "referral_value": AMOUNT, KPI: 5.0, "unknown_kpi": AMOUNT}
    return replace(
        FULL,
        profile=profile,
        tags=(next(told), next(told)),
        brand=Brand(logo=picture("RGB", (3, 3)), colours=("#c0ffee",), lines=(next(told),)),
        assessments=(replace(assessment, answers=recorded, changes=changes),),
        plans=(replace(plan, profile=profile, answers=said, pdf_digest="c" * 64),),
        weeks=(replace(week, money=AMOUNT, note=next(told), outcomes=outcomes),),
        enquiries=(replace(enquiry, words=next(told), note=next(told), trace="asked"),),
        settings={next(told): next(told)},
    )


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped_catalogue()


def test_no_canary_survives_in_any_part_of_a_scrubbed_bundle(catalogue: Catalogue) -> None:
    record = full_of_canaries()
    before = record_json(record)
    told = set(re.findall(rb"CANARY\d{4}X?", before))
    assert len(told) > 40
    assert before.count(str(AMOUNT).encode()) > 10
    data = bundle_bytes(scrubbed(record, catalogue), is_scrubbed=True)
    parts = parts_of(data)
    assert parts.keys() == {"manifest.json", "profile.json"}
    for part in (data, *parts.values()):
        assert b"CANARY" not in part
        assert b"canary" not in part
        assert str(AMOUNT).encode() not in part
        assert b"c0ffee" not in part
        assert record.plans[0].pdf_digest.encode() not in part
    assert open_bundle(data, "firm").is_scrubbed


def test_what_is_neither_name_nor_money_stays(catalogue: Catalogue) -> None:
    left = scrubbed(full_of_canaries(), catalogue)
    [assessment], [plan] = left.assessments, left.plans
    assert plan.answers == {
        "business.people": ({"name": "People 1", "hours": 3.0, "strength": "both"},),
        "business.last_ten_enquiries": (
            {"source": "Last ten enquiries 1", "count": 7.0},
            {"source": "Last ten enquiries 2", "count": 2.0},
        ),
        "business.goals": ("leads",),
        "style.replying": (),
        "business.margin_percent": 60.0,
    }
    assert assessment.said() == plan.answers
    assert plan.hours == {"reply_desk": 2.0}
    assert plan.choices == FULL.plans[0].choices
    assert left.enquiries[0].trace == "asked"
    assert left.weeks[0].outcomes == {KPI: 5.0}
    assert left.profile.language == "en"


def test_the_history_keeps_what_may_be_told(catalogue: Catalogue) -> None:
    changes = scrubbed(full_of_canaries(), catalogue).assessments[0].changes
    kept = {(each.question_id, json.dumps(each.old), str(each.new)) for each in changes}
    assert ("business.margin_percent", "null", "60.0") in kept
    assert not any(each.question_id.startswith("unknown") for each in changes)


def test_a_scrubbed_copy_is_another_profile_with_an_alias_that_stays(catalogue: Catalogue) -> None:
    once, again = scrubbed(FULL, catalogue), scrubbed(FULL, catalogue)
    assert once == again
    assert once.id != FULL.id
    assert re.fullmatch(r"Client [0-9a-f]{4}", once.profile.name)
    assert once.plans[0].profile == once.profile
    assert scrubbed(replace(FULL, id="y"), catalogue).profile.name != once.profile.name


@pytest.mark.parametrize("unit", ["currency", "currency an hour", "currency a week"])
def test_an_amount_is_known_by_its_unit_whatever_the_question(
    catalogue: Catalogue, unit: str
) -> None:
    assert unit in {question.unit for question in catalogue.questionnaire}


def test_a_question_of_an_older_name_is_scrubbed_like_the_new_one(catalogue: Catalogue) -> None:
    renamed = replace(
        catalogue, renamed={"money.old": "business.hour_cost", "style.old": "style.replying"}
    )
    answers: dict[str, Answer] = {"money.old": AMOUNT, "style.old": 3.0}
    record = replace(FULL, plans=(replace(FULL.plans[0], answers=answers),))
    assert scrubbed(record, renamed).plans[0].answers == {"style.old": 3.0}


def rounded(value: Answer) -> Answer:
    """Return an answer that a file takes: the smallest numbers are no answers there."""
    return round(value, 3) if isinstance(value, float) else value


@settings(max_examples=50)
@given(record=any_records(), answers=any_answers())
def test_a_scrubbed_record_is_a_sound_one_and_scrubbing_it_again_changes_names_only(
    record: ProfileRecord, answers: dict[str, Answer]
) -> None:
    recorded = {
        key: RecordedAnswer(value=rounded(value), changed_at=THEN) for key, value in answers.items()
    }
    assessment = replace(FULL.assessments[0], id="answered", answers=recorded)
    record = replace(record, assessments=(*record.assessments, assessment))
    left = scrubbed(record, shipped_catalogue())
    assert open_bundle(bundle_bytes(left), "firm").record == left
    again = scrubbed(left, shipped_catalogue())
    assert [each.said() for each in again.assessments] == [x.said() for x in left.assessments]
    assert again.weeks == left.weeks
    ids = {each.id for each in left.assessments}
    assert all(each.earlier_id in {*ids, ""} for each in left.assessments)
    assert not ids & {each.id for each in record.assessments}


@settings(max_examples=50)
@given(record=any_records(), text=st.text("abcdef", min_size=8, max_size=12))
def test_a_name_does_not_survive_wherever_it_is_said(record: ProfileRecord, text: str) -> None:
    name = f"QX{text}"
    named = replace(
        record,
        profile=replace(record.profile, name=name, prepared_by=name),
        tags=(name,),
        plans=tuple(
            replace(plan, profile=replace(plan.profile, name=name)) for plan in record.plans
        ),
    )
    assert name.encode() not in record_json(scrubbed(named, shipped_catalogue()))
