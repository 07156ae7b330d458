"""Write a record into a file: the rows that differ, in one transaction."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from socialplanner.domain.record import ProfileRecord
from socialplanner.store import database
from socialplanner.store.differences import differences
from socialplanner.store.tables import RowWriter
from socialplanner.store.trouble import StoreError


def write_record(
    connection: sqlite3.Connection, old: ProfileRecord | None, new: ProfileRecord
) -> None:
    """Write in one transaction what differs between what a file holds and what it shall hold.

    Raises StoreError, and writes nothing, for a record that could not be read back as it is.
    """
    _refuse_ambiguous(old, new)
    try:
        found = list(differences(old, new))
    except (ValueError, OverflowError, TypeError) as error:
        raise StoreError(
            f"This profile cannot be saved, and was left as it was: {error}."
        ) from error
    with database.transaction(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        writer = RowWriter(connection)
        for difference in found:
            if difference.row is None:
                writer.remove(difference.table, difference.key)
            else:
                writer.put(difference.table, difference.row)
        writer.seal()


def _refuse_ambiguous(old: ProfileRecord | None, new: ProfileRecord) -> None:
    """Raise StoreError for a record of another profile, or with two parts of one name."""
    if old is not None and old.id != new.id:
        raise StoreError("This is another profile; it was not saved into this file.")
    for names in (
        (assessment.id for assessment in new.assessments),
        (plan.id for plan in new.plans),
        (enquiry.id for enquiry in new.enquiries),
        (week.monday.isoformat() for week in new.weeks),
    ):
        if double := _double(names):
            raise StoreError(f"“{double}” stands twice in this profile; nothing was saved.")


def _double(names: Iterable[str]) -> str | None:
    return next((name for name, count in Counter(names).items() if count > 1), None)
