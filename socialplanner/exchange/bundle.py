"""One profile as one file that goes to another machine and comes back the same.

A bundle is a zip file of `manifest.json`, `profile.json` and, where there is one, `logo.png`; with
a passphrase the whole of it is encrypted. It is read as if an enemy had made it.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from socialplanner import __version__
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import InputError, UserError
from socialplanner.exchange.bundle_archive import LARGEST_TOTAL, packed, unpacked
from socialplanner.exchange.bundle_manifest import manifest_json, read_manifest
from socialplanner.exchange.bundle_refusal import refused
from socialplanner.exchange.encryption import decrypted, encrypted, is_encrypted
from socialplanner.exchange.foreign_files import advice
from socialplanner.exchange.logo import read_logo
from socialplanner.exchange.record_file import parse_record, record_json
from socialplanner.messages import visible

BUNDLE_SUFFIX = ".socialplan-bundle"
MANIFEST, PROFILE, LOGO = "manifest.json", "profile.json", "logo.png"

_ZIP_START = b"PK\x03\x04"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What a bundle holds, and what its manifest says of it."""

    record: ProfileRecord
    program_version: str
    is_scrubbed: bool


def bundle_bytes(
    record: ProfileRecord, passphrase: str | None = None, *, is_scrubbed: bool = False
) -> bytes:
    """Return a record as a bundle; without a passphrase the same record gives the same bytes.

    Raise InputError with all that is wrong where the record holds what no import would accept:
    nobody shall learn that only when they need the bundle.
    """
    members = _members(record)
    manifest = manifest_json(members, __version__, is_scrubbed=is_scrubbed)
    data = packed({MANIFEST: manifest, **members})
    return data if passphrase is None else encrypted(data, passphrase)


def read_bundle(data: bytes, name: str, passphrase: str | None = None) -> ProfileRecord:
    """Return the record of a bundle, or raise UserError with why it cannot be imported."""
    return open_bundle(data, name, passphrase).record


def open_bundle(data: bytes, name: str, passphrase: str | None = None) -> Bundle:
    """Return all that a bundle says, or raise UserError with why it cannot be imported.

    Raise PassphraseNeededError where it is encrypted and no passphrase is given, and
    WrongPassphraseError where the one given does not open it.
    """
    shown = visible(name)
    if len(data) > LARGEST_TOTAL:
        raise refused(shown, f"It is larger than {LARGEST_TOTAL:,} bytes; is it the right file?")
    if is_encrypted(data):
        data = decrypted(data, shown, passphrase)
    members = _unpacked(data, shown)
    manifest = read_manifest(members.pop(MANIFEST), shown, members)
    record = parse_record(members[PROFILE], f"{shown}, {PROFILE}")
    if LOGO in members:
        logo = read_logo(members[LOGO], f"{shown}, {LOGO}")
        record = replace(record, brand=replace(record.brand, logo=logo))
    return Bundle(
        record=record,
        program_version=manifest.program_version,
        is_scrubbed=manifest.is_scrubbed,
    )


def read_bundle_file(path: Path, passphrase: str | None = None) -> Bundle:
    """Return all that the bundle at a path says; UserError where it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_TOTAL + 1)
    except OSError as error:
        reason = error.strerror or error
        raise UserError(f"{visible(str(path))} cannot be read: {reason}.") from error
    return open_bundle(data, str(path), passphrase)


def _members(record: ProfileRecord) -> dict[str, bytes]:
    """Return the parts of a bundle but the manifest, each read back before it is believed."""
    try:
        members = {PROFILE: record_json(record)}
        parse_record(members[PROFILE], "This profile")
    except UnicodeEncodeError as error:
        reason = "A text in it holds half of a character (a lone surrogate); type it again."
        raise UserError(f"This profile cannot be exported. {reason}") from error
    except InputError as error:
        raise InputError("This profile cannot be exported.", error.problems) from error
    if record.brand.logo is not None:
        members[LOGO] = read_logo(record.brand.logo, "The logo of this profile")
    return members


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of a bundle, or raise InputError with what the file is instead."""
    if not data.startswith(_ZIP_START) or MANIFEST.encode() not in data:
        raise refused(name, advice(data))
    members = unpacked(data, name, (MANIFEST, PROFILE, LOGO))
    for part in (MANIFEST, PROFILE):
        if part not in members:
            raise refused(name, "The bundle lacks this part; ask for it again.", part)
    return members
