"""The words for people in a catalogue, each with its place: what translators are given."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, cast

from socialplanner.loading.documents import Documents, Folder

Translate = Callable[[str, str], str]
"""Returns a text in another language, given its place and itself."""

TEXT_KEYS: Final = frozenset(
    {
        *("text", "short", "name", "title", "intro", "help", "description", "unit", "levels"),
        *("example_shop", "example_consultant", "numerator", "denominator", "pitfall", "caveat"),
        *("figure", "use", "basis"),
    }
)
"""The keys whose values are words; all other texts are ids, sources and dates."""


def placed_texts(document: object) -> Iterator[tuple[str, str]]:
    """Yield the words of a document with their places, such as ``question.style.voice.text``."""
    found = list[tuple[str, str]]()

    def note(place: str, text: str) -> str:
        found.append((place, text))
        return text

    _mapped(document, "", "", note)
    yield from found


def translated(folder: Folder, translate: Translate) -> Folder:
    """Return a folder in which all words are in another language."""
    documents = {
        name: _mapped(content, "", "", translate) for name, content in folder.documents.items()
    }
    return replace(folder, documents=cast("Documents", documents))


def _mapped(value: object, place: str, key: str, translate: Translate) -> object:
    """Return a value whose words went through a translation; items are named by their ids."""
    if isinstance(value, dict):
        here = _joined(place, value.get("id"))
        return {
            name: _mapped(inner, _joined(here, name), name, translate)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [
            _mapped(inner, place if _has_id(inner) else f"{place}.{number}", key, translate)
            for number, inner in enumerate(value)
        ]
    is_text = isinstance(value, str) and key in TEXT_KEYS and any(map(str.isalpha, value))
    return translate(place, cast("str", value)) if is_text else value


def _joined(place: str, name: object) -> str:
    if not isinstance(name, str):
        return place
    return f"{place}.{name}" if place else name


def _has_id(value: object) -> bool:
    return isinstance(value, dict) and "id" in value
