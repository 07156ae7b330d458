"""Which SQLite opens a file: the standard library's, or SQLCipher where there is a passphrase."""

import sqlite3
import sys
import unicodedata
from importlib.util import find_spec
from types import ModuleType
from typing import cast

from socialplanner.errors import UserError

CIPHER = "sqlcipher3.dbapi2"


def can_protect() -> bool:
    """Return whether this installation can open and make profiles with a passphrase."""
    return find_spec("sqlcipher3") is not None


def sqlite_errors(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """Return what either SQLite raises, and others; SQLCipher has a family of its own."""
    cipher = sys.modules.get(CIPHER)
    return (sqlite3.Error, *others) if cipher is None else (sqlite3.Error, cipher.Error, *others)


def open_address(address: str, timeout: float, key: str | None) -> sqlite3.Connection:
    """Return a connection to the file at a URI; with a key, what is in it is encrypted."""
    if key is not None and "\0" in key:
        raise UserError("A passphrase cannot hold a character without a sign; type another.")
    module = sqlite3 if key is None else _cipher()
    connection = module.connect(address, timeout=timeout, isolation_level=None, uri=True)
    if key is not None:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = '{_quoted(key)}'")
    return cast("sqlite3.Connection", connection)


def _cipher() -> ModuleType:
    """Return the module of SQLCipher, or say how to get it."""
    if not can_protect():
        raise UserError(
            "This profile has a passphrase, and the part that opens such profiles is not "
            "installed. Install it with: pip install 'socialplanner[passphrase]'"
        )
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - an extra, and a second SQLite to load

    return cast("ModuleType", dbapi2)


def _quoted(key: str) -> str:
    return unicodedata.normalize("NFC", key).replace("'", "''")
