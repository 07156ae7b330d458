"""Names that people really give, and names that somebody gives to do harm."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, record, the_file

NAMES = [
    "x" * 300,
    "نان‌فروشی تهران",
    "🧁 Törtchen & Söhne 🧁",
    "<b>Bold</b> <img src=/etc/passwd>",
    "=1+1",
    "--help",
    "ACME\u202efdp.exe",
    "two\nlines\x1b[31m",
    "../../etc/passwd",
    "a'b\"c $(id) `id` %s {0}",
    "CON",
    "株式会社 ひかり",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_is_kept_as_it_is_and_shown_so_that_it_does_no_harm(
    profiles: Run, data: Path, tmp_path: Path, name: str
) -> None:
    code, output, complaint = profiles("new", "--from", CAFE, "--", name)
    assert (code, complaint) == (0, "")
    shown = [output]
    path = the_file(data)
    identity = path.stem.rpartition("-")[2]
    kept = record(profiles("show", identity, "--json")[1])
    assert kept["profile"]["name"] == name
    shown += [profiles("list")[1], profiles("show", "--", name)[1]]
    shown.append(profiles("plan", identity, "--output", "plan.pdf")[1])
    shown.append(profiles("export", identity, "--output", "bundle")[1])
    shown.append(profiles("reassess", identity)[1])
    shown.append(profiles("trash", "--", name)[1])
    shown.append(profiles("trash")[1])
    shown.append(profiles("trash", f"--undo={name}")[1])
    shown.append(profiles("erase", "--yes", "--", name)[1])
    text = "".join(shown)
    assert "erased" in text
    assert all(each.isprintable() or each == "\n" for each in text)
    assert {each.name for each in tmp_path.iterdir()} == {"plan.pdf", "bundle"}


def test_a_name_of_half_characters_is_refused(profiles: Run) -> None:
    code, _, complaint = profiles("new", "bad \udcff name")
    assert code == 1
    assert "This text holds half of a character (a lone surrogate); type it again." in complaint


def test_texts_of_every_kind_are_escaped_where_they_are_shown(profiles: Run) -> None:
    nasty = "\u202e<b>\x1b[0m"
    profiles("new", "Bakery", "--tag", nasty, "--prepared-by", nasty)
    rows = f'[{{"name": "{nasty}", "hours": 1, "strength": "both"}}]'.replace("\x1b", "\\u001b")
    profiles("answer", "Bakery", f"business.people={rows}", "--note", f"style.replying={nasty}")
    profiles("change", "Bakery", "--line", nasty)
    profiles("duplicate", "Bakery", f"Copy {nasty}")
    text = "".join(
        profiles(*arguments)[1]
        for arguments in (
            ("show", "Bakery", "--history"),
            ("list",),
            ("answer", "Bakery", f"business.people={rows}"),
            ("restore", "Bakery", "--list"),
            ("check",),
        )
    )
    assert "\\u202e<b>" in text
    assert all(each.isprintable() or each == "\n" for each in text)


def test_names_are_found_without_case_and_accents(profiles: Run) -> None:
    profiles("new", "Café Morgenlicht")
    for name in ("café morgenlicht", "CAFE", "cafe m"):
        assert profiles("show", name)[0] == 0
