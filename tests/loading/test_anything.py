"""Whatever a catalogue file holds, loading answers with problems or a catalogue, never a crash."""

import copy
import math
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialplanner.errors import Problem
from socialplanner.loading.catalogue import check_catalogue, judged
from socialplanner.loading.documents import Documents, Folder, read_folder
from socialplanner.paths import catalogue_dir
from tests.loading.copies import copied

DAMAGES = ("replace", "remove", "add", "double")
PIECES = ("]", "[[", "= ", '"', "\r", "{", "\n\n", "#", "\x00", "[x]\n", "a.b.c = 1\n")
WORDS = ("all", "", " ", "id", "media", "both", "business.kind", "awareness", "-", "a\nb", "é" * 90)
NUMBERS = (0, 1, -1, 10**400, -0.0, 0.5, 1e308, 5e-324, math.nan, math.inf)
SCALARS: st.SearchStrategy[object] = st.one_of(
    st.sampled_from([date(2026, 11, 23), time(1, 2), True, False, *NUMBERS, *WORDS]),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
)
VALUES: st.SearchStrategy[object] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
SLOW_BUT_FINE = settings(
    max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@cache
def shipped() -> Documents:
    """Return the files of the shipped catalogue."""
    return read_folder(catalogue_dir()).documents


@dataclass(frozen=True, slots=True)
class Place:
    """One value in a tree of tables and lists: what holds it, and under which key."""

    holder: Any
    key: str | int

    def read(self) -> object:
        """Return the value."""
        return self.holder[self.key]


def places(node: object) -> Iterator[Place]:
    """Yield every place in a tree."""
    keys: Iterable[str | int] = ()
    if isinstance(node, dict):
        keys = tuple(node)
    elif isinstance(node, list):
        keys = range(len(node))
    for place in [Place(node, key) for key in keys]:
        yield place
        yield from places(place.read())


@st.composite
def damaged_catalogues(draw: st.DrawFn) -> Documents:
    """Draw the shipped catalogue with up to four values replaced, removed, added or doubled."""
    documents = copy.deepcopy(shipped())
    for _ in range(draw(st.integers(1, 4))):
        found = tuple(places(documents[draw(st.sampled_from(sorted(documents)))]))
        if found:
            one, other = draw(st.sampled_from(found)), draw(st.sampled_from(found))
            damage(one, draw(st.sampled_from(DAMAGES)), draw(VALUES), copy.deepcopy(other.read()))
    return documents


def damage(place: Place, how: str, value: object, other: object) -> None:
    """Change one place of a tree."""
    if how == "remove":
        del place.holder[place.key]
    elif how == "add" and isinstance(place.holder, dict):
        place.holder["extra"] = value
    else:
        place.holder[place.key] = other if how == "double" else value


@st.composite
def damaged_texts(draw: st.DrawFn) -> tuple[str, str]:
    """Draw the name of a file, and its text with a piece cut out and something put in."""
    name = draw(st.sampled_from(sorted(shipped())))
    text = (catalogue_dir() / name).read_text(encoding="utf-8")
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 60)))
    return name, text[:start] + draw(st.text(max_size=8) | st.sampled_from(PIECES)) + text[end:]


@SLOW_BUT_FINE
@given(damaged_catalogues())
def test_a_damaged_catalogue_gives_problems_or_a_catalogue(documents: Documents) -> None:
    parts, problems = judged(Folder(documents=documents, findings=(), is_complete=True))
    assert bool(parts) != bool(problems)
    assert all(isinstance(problem, Problem) for problem in problems)
    assert all(str(problem).isprintable() for problem in problems)
    assert all(problem.message.endswith((".", "?")) for problem in problems)


@SLOW_BUT_FINE
@given(st.dictionaries(st.sampled_from(sorted(shipped())), st.dictionaries(st.text(), VALUES)))
def test_files_of_anything_give_problems(documents: dict[str, dict[str, object]]) -> None:
    parts, problems = judged(Folder(documents=documents, findings=(), is_complete=False))
    assert bool(parts) != bool(problems) or not documents


@SLOW_BUT_FINE
@given(damaged_texts())
def test_a_file_with_a_piece_cut_out_gives_problems_or_a_catalogue(
    damaged: tuple[str, str],
) -> None:
    name, text = damaged
    with tempfile.TemporaryDirectory() as folder:
        catalogue = copied(Path(folder))
        (catalogue / name).write_text(text, encoding="utf-8", errors="replace", newline="")
        problems = check_catalogue(catalogue)
    assert all(str(problem).isprintable() for problem in problems)
