"""What every test gets: a home of its own, Qt without a screen, and Hypothesis without a clock."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow machine must not fail a property; a failure must be repeatable from the log alone.
settings.register_profile(
    "house", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

# Before anything imports Qt: windows of a test never flash over a developer's desktop.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home, so that it neither sees nor touches the person's own."""
    folder = tmp_path_factory.mktemp("home")
    places = {
        "HOME": folder,
        "USERPROFILE": folder,
        "APPDATA": folder / "roaming",
        "LOCALAPPDATA": folder / "local",
        "XDG_CACHE_HOME": folder / ".cache",
        "XDG_CONFIG_HOME": folder / ".config",
        "XDG_DATA_HOME": folder / ".local/share",
        "XDG_RUNTIME_DIR": folder / ".runtime",
        "XDG_STATE_HOME": folder / ".local/state",
    }
    for name, place in places.items():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(place))
    return folder
