"""What a file to import holds: a bundle is known by its first bytes, else answers are read."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.passphrases import (
    QUESTION,
    VARIABLE,
    given_passphrase,
    typed_passphrase,
)
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.answers_file import AnswersFile, parse_answers
from socialplanner.exchange.bundle import open_bundle
from socialplanner.exchange.bundle_archive import LARGEST_TOTAL
from socialplanner.exchange.encryption import PassphraseNeededError, is_encrypted
from socialplanner.exchange.foreign_files import advice, foreign_kind
from socialplanner.messages import visible
from socialplanner.store.profile_file import is_protected

STANDARD_INPUT = "standard input"
ANSWERS = ("", "an answers file")
"""What kinds of file are read as answers; text that is none is then refused line by line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A whole profile out of a bundle, or what an answers file says."""

    record: ProfileRecord | None = None
    file: AnswersFile | None = None


def incoming(catalogue: Catalogue, arguments: Namespace) -> Source:
    """Return what the file holds, or raise UserError with why it cannot be taken in."""
    is_stream = arguments.file == streams.STANDARD_STREAM
    name = STANDARD_INPUT if is_stream else visible(arguments.file)
    data = streams.read(LARGEST_TOTAL + 1) if is_stream else _data(Path(arguments.file))
    if is_encrypted(data) or data.startswith(b"PK"):
        return Source(record=_record(data, name, arguments))
    if is_protected(Path(arguments.file)):
        raise UserError(
            f"{name} cannot be taken in: it is a profile with a passphrase. It needs no import: "
            f"copy it into the folder of profiles."
        )
    if foreign_kind(data) not in ANSWERS:
        raise UserError(f"{name} cannot be taken in. {advice(data)}")
    return Source(file=parse_answers(catalogue, data, name))


def _data(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_TOTAL + 1)
    except OSError as error:
        reason = error.strerror or error
        raise UserError(f"{visible(str(path))} cannot be read: {reason}.") from error


def _record(data: bytes, name: str, arguments: Namespace) -> ProfileRecord:
    """Return the record of a bundle; who sits at a terminal is asked for a passphrase it needs."""
    passphrase = None
    if is_encrypted(data):
        passphrase = given_passphrase(
            arguments.passphrase_file, is_asked=arguments.passphrase, is_new=False
        )
        if passphrase is None and streams.is_terminal():
            passphrase = typed_passphrase(QUESTION, is_new=False)
    try:
        return open_bundle(data, name, passphrase).record
    except PassphraseNeededError as error:
        way = f"--passphrase-file FILE, or the variable {VARIABLE}"
        raise UserError(f"{error} Give it by {way}.") from error
