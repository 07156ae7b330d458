"""Files that are missing, unknown or unreadable are reported, and accuse no other file."""

from pathlib import Path

import pytest

from socialplanner.loading.catalogue import check_catalogue
from tests.loading.copies import BUSINESS, KPIS, STYLE, change, complaints, copied


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    assert complaints(missing) == [f"{missing}: There is no such folder."]


def test_an_empty_folder_names_every_file_it_lacks(tmp_path: Path) -> None:
    assert [problem.file for problem in check_catalogue(tmp_path)] == [
        "catalogue.toml",
        "renamed.toml",
        "planning.toml",
        "mixes.toml",
        "evidence.toml",
        "kpis.toml",
        "activities/media.toml",
        "activities/network.toml",
        "questionnaire/NN_section.toml",
    ]


@pytest.mark.parametrize("name", ["kpis.toml", "evidence.toml", "mixes.toml", "planning.toml"])
def test_a_missing_file_is_one_problem(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path)
    (folder / name).unlink()
    assert complaints(folder) == [f"{name}: This file is missing."]


def test_a_syntax_error_is_reported_with_its_line_and_accuses_no_other_file(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / BUSINESS, "[section]", "[section")
    [said] = complaints(folder)
    assert said == (
        f"{BUSINESS}: This is not valid TOML: Expected ']' at the end of a table declaration"
        " (at line 3, column 9)."
    )


def test_a_key_given_twice_is_a_syntax_error(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / KPIS, "difficulty = 1", "difficulty = 1\ndifficulty = 2")
    [said] = complaints(folder)
    assert said.startswith(f"{KPIS}: This is not valid TOML: Cannot overwrite a value (at line")


def test_a_file_that_is_no_text_is_reported(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / KPIS).write_bytes(b"# \xff\xfe")
    assert complaints(folder) == [f"{KPIS}: This file is not UTF-8 text (byte 3)."]


def test_a_file_nested_without_end_is_reported(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / KPIS).write_text("a = " + 5000 * "[", encoding="utf-8")
    assert complaints(folder) == [f"{KPIS}: This file is nested too deeply."]


def test_a_folder_in_the_place_of_a_file_is_reported(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / KPIS).unlink()
    (folder / KPIS).mkdir()
    [said] = complaints(folder)
    assert said.startswith(f"{KPIS}: This file cannot be read: ")


def test_a_file_of_an_unknown_name_is_reported_with_what_was_meant(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "kpi.toml").write_text("", encoding="utf-8")
    [said] = complaints(folder)
    assert said == (
        "kpi.toml: No file of this name is read. Did you mean “kpis.toml”? Allowed: catalogue.toml,"
        " renamed.toml, planning.toml, mixes.toml, evidence.toml, kpis.toml, activities/media.toml,"
        " activities/network.toml, questionnaire/NN_section.toml."
    )


def test_notes_beside_the_catalogue_are_left_alone(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "notes.md").write_text("Ask the owner.", encoding="utf-8")
    assert complaints(folder) == []


def test_sections_are_asked_in_the_order_of_their_file_names(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / STYLE).rename(folder / "questionnaire/05_style.toml")
    assert complaints(folder) == []


def test_a_section_whose_file_has_no_number_is_reported(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / STYLE).rename(folder / "questionnaire/style.toml")
    said = complaints(folder)
    assert said[0].startswith("questionnaire/style.toml: No file of this name is read.")


def test_names_that_cannot_be_printed_are_written_out(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / KPIS, "difficulty = 1", '"\\u0007" = 1\ndifficulty = 1')
    [said] = complaints(folder)
    assert said.startswith(f"{KPIS} › hours_logged › \\u0007: There is no such key.")
