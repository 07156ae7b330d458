"""The language of the window: words pass through `_` on their way to a person.

`_` is called when words are needed, never while a module is imported: the language is installed
before the first window is made, and stays until the program is started again.
"""

from collections.abc import Callable


class _Words:
    """The translation in use; until one is installed, words stand as they are written."""

    def __init__(self) -> None:
        self.one: Callable[[str], str] = str
        self.several: Callable[[str, str, int], str] = _as_written


def _as_written(one: str, several: str, count: int) -> str:
    return one if count == 1 else several


_WORDS = _Words()


def _(text: str) -> str:
    """Return a text in the person's language, or as it is written where it is not translated."""
    return _WORDS.one(text)


def plural(one: str, several: str, count: int) -> str:
    """Return the form that goes with a count, with ``{count}`` filled in."""
    return _WORDS.several(one, several, count).format(count=f"{count:,}")


def install(one: Callable[[str], str], several: Callable[[str, str, int], str]) -> None:
    """Let words pass through these two functions from now on."""
    _WORDS.one, _WORDS.several = one, several
