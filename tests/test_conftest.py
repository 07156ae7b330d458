"""The home that every test gets."""

from pathlib import Path

import platformdirs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def test_what_a_program_saves_lands_in_the_home_of_the_test(home: Path) -> None:
    places = [
        Path.home(),
        platformdirs.user_cache_path("any"),
        platformdirs.user_config_path("any"),
        platformdirs.user_data_path("any"),
        platformdirs.user_state_path("any"),
    ]
    assert [place for place in places if not place.is_relative_to(home)] == []


@pytest.mark.parametrize("visit", [1, 2])
def test_the_home_is_empty_whatever_an_earlier_test_left_there(home: Path, visit: int) -> None:
    files = [path for path in home.rglob("*") if path.is_file()]
    (home / "left behind").write_text(str(visit))
    assert files == []


@given(number=st.integers())
def test_properties_run_without_a_deadline_and_print_how_to_repeat_them(number: int) -> None:
    assert isinstance(number, int)
    assert settings.default is not None
    assert settings.default.deadline is None
    assert settings.default.print_blob
