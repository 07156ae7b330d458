"""Where the program finds what it ships."""

from pathlib import Path

import pytest

from socialplanner import paths


def test_a_clone_keeps_its_resources_beside_the_package() -> None:
    assert paths.resources_dir() == Path(paths.__file__).parent.parent / "resources"


def test_a_wheel_keeps_its_resources_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "socialplanner" / "resources"
    inside.mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", inside.parent)
    assert paths.resources_dir() == inside


def test_every_kind_of_resource_has_a_folder_of_its_own() -> None:
    folders = {paths.catalogue_dir(), paths.samples_dir(), paths.fonts_dir()}
    assert {folder.parent for folder in folders} == {paths.resources_dir()}
    assert {folder.name for folder in folders} == {"catalogue", "samples", "fonts"}
