"""Where the program finds what it ships, and where it keeps what people say."""

from pathlib import Path

from socialplanner import COMMAND_NAME

_PACKAGE = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """Return the folder of shipped data.

    It lies inside the package in a wheel or a frozen program, beside it in a clone.
    """
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def catalogue_dir() -> Path:
    """Return the folder of what the experts wrote."""
    return resources_dir() / "catalogue"


def samples_dir() -> Path:
    """Return the folder of the invented firms' answers."""
    return resources_dir() / "samples"


def fonts_dir() -> Path:
    """Return the folder of the fonts that reports embed."""
    return resources_dir() / "fonts"


def data_dir() -> Path:
    """Return the person's own folder of profiles, where the system keeps such things."""
    import platformdirs  # noqa: PLC0415 - only commands that use profiles need it

    return platformdirs.user_data_path(COMMAND_NAME, appauthor=False)
