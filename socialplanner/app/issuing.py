"""A plan that is handed out: where it may be written, and what the profile keeps of it."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from socialplanner.domain.editing import Now
from socialplanner.domain.record import IssuedPlan, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.messages import visible
from socialplanner.presentation.plan_formats import Format
from socialplanner.store.naming import new_id

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment

BEGINNINGS: Final = {
    Format.PDF: b"%PDF-",
    Format.DOCX: b"PK",
    Format.PPTX: b"PK",
    Format.XLSX: b"PK",
    Format.ICS: b"BEGIN:VCALENDAR",
}
"""The first bytes of each kind of file."""


def refuse_other_file(path: Path, remedy: str, kind: Format = Format.PDF) -> None:
    """Raise UserError where a plan would replace anything but an earlier file of its kind."""
    try:
        is_other = path.is_file() and not _start(path).startswith(BEGINNINGS[kind])
    except OSError as error:
        reason = error.strerror or error
        raise UserError(f"{visible(str(path))} cannot be looked at: {reason}.") from error
    if is_other:
        what = "PDF" if kind is Format.PDF else "file of that kind"
        raise UserError(
            f"{visible(str(path))} is there already and is no {what}; "
            f"nothing was replaced. {remedy}"
        )


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(max(map(len, BEGINNINGS.values())))


def issued_plan(
    assessment_id: str, assessment: "Assessment", edit: Now, paper: str, pdf: bytes
) -> IssuedPlan:
    """Return a plan as it was handed out."""
    return IssuedPlan(
        id=new_id(),
        assessment_id=assessment_id,
        issued_at=edit.moment,
        day=assessment.today,
        catalogue_version=assessment.catalogue_version,
        profile=assessment.profile,
        answers=assessment.answers,
        choices=assessment.choices,
        hours=dict(assessment.plan.hours),
        paper=paper,
        pdf_digest=hashlib.sha256(pdf).hexdigest(),
    )


def with_plan(record: ProfileRecord, issued: IssuedPlan) -> ProfileRecord:
    """Return the record that knows of a plan handed out."""
    return replace(record, plans=(*record.plans, issued), changed_at=issued.issued_at)
