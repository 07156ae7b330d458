"""What a file to import holds: a bundle, or a plan that carries one, or answers."""

from argparse import Namespace
from pathlib import Path

from socialplanner.app.carrying import bundle_in, needs_passphrase
from socialplanner.app.incoming import Source, file_data, refuse_foreign
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
from socialplanner.exchange.answers_file import parse_answers
from socialplanner.exchange.bundle import open_bundle
from socialplanner.exchange.bundle_archive import LARGEST_TOTAL
from socialplanner.exchange.encryption import PassphraseNeededError, is_encrypted
from socialplanner.exchange.plan_pdf import is_pdf
from socialplanner.messages import visible

STANDARD_INPUT = "standard input"


def incoming(catalogue: Catalogue, arguments: Namespace) -> Source:
    """Return what the file holds, or raise UserError with why it cannot be taken in."""
    is_stream = arguments.file == streams.STANDARD_STREAM
    name = STANDARD_INPUT if is_stream else visible(arguments.file)
    data = streams.read(LARGEST_TOTAL + 1) if is_stream else file_data(Path(arguments.file))
    if is_encrypted(data) or data.startswith(b"PK") or is_pdf(data):
        return Source(record=_record(data, name, arguments))
    refuse_foreign(data, name, Path(arguments.file))
    return Source(file=parse_answers(catalogue, data, name))


def _record(data: bytes, name: str, arguments: Namespace) -> ProfileRecord:
    """Return the record of a bundle; who sits at a terminal is asked for a passphrase it needs."""
    passphrase = None
    is_locked = needs_passphrase(data, name) if is_pdf(data) else is_encrypted(data)
    if is_locked:
        passphrase = given_passphrase(
            arguments.passphrase_file, is_asked=arguments.passphrase, is_new=False
        )
        if passphrase is None and streams.is_terminal():
            passphrase = typed_passphrase(QUESTION, is_new=False)
    try:
        opened = bundle_in if is_pdf(data) else open_bundle
        return opened(data, name, passphrase).record
    except PassphraseNeededError as error:
        way = f"--passphrase-file FILE, or the variable {VARIABLE}"
        raise UserError(f"{error} Give it by {way}.") from error
