"""Profiles as they are after years: several assessments, a logo, plans, a logbook."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from socialplanner.domain.editing import with_answer, with_note, with_reassessment
from socialplanner.domain.record import Brand, Enquiry, LoggedWeek, ProfileRecord
from tests.store.makers import NOW, QUESTIONS, answered, issued


def of_years(seed: int = 1, assessments: int = 4, weeks: int = 60) -> ProfileRecord:
    """Return a profile with so many assessments and weeks, about 300 kB on the disk."""
    random = Random(seed)  # noqa: S311 - no secrets here
    record = answered()
    for number in range(2, assessments + 1):
        record = with_reassessment(record, f"a{number}", NOW, renamed={}, earlier_plan=None)
        for question in QUESTIONS:
            record = with_answer(record, f"a{number}", question, float(random.randrange(5)), NOW)
        note = "A customer asked for opening hours. " * random.randrange(1, 20)
        record = with_note(record, f"a{number}", random.choice(QUESTIONS), note, NOW)
    monday = date(2027, 2, 1)
    return replace(
        record,
        brand=Brand(logo=random.randbytes(30_000), colours=("#2f6f5e",)),
        plans=tuple(replace(issued(record), id=f"p{number}") for number in range(3)),
        weeks=tuple(
            LoggedWeek(
                monday=monday + timedelta(weeks=week),
                changed_at=NOW.moment,
                hours={"reply_desk": random.random(), "newsletter": 1.5},
                note="An ordinary week.",
            )
            for week in range(weeks)
        ),
        enquiries=tuple(
            Enquiry(
                id=f"e{number:04}",
                day=monday + timedelta(days=number),
                changed_at=NOW.moment,
                words="A friend told me about you",
            )
            for number in range(weeks * 2)
        ),
    )


def said(record: ProfileRecord) -> dict[tuple[str, str], object]:
    """Return every answer of every assessment."""
    return {
        (assessment.id, question): answer.value
        for assessment in record.assessments
        for question, answer in assessment.answers.items()
    }
