"""The consultant's logo, kept with the settings: its pixels alone, checked when it is chosen."""

import os
from pathlib import Path
from typing import Final

from socialplanner.errors import InputError, UserError
from socialplanner.exchange.logo import LARGEST_LOGO, read_logo
from socialplanner.messages import visible

LOGO: Final = "brand-logo.png"


def keep_logo(source: Path, folder: Path) -> Path:
    """Check a picture, keep it in a folder and return where; UserError where it will not do."""
    return _kept(logo_in(source), folder)


def logo_in(source: Path) -> bytes:
    """Return a picture as a logo is kept; UserError where it cannot be one."""
    name = visible(source.name)
    try:
        with source.open("rb") as file:
            data = file.read(LARGEST_LOGO + 1)
    except OSError as error:
        raise UserError(f"{name} cannot be read: {error.strerror or error}.") from error
    try:
        return read_logo(data, name)
    except InputError as error:
        reasons = " ".join(problem.message for problem in error.problems)
        raise UserError(f"{error} {reasons}") from error


def _kept(logo: bytes, folder: Path) -> Path:
    """Put a picture in the place of the last one, for its owner alone."""
    target = folder / LOGO
    beside = folder / f".{LOGO}.{os.urandom(4).hex()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(logo)
        beside.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(f"The logo could not be kept in {folder}: {reason}.") from error
    finally:
        beside.unlink(missing_ok=True)
    return target
