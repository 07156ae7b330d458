"""A profile as one JSON object, for other programs."""

from collections.abc import Sequence
from dataclasses import asdict

from socialplanner.cli.profiles.progress import Progress, progress
from socialplanner.domain.answers import plain_answer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import answer_marks
from socialplanner.domain.moment import moment_text
from socialplanner.domain.profile import plain_choices
from socialplanner.domain.record import IssuedPlan, ProfileRecord, RecordedAssessment
from socialplanner.exchange.stored_answers import present_answers
from socialplanner.store.backups import Backup

Plain = dict[str, object]


def profile_record(catalogue: Catalogue, record: ProfileRecord, backups: Sequence[Backup]) -> Plain:
    """Return what `profiles show --json` prints; docs/command-line.md lists the paths."""
    return {
        "id": record.id,
        "profile": asdict(record.profile),
        "tags": list(record.tags),
        "is_archived": record.is_archived,
        "is_sample": record.is_sample,
        "created_at": moment_text(record.created_at),
        "changed_at": moment_text(record.changed_at),
        "brand": {
            "has_logo": record.brand.logo is not None,
            "colours": list(record.brand.colours),
            "lines": list(record.brand.lines),
        },
        "assessments": [_assessment(catalogue, record, each) for each in record.assessments],
        "plans": [_plan(each) for each in record.plans],
        "backups": {
            "count": len(backups),
            "newest": moment_text(backups[0].moment) if backups else None,
        },
    }


def progress_record(found: Progress) -> Plain:
    """Return how far an assessment has come, and with which question it goes on."""
    question = found.next_question
    return {
        "answered": found.answered,
        "questions": found.questions,
        "to_confirm": found.to_confirm,
        "next_question": question and {"id": question.id, "text": question.text},
    }


def _assessment(
    catalogue: Catalogue, record: ProfileRecord, assessment: RecordedAssessment
) -> Plain:
    recorded = assessment.answers
    return {
        "id": assessment.id,
        "date": assessment.day.isoformat(),
        "state": assessment.state,
        "catalogue_version": assessment.catalogue_version,
        "position": assessment.position,
        **progress_record(progress(catalogue, assessment)),
        "answers": {key: plain_answer(value) for key, value in assessment.said().items()},
        "not_counted": list(present_answers(catalogue, assessment.said()).not_counted),
        "marks": dict(answer_marks(record, assessment.id, catalogue.renamed)),
        "marked": [key for key, answer in recorded.items() if answer.is_marked],
        "notes": {key: answer.note for key, answer in recorded.items() if answer.note},
        "choices": plain_choices(assessment.choices),
    }


def _plan(plan: IssuedPlan) -> Plain:
    return {
        "id": plan.id,
        "assessment_id": plan.assessment_id,
        "date": plan.day.isoformat(),
        "issued_at": moment_text(plan.issued_at),
        "catalogue_version": plan.catalogue_version,
        "paper": plan.paper,
        "sha256": plan.pdf_digest,
        "hours": dict(plan.hours),
    }
