"""The language of the window: words pass through `_` on their way to a person.

`_` is called when words are needed, never while a module is imported: the language is installed
before the first window is made, and stays until the program is started again. English is the
language that words are written in, and the one that stands where a translation has none.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from socialplanner import COMMAND_NAME, paths

ENGLISH: Final = "en"


class _Words:
    """The translation in use; until one is installed, words stand as they are written."""

    def __init__(self) -> None:
        self.one: Callable[[str], str] = str
        self.several: Callable[[str, str, int], str] = _as_written
        self.in_context: Callable[[str, str], str] = _without_context
        self.language = ENGLISH


def _as_written(one: str, several: str, count: int) -> str:
    return one if count == 1 else several


def _without_context(context: str, text: str) -> str:
    del context
    return text


_WORDS = _Words()


def _(text: str) -> str:
    """Return a text in the person's language, or as it is written where it is not translated."""
    return _WORDS.one(text)


def plural(one: str, several: str, count: int) -> str:
    """Return the form that goes with a count, with ``{count}`` filled in."""
    return _WORDS.several(one, several, count).format(count=f"{count:,}")


def in_context(context: str, text: str) -> str:
    """Return a text of the catalogue in the person's language; its context is its place there.

    A place is a path of ids and keys, such as ``question.style.planning_ahead.text``. The empty
    text stays empty: gettext keeps it for the head of the file.
    """
    return _WORDS.in_context(context, text) if text else ""


def catalogue_translation() -> Callable[[str, str], str] | None:
    """Return what the words of the catalogue go through, None where they stand as written."""
    return None if _WORDS.in_context is _without_context else in_context


def install(
    one: Callable[[str], str],
    several: Callable[[str, str, int], str],
    in_context: Callable[[str, str], str] = _without_context,
) -> None:
    """Let words pass through these functions from now on."""
    _WORDS.one, _WORDS.several, _WORDS.in_context = one, several, in_context


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Return the languages there are, English first: those that have a compiled translation."""
    found = (folder or paths.translations_dir()).glob(f"*/LC_MESSAGES/{COMMAND_NAME}.mo")
    return (ENGLISH, *sorted(each.parents[1].name for each in found))


def chosen_language(wanted: str, system: tuple[str, ...], folder: Path | None = None) -> str:
    """Return the language to speak: the one that was set, else the first of the system's.

    A language of the system such as ``pt_BR`` or ``pt-BR`` is served by ``pt_BR``, else ``pt``.
    """
    there = languages(folder)
    for name in (wanted, *system):
        plain = name.replace("-", "_")
        for each in (plain, plain.partition("_")[0]):
            if each in there:
                return each
    return ENGLISH


def language_spoken() -> str:
    """Return the language that was installed last, so that another process can speak it."""
    return _WORDS.language


def install_language(language: str, folder: Path | None = None) -> None:
    """Speak a language from now on: English where there is no translation that can be read."""
    _WORDS.language = language
    if language == ENGLISH:
        install(str, _as_written)
        return
    import struct  # noqa: PLC0415 - English needs none of it
    from gettext import translation  # noqa: PLC0415 - the same

    try:
        words = translation(COMMAND_NAME, folder or paths.translations_dir(), [language])
    except (OSError, ValueError, struct.error):
        install(str, _as_written)
    else:
        install(words.gettext, words.ngettext, words.pgettext)
