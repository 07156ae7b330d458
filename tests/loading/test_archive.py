"""Earlier versions of the catalogue: those that are there are read, no others are guessed."""

from pathlib import Path
from shutil import copytree

import pytest

from socialplanner import paths
from socialplanner.errors import InputError
from socialplanner.loading.archive import archived_catalogue


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give an archive that holds an older version."""
    copytree(paths.catalogue_dir(), tmp_path / "0.9.0")
    title = tmp_path / "0.9.0" / "catalogue.toml"
    text = title.read_text("utf-8")
    title.write_text(text.replace('version = "1.0.0"', 'version = "0.9.0"'), "utf-8")
    return tmp_path


def test_a_version_in_the_archive_is_read_whole(archive: Path) -> None:
    found = archived_catalogue(archive, "0.9.0")
    assert found is not None
    assert found.version == "0.9.0"
    assert len(found.questionnaire.by_id) > 50


@pytest.mark.parametrize("version", ["", "0.8.0", "..", "0.9.0/../0.9.0", "/", "0.9.0\n", "a", "."])
def test_what_is_not_there_or_no_version_is_nothing(archive: Path, version: str) -> None:
    assert archived_catalogue(archive, version) is None


def test_a_folder_that_holds_another_version_than_its_name_says_is_not_used(archive: Path) -> None:
    (archive / "0.9.0").rename(archive / "0.7.0")
    assert archived_catalogue(archive, "0.7.0") is None


def test_a_broken_version_is_told_of(archive: Path) -> None:
    (archive / "0.9.0" / "kpis.toml").write_text("[", "utf-8")
    with pytest.raises(InputError):
        archived_catalogue(archive, "0.9.0")


def test_every_version_that_ships_can_be_read() -> None:
    for folder in paths.catalogues_dir().iterdir():
        if folder.is_dir():
            assert archived_catalogue(paths.catalogues_dir(), folder.name) is not None
