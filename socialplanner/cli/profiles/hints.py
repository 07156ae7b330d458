"""Commands named in messages: ready to copy, with the data folder that was given."""

import re
from contextvars import ContextVar

from socialplanner import COMMAND_NAME
from socialplanner.messages import visible
from socialplanner.store.trouble import DamagedError

PLAIN = "-_.,:=/+@"
"""Signs that no shell reads as anything but themselves; letters of all scripts are such, too."""

EASY_NAME = 60
"""The longest name that a command in a message repeats."""

_FOLDER: ContextVar[str | None] = ContextVar("data_folder", default=None)
_COMMAND_AT_END = re.compile(rf": {COMMAND_NAME} profiles [a-z]+[^:;”]*$")


def remember_folder(folder: str | None) -> None:
    """Remember the data folder that was given on the command line, None for one's own."""
    _FOLDER.set(folder)


def command(verb: str, *words: str) -> str:
    """Return a command as one types it, ready to copy; the first word may need quotes."""
    names = tuple(map(_typed, words[:1]))
    return " ".join((COMMAND_NAME, "profiles", verb, *names, *words[1:], *_place()))


def hinted(sentence: object) -> str:
    """Return a sentence of the store with what to type, and in which data folder."""
    text = str(sentence)
    if isinstance(sentence, DamagedError) and sentence.command:
        text = f"{text} Type: {sentence.command}"
    place = " ".join(_place())
    if not place or place in text or not _COMMAND_AT_END.search(text):
        return text
    return f"{text} {place}"


def typed_name(name: str, record_id: str) -> str:
    """Return how a profile is best named in a command: by its id where its name is hard to type."""
    is_easy = name.isprintable() and len(name) <= EASY_NAME and not name.startswith("-")
    return name if is_easy else record_id


def _typed(word: str) -> str:
    """Return a word as it is typed; some shells read an equals sign at its beginning."""
    import shlex  # noqa: PLC0415 - only where a message names a command

    shown = visible(word)
    is_plain = all(each.isalnum() or each in PLAIN for each in shown)
    if shown.startswith("=") and is_plain:
        return f"'{shown}'"
    return shown if is_plain and shown else shlex.quote(shown)


def _place() -> tuple[str, ...]:
    """Return the option that names the data folder, nothing where it is one's own."""
    folder = _FOLDER.get()
    if folder is None:
        return ()
    import shlex  # noqa: PLC0415 - only where a message names a command

    return "--data-folder", shlex.quote(visible(folder))
