"""Take names and money out of a record, so that it can be shown to somebody else."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace

from socialplanner.domain.answers import Answer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.logbook import ELSEWHERE
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import (
    AnswerChange,
    Brand,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)
from socialplanner.exchange.scrubbed_answers import MONEY, present_id, scrubbed_answer

PAPERS, TRACES = ("a4", "letter"), ("tag", "code", "asked")
ID_LENGTH, ALIAS_LENGTH = 10, 4
NO_DIGEST = "0" * 64
"""In the place of a paper's digest, by which one could tell whose plan it was."""


def scrubbed(record: ProfileRecord, catalogue: Catalogue) -> ProfileRecord:
    """Return a record in which nobody is named and no money is told.

    What stays: levels, hours, percentages and counts; options that the catalogue knows; choices
    about activities; hours promised in plans; hours and outcomes that are no money of logged
    weeks; how enquiries were traced and to which source; the language; days and moments; the
    catalogue's version, the paper's size, and whether it is archived or a sample.

    What goes: the name, which becomes an alias that stays the same for the same profile;
    currency, website and both “prepared” lines; brand, tags and settings; every note; every
    answer in money, and every answer to a question or with an option that this catalogue does
    not know; texts in tables, which become numbered; money and notes of weeks and what their
    figures were read from; words and notes of enquiries; digests of papers; activities that the
    catalogue does not know; ids of parts, which become others. It goes from plans and histories,
    too, and the copy has an id of its own.
    """
    digest = hashlib.sha256(f"scrubbed {record.id}".encode()).hexdigest()
    alias = Profile(name=f"Client {digest[:ALIAS_LENGTH]}", language=record.profile.language)
    return replace(
        record,
        id=digest[:ID_LENGTH],
        profile=alias,
        tags=(),
        brand=Brand(),
        assessments=tuple(_assessment(each, catalogue) for each in record.assessments),
        plans=tuple(_plan(each, alias, catalogue) for each in record.plans),
        weeks=tuple(_week(each, catalogue) for each in record.weeks),
        enquiries=tuple(_enquiry(each, catalogue) for each in record.enquiries),
        settings={},
    )


def _part_id(part_id: str) -> str:
    """Return another id for a part of a record, the same each time: ids can be chosen to tell."""
    if not part_id:
        return ""
    return hashlib.sha256(f"scrubbed {part_id}".encode()).hexdigest()[:ID_LENGTH]


def _version(version: str) -> str:
    """Return the version of a catalogue, if it is one."""
    return version if re.fullmatch(r"[0-9.]{1,20}", version, re.ASCII) else "0"


def _hours(hours: Mapping[str, float], catalogue: Catalogue) -> dict[str, float]:
    """Return the hours of activities that the catalogue knows."""
    return {key: value for key, value in hours.items() if _is_activity(key, catalogue)}


def _is_activity(key: str, catalogue: Catalogue) -> bool:
    known = {activity.id for activity in catalogue.activities}
    return present_id(key, catalogue) in known


def _is_source(key: str, catalogue: Catalogue) -> bool:
    return key in ELSEWHERE or _is_activity(key, catalogue)


def _choices(choices: Choices, catalogue: Catalogue) -> Choices:
    earlier = choices.earlier_plan
    pinned, declined = (
        frozenset(key for key in each if _is_activity(key, catalogue))
        for each in (choices.pinned, choices.declined)
    )
    plan = None if earlier is None else _hours(earlier, catalogue)
    return replace(choices, pinned=pinned, declined=declined, earlier_plan=plan)


def _assessment(assessment: RecordedAssessment, catalogue: Catalogue) -> RecordedAssessment:
    answers = (
        (key, _recorded(key, answer, catalogue)) for key, answer in assessment.answers.items()
    )
    changes = (_change(change, catalogue) for change in assessment.changes)
    position = present_id(assessment.position, catalogue)
    return replace(
        assessment,
        id=_part_id(assessment.id),
        earlier_id=_part_id(assessment.earlier_id),
        catalogue_version=_version(assessment.catalogue_version),
        choices=_choices(assessment.choices, catalogue),
        position=assessment.position if position in catalogue.questionnaire.by_id else "",
        answers={key: answer for key, answer in answers if answer is not None},
        changes=tuple(change for change in changes if change is not None),
    )


def _recorded(
    question_id: str, answer: RecordedAnswer, catalogue: Catalogue
) -> RecordedAnswer | None:
    """Return an answer without its note, None where nothing is left of it."""
    value = _value(question_id, answer.value, catalogue)
    is_left = value is not None or (answer.is_marked and _is_known(question_id, catalogue))
    return replace(answer, value=value, note="") if is_left else None


def _change(change: AnswerChange, catalogue: Catalogue) -> AnswerChange | None:
    """Return a change, None where nothing is left of it."""
    old, new = (_value(change.question_id, each, catalogue) for each in (change.old, change.new))
    return None if old == new else replace(change, old=old, new=new)


def _plan(plan: IssuedPlan, alias: Profile, catalogue: Catalogue) -> IssuedPlan:
    return replace(
        plan,
        id=_part_id(plan.id),
        assessment_id=_part_id(plan.assessment_id),
        catalogue_version=_version(plan.catalogue_version),
        choices=_choices(plan.choices, catalogue),
        hours=_hours(plan.hours, catalogue),
        paper=plan.paper if plan.paper in PAPERS else "",
        profile=replace(alias, language=plan.profile.language),
        answers=_answers(plan.answers, catalogue),
        pdf_digest=NO_DIGEST,
    )


def _answers(answers: Mapping[str, Answer], catalogue: Catalogue) -> dict[str, Answer]:
    found = ((key, _value(key, answer, catalogue)) for key, answer in answers.items())
    return {key: answer for key, answer in found if answer is not None}


def _value(question_id: str, value: Answer | None, catalogue: Catalogue) -> Answer | None:
    question = catalogue.questionnaire.by_id.get(present_id(question_id, catalogue))
    if question is None or value is None:
        return None
    return scrubbed_answer(question, value, catalogue.renamed)


def _is_known(question_id: str, catalogue: Catalogue) -> bool:
    return present_id(question_id, catalogue) in catalogue.questionnaire.by_id


def _week(week: LoggedWeek, catalogue: Catalogue) -> LoggedWeek:
    outcomes = {
        key: value
        for key, value in week.outcomes.items()
        if (kpi := catalogue.kpis.get(present_id(key, catalogue))) and MONEY not in kpi.unit
    }
    hours = _hours(week.hours, catalogue)
    return replace(week, hours=hours, outcomes=outcomes, money=None, note="", origins={})


def _enquiry(enquiry: Enquiry, catalogue: Catalogue) -> Enquiry:
    activity = enquiry.activity_id if _is_source(enquiry.activity_id, catalogue) else ""
    trace = enquiry.trace if enquiry.trace in TRACES else ""
    return replace(
        enquiry,
        id=_part_id(enquiry.id),
        activity_id=activity,
        trace=trace,
        way=tuple(key for key in enquiry.way if _is_source(key, catalogue)),
        words="",
        note="",
    )
