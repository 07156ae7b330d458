"""Old files open, whole, and a copy of them is kept before anything is changed."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from socialplanner.store import database, migrations
from socialplanner.store.backups import read_backup
from socialplanner.store.library import Library
from socialplanner.store.migrations import MIGRATIONS, SCHEMA_VERSION, schema_at, schema_of
from socialplanner.store.tables import broken_tables, present_tables, rows_of
from socialplanner.store.trouble import StoreError
from tests.house.sources import ROOT
from tests.store.makers import answered

DATA = ROOT / "tests" / "data"
OLD = sorted(DATA.glob("schema-*.socialplan"))


def rows_by_table(path: Path) -> dict[str, list[object]]:
    """Return all rows of a file by table."""
    with closing(database.connect(path, read_only=True)) as connection:
        return {
            table.name: list(rows_of(connection, table)) for table in present_tables(connection)
        }


def test_there_is_a_sample_of_every_earlier_schema() -> None:
    expected = [f"schema-{number}.socialplan" for number in range(1, SCHEMA_VERSION)]
    assert [path.name for path in OLD] == expected


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_an_old_file_opens_with_every_row_it_had(library: Library, old: Path) -> None:
    path = library.folder / "old-c0ffee.socialplan"
    shutil.copy(old, path)
    before = rows_by_table(path)
    with library.open(path) as profile:
        assert profile.record.assessments == answered(12).assessments
    after = rows_by_table(path)
    assert {name: after[name] for name in before} == before
    assert database.peek(path).schema_version == SCHEMA_VERSION


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_a_checked_copy_of_the_old_file_is_kept_first(library: Library, old: Path) -> None:
    path = library.folder / "old-c0ffee.socialplan"
    shutil.copy(old, path)
    before = rows_by_table(path)
    library.open(path).close()
    copies = library.backups("c0ffee").listed()
    assert [rows_by_table(copy.path) for copy in copies] == [before]
    assert read_backup(copies[0].path).assessments == answered(12).assessments


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_an_old_file_is_read_without_being_changed(library: Library, old: Path) -> None:
    path = library.folder / "old-c0ffee.socialplan"
    shutil.copy(old, path)
    assert library.read(path).assessments == answered(12).assessments
    assert path.read_bytes() == old.read_bytes()


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_where_no_copy_can_be_kept_the_old_file_stays_as_it_is(library: Library, old: Path) -> None:
    path = library.folder / "old-c0ffee.socialplan"
    shutil.copy(old, path)
    (library.folder / "backups").write_text("in the way")
    with pytest.raises(StoreError):
        library.open(path)
    assert path.read_bytes() == old.read_bytes()


def test_a_migrated_file_has_the_schema_of_a_new_one(library: Library) -> None:
    path = library.folder / "old-c0ffee.socialplan"
    shutil.copy(OLD[0], path)
    library.open(path).close()
    new = library.add(answered(3, "beef"))
    schemas = []
    for each in (path, new):
        with closing(database.connect(each, read_only=True)) as connection:
            schemas.append(schema_of(connection))
            assert broken_tables(connection) == []
    assert schemas == [schema_at(SCHEMA_VERSION)] * 2


def test_a_step_that_fails_leaves_the_schema_before_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(connection: sqlite3.Connection) -> None:
        MIGRATIONS[-1](connection)
        connection.execute("DELETE FROM answer")

    path = library.folder / "old-c0ffee.socialplan"
    shutil.copy(OLD[-1], path)
    before = rows_by_table(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS[:-1], half))
    with pytest.raises(StoreError, match="damaged"):
        library.open(path)
    assert rows_by_table(path) == before
    assert database.peek(path).schema_version == SCHEMA_VERSION - 1
