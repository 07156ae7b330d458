"""The command `profiles check`: whether every file holds exactly what was written into it."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.hints import hinted
from socialplanner.cli.profiles.passphrases import given_passphrase
from socialplanner.cli.profiles.place import found, opened
from socialplanner.cli.profiles.unlocking import opens_backup, passphrase_of
from socialplanner.cli.profiles.words import json_text
from socialplanner.errors import UserError
from socialplanner.messages import counted, visible
from socialplanner.store.library import Library
from socialplanner.store.profile_file import is_protected, plain_stem
from socialplanner.store.trouble import ProtectedError, StoreError

NOT_CHECKED = "protected, not checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was found in one file: what is wrong with it, or that nobody could look into it."""

    path: Path
    error: StoreError | None = None
    is_checked: bool = True

    @property
    def is_sound(self) -> bool | None:
        """Return whether the file is sound; None where it was not looked into."""
        return self.error is None if self.is_checked else None

    @property
    def reason(self) -> str:
        """Return why the file is not sound or not checked, nothing for a sound one."""
        if self.error is not None:
            return hinted(self.error)
        return "" if self.is_checked else NOT_CHECKED


def check(arguments: Namespace) -> None:
    """Check one profile or all; UserError where one of them is not sound."""
    library = opened(arguments.data_folder)
    results = list(_results(library, arguments))
    if arguments.json:
        files = [
            {"file": each.path.name, "is_sound": each.is_sound, "reason": each.reason}
            for each in results
        ]
        streams.write(json_text({"folder": str(library.folder), "files": files}))
    else:
        closed = [each for each in results if each.reason == NOT_CHECKED]
        streams.write("".join(f"{visible(each.path.name)}: {NOT_CHECKED}.\n" for each in closed))
    _refuse_wrong(results)
    if not arguments.json:
        sound = _count(results, is_sound=True)
        streams.write(f"{sound} sound in {visible(str(library.folder))}.\n")


def _refuse_wrong(results: list[Result]) -> None:
    """Raise UserError where a file is not sound, or where a passphrase did not open it."""
    wrong = [each for each in results if each.error is not None]
    if not wrong:
        return
    streams.complain(*(each.reason for each in wrong))
    said = f"{_count(results, is_sound=False)} not sound; {_count(results, is_sound=True)} sound."
    unopened = sum(not each.is_checked for each in wrong)
    if unopened:
        what = counted(unopened, "profile was", "profiles were")
        said += f" {what} not opened by this passphrase; check each with its own."
    raise UserError(said)


def _count(results: list[Result], *, is_sound: bool) -> str:
    number = sum(each.is_sound is is_sound for each in results)
    return counted(number, "profile is", "profiles are")


def _results(library: Library, arguments: Namespace) -> Iterator[Result]:
    """Yield what is wrong with each file, or with the one that was named."""
    given = given_passphrase(arguments.passphrase_file, is_asked=False, is_new=False)
    if arguments.name is None:
        for path, error in library.check():
            is_closed = isinstance(error, ProtectedError)
            yield _opened(library, path, given) if is_closed else Result(path=path, error=error)
        return
    entry, path = found(library, arguments.name)
    if is_protected(path):
        if given is None and streams.is_terminal():
            given = passphrase_of(library, entry, arguments)
        yield _opened(library, path, given)
    else:
        yield _read(library, path)


def _opened(library: Library, path: Path, passphrase: str | None) -> Result:
    """Return what is wrong with a file that has a passphrase, where one is given."""
    if passphrase is None:
        return Result(path=path, is_checked=False)
    try:
        library.unlock(path, passphrase)
    except ProtectedError as error:
        record_id = plain_stem(path).rpartition("-")[2]
        return Result(
            path=path, error=error, is_checked=opens_backup(library, record_id, passphrase)
        )
    except StoreError as error:
        return Result(path=path, error=error)
    return _read(library, path)


def _read(library: Library, path: Path) -> Result:
    try:
        library.read(path)
    except StoreError as error:
        return Result(path=path, error=error)
    return Result(path=path)
