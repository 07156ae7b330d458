"""Names of plans that are handed out: readable, and taken by every system."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from socialplanner.presentation.i18n import _
from socialplanner.store.naming import LONGEST_NAME

LONGEST: Final = 120
"""The most bytes of a brand's name in its plan's name; some systems allow 255 for the whole."""

_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_ONES: Final = "123456789¹²³"
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{one}" for port in ("com", "lpt") for one in _ONES}
)
"""What Windows takes for a device, whatever stands behind a full stop after it."""


def plan_name(name: str, day: date) -> str:
    """Return the file name of a plan, such as ``Café Morgenlicht – plan 2026-11-23.pdf``."""
    return f"{plan_stem(name, day)}.pdf"


def plan_stem(name: str, day: date, mark: str = "", *, is_progress: bool = False) -> str:
    """Return the name of a plan's files without their ending; `mark` tells two of a name apart."""
    words = " ".join(part for part in (safe_words(name), mark) if part)
    what = _("progress report") if is_progress else _("plan")
    return f"{words} – {what} {day.isoformat()}" if words else f"{what} {day.isoformat()}"


def safe_words(name: str) -> str:
    """Return what every system takes of a name as the beginning of a file's, "" for nothing."""
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(" " if _is_unsafe(each) else each for each in composed)
    words = " ".join(kept.split()).strip(". ")
    short = words.encode(errors="ignore")[:LONGEST].decode(errors="ignore").strip(". ")
    first, dot, rest = short.partition(".")
    return f"{first.strip()} {rest}" if dot and _is_device(first) else short


def safe_folder(name: str) -> str:
    """Return a name of a folder that every system takes."""
    words = safe_words(name) or "folder"
    return f"{words} folder" if _is_device(words) else words


def marks(clients: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return for each name and id the id where the name alone will not do, and "" elsewhere.

    Names that some system takes for the same will not do, nor those that the names of profile
    files do not tell apart. Ids differ and hold no spaces.
    """
    folds = [_folded(safe_words(name)) for name, _key in clients]
    coarse = [_coarse(safe_words(name)) for name, _key in clients]
    many, more = Counter(folds), Counter(coarse)
    found = [
        key if many[fold] > 1 or more[rough] > 1 else ""
        for fold, rough, (_name, key) in zip(folds, coarse, clients, strict=True)
    ]
    whole = {f"{fold} {mark}".strip() for fold, mark in zip(folds, found, strict=True)}
    if len(whole) < len(clients):  # somebody is called as another is with its id
        return tuple(key for _name, key in clients)
    return tuple(found)


def _folded(words: str) -> str:
    """Return a name as systems compare it that see neither case nor how a letter is composed."""
    return unicodedata.normalize("NFC", words.casefold())


def _coarse(words: str) -> str:
    """Return what the file of a profile with a passphrase tells of its name."""
    parts = "".join(each if each.isalnum() else " " for each in words).split()
    return _folded("-".join(parts).encode()[:LONGEST_NAME].decode(errors="ignore"))


def _is_device(word: str) -> bool:
    return word.strip().casefold() in _DEVICES


def _is_unsafe(character: str) -> bool:
    return character in _FORBIDDEN or unicodedata.category(character).startswith("C")
