"""Make a whole record out of the rows that were found: nothing that was said may be left out.

Three sources tell what an answer was: its own row, the history of changes (which lies on pages of
its own), and a backup. The one that was written last counts. Where the seal of a table was found
and fits the rows that were found, these are all there are, and no other source is asked.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

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

CHANGED = "changed_at"


def merged_rows(earlier: RowsByKey, found: RowsByKey, whole: frozenset[str]) -> RowsByKey:
    """Return the rows of a damaged file, completed from a backup and from its own history.

    Of two rows with one key the later stays; `whole` names the tables of which nothing is lost.
    """
    tables = {
        name: dict(found.get(name, {}))
        if name in whole
        else _latest(earlier.get(name, {}), found.get(name, {}))
        for name in earlier.keys() | found.keys()
    }
    if ANSWER.name not in whole:
        tables[ANSWER.name] = _replayed(tables.get(ANSWER.name, {}), tables.get(CHANGE.name, {}))
    return tables


def _latest(
    earlier: Mapping[Key, dict[str, Value]], found: Mapping[Key, dict[str, Value]]
) -> dict[Key, dict[str, Value]]:
    """Return all rows; of two with one key the later, or the file's where no moment tells."""
    rows = dict(earlier)
    for key, row in found.items():
        if key not in rows or str(row.get(CHANGED, "~")) >= str(rows[key].get(CHANGED, "")):
            rows[key] = row
    return rows


def _replayed(
    answers: Mapping[Key, dict[str, Value]], changes: Mapping[Key, Row]
) -> dict[Key, dict[str, Value]]:
    """Return the answers, each as the last thing known of it says, be that a change of it.

    A question that was opened again by its last change has none.
    """
    rows = dict(answers)
    for change in sorted(changes.values(), key=_order):
        key = (change["assessment_id"], change["question_id"])
        if key in rows and str(rows[key][CHANGED]) >= str(change[CHANGED]):
            continue
        if change["new"] is None:
            rows.pop(key, None)
        else:
            rows[key] = _replayed_answer(change, rows.get(key))
    return rows


def _order(change: Row) -> tuple[str, str, int]:
    return str(change[CHANGED]), str(change["assessment_id"]), cast("int", change["place"])


def _replayed_answer(change: Row, before: Row | None) -> dict[str, Value]:
    return {
        "assessment_id": change["assessment_id"],
        "question_id": change["question_id"],
        "value": change["new"],
        "note": before["note"] if before else "",
        "is_carried": 0,
        "is_marked": before["is_marked"] if before else 0,
        "changed_at": change[CHANGED],
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


def _orphaned(tables: Mapping[str, Mapping[Key, Row]]) -> dict[str, str]:
    """Return the assessments of which only answers are left, with their first answer's moment."""
    known = {key[0] for key in tables.get(ASSESSMENT.name, {})}
    found: dict[str, str] = {}
    for table in (ANSWER, CHANGE):
        for row in tables.get(table.name, {}).values():
            assessment_id, moment = str(row["assessment_id"]), str(row[CHANGED])
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
