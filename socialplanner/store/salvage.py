"""Make a whole record out of the rows that were found: nothing that was said may be left out."""

from collections.abc import Mapping
from pathlib import Path

from socialplanner.store.tables import (
    ANSWER,
    ASSESSMENT,
    BRAND,
    CHANGE,
    PROFILE,
    Key,
    Row,
    Value,
)

RowsByKey = dict[str, dict[Key, dict[str, Value]]]
"""Rows by table and key."""

LOST_DAY = "2000-01-01T00:00:00.000000Z"
"""Stands for a moment that is no longer known."""


def merged_rows(earlier: RowsByKey, found: RowsByKey) -> RowsByKey:
    """Return the rows of a backup, replaced by those found in the file itself, which are newer."""
    return {
        name: {**earlier.get(name, {}), **found.get(name, {})}
        for name in earlier.keys() | found.keys()
    }


def completed(rows: RowsByKey, path: Path) -> RowsByKey:
    """Return the rows with a plain row in the place of each that others need and that is lost."""
    tables = {name: dict(each) for name, each in rows.items()}
    profiles = tables.setdefault(PROFILE.name, {})
    if not profiles:
        row = _lost_profile(path, tables)
        profiles[PROFILE.key(row)] = row
    assessments = tables.setdefault(ASSESSMENT.name, {})
    for assessment_id, moment in _orphaned(tables).items():
        row = _lost_assessment(assessment_id, moment, len(assessments))
        assessments[assessment_id,] = row
    return tables


def replayed(rows: RowsByKey) -> RowsByKey:
    """Return the rows with every answer that is lost itself but told by the history of changes.

    The history lies on pages of its own, so that a page of answers can be lost without loss.
    """
    return {**rows, ANSWER.name: {**_last_answers(rows), **rows.get(ANSWER.name, {})}}


def _last_answers(tables: RowsByKey) -> dict[Key, dict[str, Value]]:
    """Return the answers to which the changes lead."""
    changes = tables.get(CHANGE.name, {})
    answers: dict[Key, dict[str, Value]] = {}
    for key in sorted(changes, key=lambda key: (str(key[0]), int(key[1] or 0))):
        row = changes[key]
        answered = (row["assessment_id"], row["question_id"])
        if row["new"] is None:
            answers.pop(answered, None)
        else:
            answers[answered] = _replayed_answer(row)
    return answers


def _replayed_answer(change: Row) -> dict[str, Value]:
    return {
        "assessment_id": change["assessment_id"],
        "question_id": change["question_id"],
        "value": change["new"],
        "note": "",
        "is_carried": 0,
        "is_marked": 0,
        "changed_at": change["changed_at"],
    }


def _orphaned(tables: Mapping[str, Mapping[Key, Row]]) -> dict[str, str]:
    """Return the assessments of which only answers are left, with their first answer's moment."""
    known = {key[0] for key in tables.get(ASSESSMENT.name, {})}
    found: dict[str, str] = {}
    for table in (ANSWER, CHANGE):
        for row in tables.get(table.name, {}).values():
            assessment_id, moment = str(row["assessment_id"]), str(row["changed_at"])
            if assessment_id not in known:
                found[assessment_id] = min(found.get(assessment_id, moment), moment)
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def _lost_assessment(assessment_id: str, moment: str, place: int) -> dict[str, Value]:
    return {
        "id": assessment_id,
        "place": place,
        "day": moment[:10],
        "catalogue_version": "",
        "created_at": moment,
        "state": "draft",
        "earlier_id": "",
        "position": "",
        "choices": '{"pinned":[],"declined":[],"earlier_plan":null}',
    }


def _lost_profile(path: Path, tables: Mapping[str, Mapping[Key, Row]]) -> dict[str, Value]:
    """Return a profile's row named after its file; the brand's row may still know its id."""
    name, _, file_id = path.stem.rpartition("-")
    brand = next(iter(tables.get(BRAND.name, {})), (file_id,))
    return {
        "id": str(brand[0]),
        "name": name or path.stem,
        "currency": "",
        "language": "en",
        "prepared_by": "",
        "prepared_for": "",
        "website": "",
        "tags": "[]",
        "is_archived": 0,
        "is_sample": 0,
        "created_at": LOST_DAY,
        "changed_at": LOST_DAY,
    }
