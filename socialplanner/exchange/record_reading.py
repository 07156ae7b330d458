"""From JSON's own types to a record, every field judged; record_writing.py leads there."""

import re
from dataclasses import fields
from functools import cache

from socialplanner.domain.profile import PROFILE_TEXTS, Choices, Profile
from socialplanner.domain.record import (
    AnswerChange,
    AssessmentState,
    Brand,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)
from socialplanner.exchange.profile_table import CHOICES_KEYS, KEEPS_EARLIER, profile_at
from socialplanner.exchange.record_answers import answers_at, value_at
from socialplanner.exchange.record_fields import Fields, fields_at, id_at, word_at
from socialplanner.exchange.record_references import check_references
from socialplanner.exchange.spot import Spot

MOST_ASSESSMENTS = 1_000
MOST_CHANGES = 100_000
MOST_PLANS = 10_000
MOST_WEEKS = 20_000
MOST_ENQUIRIES = 200_000
MOST_COLOURS = 2
MOST_CONTACTS = 100
TRACES = ("", "tag", "code", "asked")

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


@cache
def _keys(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def record_at(spot: Spot, value: object) -> ProfileRecord:
    """Return the record of a whole file, without its logo; what is wrong is refused."""
    table = fields_at(spot, value, ("format", *_keys(ProfileRecord)))
    record = ProfileRecord(
        id=table.id("id"),
        profile=_profile(table),
        created_at=table.moment("created_at"),
        changed_at=table.moment("changed_at"),
        tags=table.texts("tags"),
        is_archived=table.flag("is_archived"),
        is_sample=table.flag("is_sample"),
        brand=_brand(table),
        assessments=tuple(
            _assessment(*each) for each in table.entries("assessments", MOST_ASSESSMENTS)
        ),
        plans=tuple(_plan(*each) for each in table.entries("plans", MOST_PLANS)),
        weeks=tuple(_week(*each) for each in table.entries("weeks", MOST_WEEKS)),
        enquiries=tuple(_enquiry(*each) for each in table.entries("enquiries", MOST_ENQUIRIES)),
        settings=table.named_texts("settings"),
    )
    if not spot.problems:
        check_references(spot, record)
    return record


def _profile(table: Fields) -> Profile:
    """Return who it is for; a profile just begun may have no name yet."""
    spot, value = table.spot.under("profile"), table.table.get("profile", {})
    inside = fields_at(spot, value, PROFILE_TEXTS)
    texts = {key: inside.text(key) for key in PROFILE_TEXTS}
    profile_at(spot, {"name": "-", "language": texts["language"], "website": texts["website"]})
    return Profile(**texts)


def _brand(table: Fields) -> Brand:
    inside = fields_at(
        table.spot.under("brand"), table.table.get("brand", {}), ("colours", "lines")
    )
    colours = tuple(
        word_at(spot, colour, _COLOUR, "#2f6f5e") or ""
        for spot, colour in inside.entries("colours", MOST_COLOURS)
    )
    return Brand(colours=colours, lines=inside.texts("lines"))


def _assessment(spot: Spot, value: object) -> RecordedAssessment:
    table = fields_at(spot, value, _keys(RecordedAssessment))
    return RecordedAssessment(
        id=table.id("id"),
        day=table.day("day"),
        catalogue_version=table.text("catalogue_version"),
        created_at=table.moment("created_at"),
        state=AssessmentState(table.choice("state", tuple(AssessmentState))),
        earlier_id=table.id("earlier_id", is_optional=True),
        position=table.id("position", is_optional=True),
        answers={
            id_at(here, key) or "": _recorded(here, each)
            for here, key, each in table.parts("answers")
        },
        changes=tuple(_change(*each) for each in table.entries("changes", MOST_CHANGES)),
        choices=_choices(table),
    )


def _recorded(spot: Spot, value: object) -> RecordedAnswer:
    table = fields_at(spot, value, _keys(RecordedAnswer))
    return RecordedAnswer(
        value=value_at(spot.under("value"), table.table.get("value")),
        changed_at=table.moment("changed_at"),
        note=table.text("note"),
        is_carried=table.flag("is_carried"),
        is_marked=table.flag("is_marked"),
    )


def _change(spot: Spot, value: object) -> AnswerChange:
    table = fields_at(spot, value, _keys(AnswerChange))
    return AnswerChange(
        question_id=table.id("question_id"),
        old=value_at(spot.under("old"), table.table.get("old")),
        new=value_at(spot.under("new"), table.table.get("new")),
        changed_at=table.moment("changed_at"),
    )


def _choices(table: Fields) -> Choices:
    spot, value = table.spot.under("choices"), table.table.get("choices", {})
    inside = fields_at(spot, value, CHOICES_KEYS, optional=(KEEPS_EARLIER,))
    return Choices(
        pinned=inside.ids("pinned"),
        declined=inside.ids("declined"),
        earlier_plan=inside.hours_or_none("earlier_plan"),
        keeps_earlier=inside.flag(KEEPS_EARLIER),
    )


def _plan(spot: Spot, value: object) -> IssuedPlan:
    table = fields_at(spot, value, _keys(IssuedPlan))
    return IssuedPlan(
        id=table.id("id"),
        assessment_id=table.id("assessment_id", is_optional=True),
        issued_at=table.moment("issued_at"),
        day=table.day("day"),
        catalogue_version=table.text("catalogue_version"),
        profile=_profile(table),
        answers=answers_at(table, "answers"),
        choices=_choices(table),
        hours=table.hours("hours"),
        paper=table.text("paper"),
        pdf_digest=table.word("pdf_digest", _DIGEST, "64 digits and letters from a to f"),
    )


def _week(spot: Spot, value: object) -> LoggedWeek:
    table = fields_at(spot, value, _keys(LoggedWeek), optional=("origins",))
    return LoggedWeek(
        monday=table.day("monday"),
        changed_at=table.moment("changed_at"),
        hours=table.hours("hours"),
        outcomes=table.numbers("outcomes"),
        money=table.number_or_none("money"),
        is_odd=table.flag("is_odd"),
        note=table.text("note"),
        origins=table.texts_by_id("origins"),
    )


def _enquiry(spot: Spot, value: object) -> Enquiry:
    table = fields_at(spot, value, _keys(Enquiry), optional=("way",))
    return Enquiry(
        id=table.id("id"),
        day=table.day("day"),
        changed_at=table.moment("changed_at"),
        words=table.text("words"),
        activity_id=table.id("activity_id", is_optional=True),
        trace=table.choice("trace", TRACES),
        note=table.text("note"),
        way=table.ordered_ids("way", MOST_CONTACTS),
    )
