"""One mistake in the catalogue gives one problem, with its place and what is allowed."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.loading.copies import TITLE, change, complaints, copied

HOW_MANY = re.compile(r"and \d+ more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One change of a file, and what is said about it."""

    name: str
    file: str
    after: str = ""
    old: str
    new: str
    said: str


def mistakes() -> list[Mistake]:
    """Return the mistakes that are written down beside this file."""
    written = Path(__file__).with_name("mistakes.toml").read_text(encoding="utf-8")
    return [Mistake(**each) for each in tomllib.loads(written)["mistake"]]


@pytest.mark.parametrize("mistake", [pytest.param(each, id=each.name) for each in mistakes()])
def test_a_mistake_is_reported_with_its_place_and_what_is_allowed(
    tmp_path: Path, mistake: Mistake
) -> None:
    folder = copied(tmp_path)
    # A platform that has a name and that nobody is offered, for the mistake of using it.
    change(folder / TITLE, "marketplaces =", 'billboard = "Billboard"\nmarketplaces =')
    change(folder / mistake.file, mistake.old, mistake.new, after=mistake.after)
    said = [HOW_MANY.sub("and more", line) for line in complaints(folder)]
    assert said == [f"{mistake.file} › {mistake.said}"]
