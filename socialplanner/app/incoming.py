"""What a file that comes in holds, for the window and for the command line alike."""

from dataclasses import dataclass, replace
from pathlib import Path

from socialplanner.domain.merging import as_answered_in
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.answers_file import AnswersFile
from socialplanner.exchange.bundle_archive import LARGEST_TOTAL
from socialplanner.exchange.foreign_files import advice, foreign_kind
from socialplanner.messages import visible
from socialplanner.store.profile_file import is_protected

ANSWERS = ("", "an answers file")
"""What kinds of file are read as answers; text that is none is then refused line by line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A whole profile out of a bundle, or what an answers file says."""

    record: ProfileRecord | None = None
    file: AnswersFile | None = None


def file_data(path: Path) -> bytes:
    """Return what a file holds, one byte more than may be where it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_TOTAL + 1)
    except OSError as error:
        reason = error.strerror or error
        raise UserError(f"{visible(str(path))} cannot be read: {reason}.") from error


def refuse_foreign(data: bytes, name: str, path: Path) -> None:
    """Raise UserError with what a file is and where it belongs, unless it may hold answers."""
    if is_protected(path):
        raise UserError(
            f"{name} cannot be taken in: it is a plan with a passphrase. It needs no import: "
            f"copy it into the folder of plans."
        )
    if foreign_kind(data) not in ANSWERS:
        raise UserError(f"{name} cannot be taken in. {advice(data)}")


def copy_of_mine(mine: ProfileRecord, theirs: ProfileRecord, source: Source) -> ProfileRecord:
    """Return mine as theirs answered it: a copy of the same profile that can be merged."""
    if mine.id == theirs.id:
        return theirs
    copy = as_answered_in(mine, theirs)
    if source.file is None or copy.newest is None:
        return copy
    chosen = replace(copy.newest, choices=source.file.choices)
    return replace(copy, assessments=(*copy.assessments[:-1], chosen))
