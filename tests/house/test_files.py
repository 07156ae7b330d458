"""What is written down holds on every machine, and its links lead somewhere."""

import re
from pathlib import Path

import pytest

from tests.house.sources import ROOT, name_of, project_files

REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|debian\.org|ubuntu\.com|npmjs\.(?:org|com)|crates\.io"
    r"|anaconda\.org|pkg\.dev|proxy\.golang\.org",
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.:/~-])/(?:root|work|home/\w+|Users/\w+|var/folders)/|[A-Z]:\\Users"
)
LINKS = re.compile(r"\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#", re.IGNORECASE)
DECISIONS = ROOT / "docs" / "decisions"


def texts() -> dict[str, str]:
    """Return every text file of the project by its name."""
    found = {}
    for path in project_files():
        try:
            found[name_of(path)] = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
    return found


def broken_links(page: Path) -> list[str]:
    """Return the relative links of a page that lead to no file."""
    targets = (target.split("#")[0] for target in LINKS.findall(page.read_text("utf-8")))
    relative = (target for target in targets if target and not ELSEWHERE.match(target))
    return [target for target in relative if not (page.parent / target).exists()]


@pytest.mark.parametrize("forbidden", [REGISTRIES, MACHINE_PATHS], ids=["registry", "path"])
def test_no_file_names_a_registry_or_a_folder_of_one_machine(forbidden: re.Pattern[str]) -> None:
    matches = {name: forbidden.search(text) for name, text in texts().items()}
    assert {name: match.group() for name, match in matches.items() if match} == {}


def test_the_search_for_machines_sees_the_files_and_what_it_looks_for() -> None:
    assert {"pyproject.toml", ".ci/run", "tools/dev.py"} <= texts().keys()
    assert REGISTRIES.search("https://" + "pypi" + ".org/simple")
    assert MACHINE_PATHS.search("see " + "/root" + "/notes")
    assert MACHINE_PATHS.search('"' + "/home/" + 'me/notes"')
    assert not MACHINE_PATHS.search("https://example.com" + "/work" + "/notes")


def test_every_relative_link_in_the_documents_leads_to_a_file() -> None:
    pages = [path for path in project_files() if path.suffix == ".md"]
    assert {name_of(page): broken_links(page) for page in pages if broken_links(page)} == {}


def test_a_link_to_nowhere_is_noticed_and_one_to_elsewhere_is_not(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[a](gone.md#top) [b](page.md) [c](https://example.com) [d](#here) ![e](f.png)")
    assert broken_links(page) == ["gone.md", "f.png"]


def test_decisions_are_numbered_without_gaps_in_their_names_and_headings() -> None:
    pages = sorted(DECISIONS.glob("*.md"))
    expected = [f"{number:04}" for number in range(1, len(pages) + 1)]
    assert [page.name.split("-")[0] for page in pages] == expected
    headings = [page.read_text("utf-8").splitlines()[0] for page in pages]
    assert [heading.split(" ")[1].rstrip(".:") for heading in headings] == expected
