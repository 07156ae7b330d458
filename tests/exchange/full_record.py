"""A small record with something of everything, and bundles made of any parts."""

import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

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
from socialplanner.exchange.bundle_manifest import manifest_json
from tests.domain.records import small_logo

THEN = datetime(2027, 1, 31, 12, tzinfo=UTC)
SMALLEST = ProfileRecord(id="x", profile=Profile(name=""), created_at=THEN, changed_at=THEN)
FULL = replace(
    SMALLEST,
    assessments=(
        RecordedAssessment(
            id="a",
            day=date(2027, 1, 31),
            catalogue_version="1",
            created_at=THEN,
            answers={"style.replying": RecordedAnswer(value=3.0, changed_at=THEN)},
            changes=(
                AnswerChange(question_id="style.replying", old=None, new=3.0, changed_at=THEN),
            ),
        ),
    ),
    plans=(
        IssuedPlan(
            id="p",
            assessment_id="a",
            issued_at=THEN,
            day=date(2027, 1, 31),
            catalogue_version="1",
            profile=Profile(name="Corner Bakery"),
            answers={"style.replying": 3.0},
            choices=Choices(earlier_plan={"reply_desk": 2.0}),
            hours={"reply_desk": 2.0},
            paper="a4",
            pdf_digest="0" * 64,
        ),
    ),
    weeks=(LoggedWeek(monday=date(2027, 2, 1), changed_at=THEN),),
    enquiries=(Enquiry(id="e", day=date(2027, 2, 1), changed_at=THEN),),
    settings={"paper": "a4"},
)


def with_logo() -> ProfileRecord:
    """Return the full record with a logo."""
    return replace(FULL, brand=Brand(logo=small_logo("RGB")))


def parts_of(bundle: bytes) -> dict[str, bytes]:
    """Return the parts of a bundle by name."""
    with zipfile.ZipFile(BytesIO(bundle)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return parts as a plain zip file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def bundle_of(parts: dict[str, bytes], **changes: object) -> bytes:
    """Return a bundle of these parts, whose manifest is true but for some changes."""
    manifest = json.loads(manifest_json(parts, "0", is_scrubbed=False))
    return zipped({"manifest.json": json.dumps({**manifest, **changes}).encode(), **parts})
