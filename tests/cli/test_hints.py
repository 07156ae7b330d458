"""Commands that messages name can be copied as they are; help shows some to begin with."""

import shlex
from pathlib import Path

import pytest

from socialplanner.cli.arguments import parser
from socialplanner.cli.profiles.columns import table, width, wrapped
from socialplanner.cli.profiles.examples import EXAMPLES
from tests.cli.conftest import Run
from tests.cli.terminal import damage, the_file


@pytest.fixture
def place(tmp_path: Path) -> tuple[str, str]:
    """Return a data folder whose name needs quotes, as it is given to a command."""
    return "--data-folder", str(tmp_path / "it's here")


def test_every_command_in_a_message_repeats_the_data_folder(
    profiles: Run, place: tuple[str, str]
) -> None:
    folder = Path(place[1])
    ending = f"--data-folder {shlex.quote(place[1])}"
    said = [profiles("list", *place)[1], profiles("new", "Bakery", *place)[1]]
    said.append(profiles("show", "Nobody", *place)[2])
    said.append(profiles("show", "", *place)[2])
    said.append(profiles("trash", "Bakery", *place)[1])
    said.append(profiles("trash", "--undo", "Nobody", *place)[2])
    profiles("trash", "--undo", "Bakery", *place)
    said.append(profiles("plan", "Bakery", "--output", "x.pdf", *place)[2])
    damage(the_file(folder))
    said.append(profiles("list", *place)[1])
    said.append(profiles("check", *place)[2])
    for text in said:
        hints = [line for line in text.splitlines() if "socialplanner profiles" in line]
        assert hints
        assert all(line.endswith(ending) for line in hints)


def test_a_folder_given_once_is_not_repeated_by_the_next_command(
    profiles: Run, place: tuple[str, str]
) -> None:
    profiles("list", *place)
    assert "--data-folder" not in profiles("list")[1]


def test_a_name_that_a_shell_would_read_is_quoted(profiles: Run) -> None:
    output = profiles("new", "=1+1")[1]
    assert "socialplanner profiles answer '=1+1' business.kind=…" in output


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("show", "-Bakery"), "If “-Bakery” is a name, write -- before it, behind all options."),
        (("trash", "--undo", "-Bakery"), "If “-Bakery” is meant, write --undo=-Bakery."),
    ],
    ids=["name", "option"],
)
def test_a_name_that_begins_as_options_do_is_explained(
    profiles: Run, arguments: tuple[str, ...], advice: str
) -> None:
    code, _, complaint = profiles(*arguments)
    assert code == 2
    assert advice in complaint


def test_such_a_name_can_be_answered_for(profiles: Run) -> None:
    profiles("new", "--", "-Bakery")
    code, output, _ = profiles("answer", "--mark", "style.replying", "--", "-Bakery", "a.b=1")
    assert (code, output) == (1, "")
    assert profiles("answer", "--", "-Bakery", "style.replying=2")[0] == 0


@pytest.mark.parametrize("verb", EXAMPLES)
def test_the_examples_in_the_help_are_understood(profiles: Run, verb: str) -> None:
    output = profiles(verb, "--help")[1]
    for example in EXAMPLES[verb]:
        assert f"\n  {example}\n" in output
        words = shlex.split(example.partition(" < ")[0])[1:]
        assert words[1] == verb
        parser().parse_args(words)


def test_columns_are_as_wide_as_they_look() -> None:
    assert [width(each) for each in ("abc", "株式", "e\u0301", "\u1112\u1161\u11ab", "🧁")] == [
        *(3, 4, 1, 2, 2)
    ]
    lines = table(["Name", "B"], [["株式会社", "x"], ["e\u0301e\u0301", "y"]]).splitlines()
    assert [width(line) for line in lines] == [11, 11, 11]


def test_a_cell_is_cut_between_letters_and_never_loses_a_mark() -> None:
    letter = "e\u0301"
    rows = [[letter * 20, "whole text"]]
    lines = table(["N", "W"], rows, most=21, whole=("W",)).splitlines()
    assert lines[1] == letter * 8 + "…  whole text"


def test_a_long_line_goes_on_below_where_its_text_began() -> None:
    assert list(wrapped("  one  two three four", 14)) == [
        "  one  two",
        "       three",
        "       four",
    ]
    assert list(wrapped("short", 14)) == ["short"]
