"""Answers to begin with, and ways to read them with something changed."""

import copy
import json
from collections.abc import Callable

import pytest

from socialplanner import paths
from socialplanner.domain.catalogue import Catalogue
from socialplanner.errors import InputError
from socialplanner.exchange.answers_file import AnswersFile, parse_answers
from socialplanner.loading.catalogue import load_catalogue

Table = dict[str, object]

SMALLEST: dict[str, Table] = {
    "profile": {"name": "Corner Bakery"},
    "answers": {
        "business": {
            "kind": "local_retail",
            "stage": "steady",
            "goals": ["awareness", "loyalty"],
            "hours_per_week": 5,
            "platforms": ["instagram"],
            "audience": "some",
            "sales_cycle": "same_day",
            "patience": "quarter",
        }
    },
}

OPEN = object()
"""Stands for a key that is left out."""


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(paths.catalogue_dir())


def changed(changes: dict[str, object]) -> bytes:
    """Return the smallest answers as JSON with values set, or left out, at dotted paths."""
    content = copy.deepcopy(SMALLEST)
    for path, value in changes.items():
        *tables, key = path.split("/")
        table: Table = content  # type: ignore[assignment]
        for name in tables:
            table = table.setdefault(name, {})  # type: ignore[assignment]
        if value is OPEN:
            del table[key]
        else:
            table[key] = value
    return json.dumps(content).encode()


@pytest.fixture(scope="session")
def read(catalogue: Catalogue) -> Callable[..., AnswersFile]:
    """Give a function that reads the smallest answers with changes at paths like ``a/b/c``."""
    return lambda changes=None: parse_answers(catalogue, changed(changes or {}), "firm.json")


@pytest.fixture
def complaints(catalogue: Catalogue) -> Callable[..., list[str]]:
    """Give a function that returns everything that is wrong after some changes."""

    def refuse(changes: dict[str, object]) -> list[str]:
        with pytest.raises(InputError) as caught:
            parse_answers(catalogue, changed(changes), "firm.json")
        return [str(problem).removeprefix("firm.json › ") for problem in caught.value.problems]

    return refuse


@pytest.fixture
def left_out() -> object:
    """Give what stands for a key that is left out."""
    return OPEN
