"""Write a file that appears whole or not at all."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from socialplanner.errors import UserError
from socialplanner.messages import visible

NAME_PART = 40
"""How much of a file's name its temporary name shows; the longest names leave no room for more."""


def write_whole(path: Path, data: bytes, *, replace: bool = True) -> None:
    """Write a file under a temporary name beside it, and only then give it its own.

    Raise UserError where that fails, and leave nothing behind; with `replace` false also where a
    file of that name is there already.
    """
    name = visible(str(path))
    try:
        if path.is_dir():
            raise UserError(f"{name} is a folder; name a file to write to.")
        if not replace and path.exists():
            raise UserError(f"{name} exists already; add --force to replace it.")
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device must not be replaced by a file
        else:
            _write_file(path.resolve(), data)
    except OSError as error:
        raise UserError(f"{name} cannot be written: {error.strerror or error}.") from error


def _write_file(target: Path, data: bytes) -> None:
    """Write a file that may be there already, whose permissions then stay as they are."""
    temporary = target.with_name(f".{target.name[:NAME_PART]}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
        _sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the name durable, where the system lets one do so."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
