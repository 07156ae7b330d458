"""What is said of a bug: for the person to read and copy, and, without their words, for the log."""

import platform
import re
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final

from socialplanner import APPLICATION_NAME, __version__

TELLS_OF_CODE: Final = (
    AttributeError,
    ImportError,
    NameError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ZeroDivisionError,
)
"""Bugs whose message names code; that of any other may quote what a person typed."""

MOST_FRAMES: Final = 40
_PROFILE_FILE = re.compile(r"[^/\\\"'“”\n]*(?=(?:\.protected)?\.socialplan)")


@dataclass(frozen=True, slots=True, kw_only=True)
class BugReport:
    """One bug: the text to copy, what the log may hold of it, and what tells it from others."""

    text: str
    logged: str
    mark: str


def bug_report(error: BaseException, where: str = "") -> BugReport:
    """Return what is said of a bug; `where` names a thread other than the window's."""
    frames = _frames(error.__traceback__)
    kind = type(error).__name__
    place = f"in {where}\n" if where else ""
    message = f"{kind}: {_said(error)}"
    logged = f"{kind}: {_said(error)}" if isinstance(error, TELLS_OF_CODE) else kind
    return BugReport(
        text=without_home(f"{system()}\n\n{place}{_stacks(error)}{message}\n"),
        logged=without_names(f"{place}{frames}{logged}"),
        mark=f"{kind}\n{frames}",
    )


def system() -> str:
    """Return what one has to know to look for a bug: versions, and nothing of the person."""
    from PySide6 import __version__ as qt  # noqa: PLC0415 - said in a report alone
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - the same

    return (
        f"{APPLICATION_NAME} {__version__}\n"
        f"Python {platform.python_version()}, Qt for Python {qt}, {QGuiApplication.platformName()}"
        f"\n{platform.system()} {platform.release()} {platform.machine()}"
    )


def without_home(text: str) -> str:
    """Return a text in which the person's own folder is “~”: its name is often theirs."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def without_names(text: str) -> str:
    """Return a text without the person's folder and without the names of profiles' files."""
    return _PROFILE_FILE.sub("…", without_home(text))


def _said(error: BaseException) -> str:
    """Return the message of a bug, which may have a bug of its own."""
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - a report is made of everything
        return "(its message cannot be said)"


def _stacks(error: BaseException) -> str:
    """Return where a bug was raised, and where those that led to it were."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = ""
    if cause is not None and cause is not error:
        before = f"{_frames(cause.__traceback__)}{type(cause).__name__}: {_said(cause)}\n\n"
    return before + _frames(error.__traceback__)


def _frames(stack: TracebackType | None) -> str:
    """Return a stack, the innermost last, with lines of our code and no values."""
    return "".join(traceback.format_tb(stack, -MOST_FRAMES))
