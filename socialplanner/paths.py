"""Where the program finds what it ships, and where it keeps what people say."""

import os
from pathlib import Path
from typing import Final

from socialplanner import COMMAND_NAME

_PACKAGE = Path(__file__).resolve().parent

LONGEST_RUNTIME: Final = 60
"""The most letters of a folder in which a socket's whole path still fits into 107 bytes."""


def resources_dir() -> Path:
    """Return the folder of shipped data.

    It lies inside the package in a wheel or a frozen program, beside it in a clone.
    """
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def catalogue_dir() -> Path:
    """Return the folder of what the experts wrote."""
    return resources_dir() / "catalogue"


def catalogues_dir() -> Path:
    """Return the folder of earlier versions of the catalogue."""
    return resources_dir() / "catalogues"


def samples_dir() -> Path:
    """Return the folder of the invented firms' answers."""
    return resources_dir() / "samples"


def platforms_dir() -> Path:
    """Return the folder of what tables of platforms look like."""
    return resources_dir() / "platforms"


def fonts_dir() -> Path:
    """Return the folder of the fonts that reports embed."""
    return resources_dir() / "fonts"


def styles_dir() -> Path:
    """Return the folder of the window's style sheet and themes."""
    return resources_dir() / "styles"


def translations_dir() -> Path:
    """Return the folder of the window's languages."""
    return resources_dir() / "translations"


def licences_dir() -> Path:
    """Return the folder of licences that no other folder of ours holds."""
    return resources_dir() / "licences"


def icons_dir() -> Path:
    """Return the folder of the window's icons."""
    return resources_dir() / "icons" / "ui"


def application_icons_dir() -> Path:
    """Return the folder of the program's own icon."""
    return resources_dir() / "icons" / "app"


def desktop_dir() -> Path:
    """Return the folder of what tells a desktop about the program and its files."""
    return resources_dir() / "desktop"


def log_dir() -> Path:
    """Return the folder of the log, where the system keeps such things."""
    import platformdirs  # noqa: PLC0415 - see data_dir

    return platformdirs.user_log_path(COMMAND_NAME, appauthor=False)


def config_dir() -> Path:
    """Return the folder of the person's settings, where the system keeps such things."""
    import platformdirs  # noqa: PLC0415 - see data_dir

    return platformdirs.user_config_path(COMMAND_NAME, appauthor=False)


def data_dir() -> Path:
    """Return the person's own folder of profiles, where the system keeps such things."""
    import platformdirs  # noqa: PLC0415 - only commands that use profiles need it

    return platformdirs.user_data_path(COMMAND_NAME, appauthor=False)


def window_folder() -> Path:
    """Return the folder in which a window leaves its lock: on this machine, the person's own."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    is_usable = runtime.is_absolute() and runtime.is_dir() and len(str(runtime)) < LONGEST_RUNTIME
    return runtime if is_usable else config_dir()
