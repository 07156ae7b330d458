"""Read the TOML files of a catalogue folder, without looking at what they say."""

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from socialplanner.loading.reader import Finding, Refused, refused
from socialplanner.messages import suggestion

Documents = dict[str, dict[str, object]]
"""The content of each file, by its path inside the catalogue folder."""

FILES = (
    "catalogue.toml",
    "renamed.toml",
    "planning.toml",
    "mixes.toml",
    "evidence.toml",
    "kpis.toml",
    "activities/media.toml",
    "activities/network.toml",
)
SECTION_FILE = re.compile(r"questionnaire/\d\d_[a-z_]+\.toml")
SECTION_PATTERN = "questionnaire/NN_section.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What a folder holds: the files that could be read, and what is wrong with the others."""

    documents: Documents
    findings: tuple[Finding, ...]
    is_complete: bool


def read_folder(folder: Path) -> Folder:
    """Return what the TOML files of a folder hold."""
    if not folder.is_dir():
        finding = Finding("There is no such folder.", (str(folder),))
        return Folder(documents={}, findings=(finding,), is_complete=False)
    documents: Documents = {}
    findings: list[Finding] = []
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            documents[name] = _read(path, name)
        except Refused as refusal:
            findings += [finding.under(name) for finding in refusal.findings]
    lost = {finding.path[0] for finding in findings if _is_expected(finding.path[0])}
    missing = tuple(_missing({*documents, *lost}))
    return Folder(
        documents=documents,
        findings=(*missing, *findings),
        is_complete=not lost and not missing,
    )


def _is_expected(name: str) -> bool:
    """Return whether a catalogue has a file of this name."""
    return name in FILES or bool(SECTION_FILE.fullmatch(name))


def _missing(names: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for every file that should be there and is not."""
    for name in FILES:
        if name not in names:
            yield Finding("This file is missing.", (name,))
    if not any(SECTION_FILE.fullmatch(name) for name in names):
        yield Finding("There is no section of the questionnaire.", (SECTION_PATTERN,))


def _read(path: Path, name: str) -> dict[str, object]:
    """Return the content of one file, or refuse it with the reason."""
    if not _is_expected(name):
        names = (*FILES, SECTION_PATTERN)
        raise refused(f"No file of this name is read. {suggestion(name, names)}")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise refused(f"This file cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise refused(f"This file is not UTF-8 text (byte {error.start + 1}).") from error
    except RecursionError as error:
        raise refused("This file is nested too deeply.") from error
    except ValueError as error:
        raise refused(f"This is not valid TOML: {error}.") from error
