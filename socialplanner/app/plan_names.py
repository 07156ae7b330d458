"""Names of plans that are handed out: readable, and taken by every system."""

import unicodedata
from datetime import date
from typing import Final

from socialplanner.presentation.i18n import _

LONGEST: Final = 120
"""The most bytes of a brand's name in its plan's name; some systems allow 255 for the whole."""

_FORBIDDEN: Final = frozenset('<>:"/\\|?*')


def plan_name(name: str, day: date) -> str:
    """Return the file name of a plan, such as ``Café Morgenlicht – plan 2026-11-23.pdf``.

    The day at its end also keeps a brand called "con" or "nul" from naming a device of Windows.
    """
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(" " if _is_unsafe(each) else each for each in composed)
    words = " ".join(kept.split()).strip(". ")
    short = words.encode(errors="ignore")[:LONGEST].decode(errors="ignore").strip(". ")
    plan = _("plan")
    return f"{short} – {plan} {day.isoformat()}.pdf" if short else f"{plan} {day.isoformat()}.pdf"


def _is_unsafe(character: str) -> bool:
    return character in _FORBIDDEN or unicodedata.category(character).startswith("C")
