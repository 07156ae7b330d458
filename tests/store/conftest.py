"""A library of its own for each test."""

from pathlib import Path

import pytest

from socialplanner.store.library import Library
from tests.store.makers import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Library:
    return Library(tmp_path / "data", clock)
