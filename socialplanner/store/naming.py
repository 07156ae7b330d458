"""Names of profile files: readable, safe on every system, and never twice the same."""

import hashlib
import re
import secrets
import unicodedata

from socialplanner.store.profile_file import PROTECTED_SUFFIX, SUFFIX

ID_BYTES = 5
_SAFE_ID = re.compile(r"[a-z0-9]{1,40}")

LONGEST_NAME = 60
"""The most bytes of a brand's name in its file's name; some systems allow 255 for the whole."""


def new_id() -> str:
    """Return an id that no other profile, assessment or plan has."""
    return secrets.token_hex(ID_BYTES)


def safe_id(record_id: str) -> str:
    """Return an id as a part of a path: one that would lead elsewhere is replaced by a digest."""
    if _SAFE_ID.fullmatch(record_id):
        return record_id
    return f"id{hashlib.sha256(record_id.encode(errors='replace')).hexdigest()[:12]}"


def file_name(name: str, record_id: str, *, is_protected: bool = False) -> str:
    """Return the file name of a profile, such as ``Cafe-Morgenlicht-3f9a1c20de.socialplan``.

    Letters and digits of every script stay; everything else, which may be forbidden somewhere or
    turn the direction of the text, becomes a hyphen.
    """
    composed = unicodedata.normalize("NFC", name)
    words = "".join(each if each.isalnum() else " " for each in composed).split()
    readable = "-".join(words).encode()[:LONGEST_NAME].decode(errors="ignore").strip("-")
    suffix = PROTECTED_SUFFIX if is_protected else SUFFIX
    return f"{readable or 'profile'}-{safe_id(record_id)}{suffix}"
