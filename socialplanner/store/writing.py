"""Write a record into a file: the rows that differ, in one transaction."""

import sqlite3

from socialplanner.domain.record import ProfileRecord
from socialplanner.store import database
from socialplanner.store.differences import differences
from socialplanner.store.tables import RowWriter


def write_record(
    connection: sqlite3.Connection, old: ProfileRecord | None, new: ProfileRecord
) -> None:
    """Write in one transaction what differs between what a file holds and what it shall hold."""
    with database.transaction(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        writer = RowWriter(connection)
        for difference in differences(old, new):
            if difference.row is None:
                writer.remove(difference.table, difference.key)
            else:
                writer.put(difference.table, difference.row)
        writer.seal()
