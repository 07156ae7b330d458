"""Lock a bundle with a passphrase: scrypt makes a key of it, AES-256-GCM seals the file.

The file begins with a header that is sealed along: magic bytes, version, the cost of scrypt, salt
and nonce. Another program can open it with these alone.
"""

import secrets
import struct
import unicodedata

from socialplanner.errors import UserError
from socialplanner.exchange.bundle_refusal import refused

MAGIC = b"\x9bSOCPLAN"
VERSION = 1
SHORTEST_PASSPHRASE = 8
LOG_COST, BLOCK_SIZE, PARALLEL = 17, 8, 1
"""Scrypt with n = 2**17, r = 8, p = 1: 128 MB of memory and about half a second."""

LOWEST_LOG_COST, HIGHEST_LOG_COST = 14, 18
"""A file that asks for more than 256 MB is refused, and one that is opened by guessing, too."""

SALT_BYTES, NONCE_BYTES, KEY_BYTES, TAG_BYTES = 16, 12, 32, 16
_HEADER = struct.Struct(f">{len(MAGIC)}sBBBB{SALT_BYTES}s{NONCE_BYTES}s")
_CUT_OFF = "The bundle is damaged or cut off; ask for it again, or export it anew."


class PassphraseNeededError(UserError):
    """A bundle is encrypted, and no passphrase was given."""


class WrongPassphraseError(UserError):
    """A passphrase does not open a bundle, or the bundle was changed: nobody can tell which."""


def is_encrypted(data: bytes) -> bool:
    """Tell whether a file needs a passphrase."""
    return data.startswith(MAGIC)


def encrypted(data: bytes, passphrase: str, *, log_cost: int = LOG_COST) -> bytes:
    """Return the data sealed with a passphrase; never the same bytes twice."""
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - heavy, seldom used
        AESGCM,
    )

    secret = _secret(passphrase)
    if len(secret.decode()) < SHORTEST_PASSPHRASE:
        raise UserError(
            f"The passphrase is too short; take at least {SHORTEST_PASSPHRASE} characters."
            " A few unrelated words are easier to remember than a short riddle."
        )
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    header = _HEADER.pack(MAGIC, VERSION, log_cost, BLOCK_SIZE, PARALLEL, salt, nonce)
    key = _key(secret, salt, log_cost)
    return header + AESGCM(key).encrypt(nonce, data, header)


def decrypted(data: bytes, name: str, passphrase: str | None) -> bytes:
    """Return what was sealed, or raise UserError where the passphrase or the file is wrong."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - heavy, seldom used
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - heavy, seldom used
        AESGCM,
    )

    header, salt, nonce, log_cost = _header(data, name)
    if passphrase is None:
        raise PassphraseNeededError(f"{name} is encrypted; give the passphrase it was made with.")
    key = _key(_secret(passphrase), salt, log_cost)
    try:
        return AESGCM(key).decrypt(nonce, data[len(header) :], header)
    except InvalidTag as error:
        raise WrongPassphraseError(
            f"{name} cannot be opened: the passphrase is wrong, or the file was damaged or changed."
            " Try the passphrase again, then ask for the file again."
        ) from error


def _header(data: bytes, name: str) -> tuple[bytes, bytes, bytes, int]:
    """Return the header with its salt, nonce and cost, or raise InputError where it is not ours."""
    if len(data) < _HEADER.size + TAG_BYTES:
        raise refused(name, _CUT_OFF)
    header = data[: _HEADER.size]
    _, version, log_cost, block_size, parallel, salt, nonce = _HEADER.unpack(header)
    if version > VERSION:
        reason = "It was encrypted by a newer version of SocialPlanner; install that version first."
        raise refused(name, reason)
    is_sane = LOWEST_LOG_COST <= log_cost <= HIGHEST_LOG_COST
    if version != VERSION or not is_sane or (block_size, parallel) != (BLOCK_SIZE, PARALLEL):
        raise refused(name, f"Its way of encryption is none that we use. {_CUT_OFF}")
    return header, salt, nonce, log_cost


def _secret(passphrase: str) -> bytes:
    """Return the bytes of a passphrase, the same however a keyboard composes its letters."""
    try:
        return unicodedata.normalize("NFC", passphrase).encode()
    except UnicodeEncodeError as error:
        reason = "holds half of a character (a lone surrogate); type it again"
        raise UserError(f"The passphrase {reason}.") from error


def _key(secret: bytes, salt: bytes, log_cost: int) -> bytes:
    """Return the key that scrypt makes of a passphrase."""
    from cryptography.hazmat.primitives.kdf.scrypt import (  # noqa: PLC0415 - heavy, seldom used
        Scrypt,
    )

    kdf = Scrypt(salt=salt, length=KEY_BYTES, n=2**log_cost, r=BLOCK_SIZE, p=PARALLEL)
    try:
        return kdf.derive(secret)
    except MemoryError as error:
        needed = 128 * BLOCK_SIZE * 2**log_cost // 1_000_000
        raise UserError(
            f"The passphrase needs {needed} MB of free memory; close other programs and try again."
        ) from error
