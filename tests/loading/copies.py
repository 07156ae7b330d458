"""Copies of the shipped catalogue in which one thing was changed, and what is said about them."""

import shutil
from pathlib import Path

from socialplanner.loading.catalogue import check_catalogue
from socialplanner.paths import catalogue_dir

BUSINESS = "questionnaire/10_business.toml"
STYLE = "questionnaire/20_style.toml"
CONTENT = "questionnaire/40_content.toml"
HOURS = "questionnaire/70_hours.toml"
MEDIA = "activities/media.toml"
NETWORK = "activities/network.toml"
KPIS = "kpis.toml"
EVIDENCE = "evidence.toml"
MIXES = "mixes.toml"
PLANNING = "planning.toml"
TITLE = "catalogue.toml"
RENAMED = "renamed.toml"


def copied(folder: Path) -> Path:
    """Return a copy of the shipped catalogue inside a folder."""
    return Path(shutil.copytree(catalogue_dir(), folder / "catalogue"))


def change(path: Path, old: str, new: str, *, after: str = "") -> None:
    """Replace the first `old` that follows `after`; a change that changes nothing is an error."""
    text = path.read_text(encoding="utf-8")
    start = text.index(after)
    at = text.index(old, start)
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")


def complaints(folder: Path) -> list[str]:
    """Return every problem of a catalogue as a person reads it."""
    return [str(problem) for problem in check_catalogue(folder)]
