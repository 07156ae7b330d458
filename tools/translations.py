#!/usr/bin/env python3
"""Carry every text of the program to translators and back.

Texts come from `_`, `plural` and `in_context` in the code, and from the catalogue, where the place
of a text (an item's id and a key) is its context. Babel reads and writes gettext's files; the
program itself needs only Python's own `gettext`. See resources/translations/README.md.
"""

from __future__ import annotations

import argparse
import string
import sys
import tomllib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from socialplanner.loading.places import placed_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from babel.messages.catalog import Message

ROOT: Final = Path(__file__).resolve().parent.parent
DOMAIN: Final = "socialplanner"
TRANSLATIONS: Final = ROOT / "resources" / "translations"
CATALOGUE: Final = ROOT / "resources" / "catalogue"
TEMPLATE: Final = ROOT / "build" / f"{DOMAIN}.pot"
KEYWORDS: Final[dict[str, Any]] = {"_": None, "plural": (1, 2), "in_context": ((1, "c"), 2)}


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    options = parser().parse_args(arguments)
    match options.command:
        case "extract":
            write(TEMPLATE, template())
            print(f"{len(template())} texts are in {TEMPLATE.relative_to(ROOT)}.")
        case "begin":
            begin(options.language)
        case "update":
            update(chosen(options.language))
        case "compile":
            compile_all(chosen(options.language))
        case _:
            return check(chosen(options.language))
    return 0


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    described = argparse.ArgumentParser(prog="python3 tools/translations.py", description=__doc__)
    described.add_argument("command", choices=("extract", "begin", "update", "check", "compile"))
    described.add_argument("language", nargs="?", help="such as de or pt_BR; all by default")
    return described


def template() -> Catalog:
    """Return every text that can be translated: those of the code, then those of the catalogue."""
    catalog = Catalog(project="SocialPlanner", charset="utf-8")
    package = ROOT / "socialplanner"
    found = extract_from_dir(package, [("**.py", "python")], keywords=KEYWORDS)
    for name, line, text, comments, context in sorted(found, key=lambda each: each[:2]):
        place = (f"socialplanner/{name}", line)
        catalog.add(text, locations=[place], auto_comments=comments, context=context)
    for file in sorted(CATALOGUE.rglob("*.toml")):
        for context, text in placed_texts(tomllib.loads(file.read_text("utf-8"))):
            place = (file.relative_to(ROOT).as_posix(), 1)
            catalog.add(text, locations=[place], context=context)
    return catalog


def file_of(language: str) -> Path:
    """Return where a translation is kept."""
    return TRANSLATIONS / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def chosen(language: str | None) -> list[Path]:
    """Return the translation that was named, or all there are."""
    return [file_of(language)] if language else sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))


def begin(language: str | None) -> None:
    """Write a new translation with every text and no words yet."""
    if not language:
        raise SystemExit("Which language? For example: python3 tools/translations.py begin de")
    if file_of(language).exists():
        raise SystemExit(f"{file_of(language)} is there already; use update.")
    catalog = Catalog(locale=language, project="SocialPlanner", charset="utf-8")
    catalog.update(template())
    write(file_of(language), catalog)


def update(paths: Sequence[Path]) -> None:
    """Take over new texts, and mark those whose original changed."""
    fresh = template()
    for path in paths:
        catalog = read(path.read_text("utf-8"), path.parents[1].name)
        catalog.update(fresh)
        write(path, catalog)


def compile_all(paths: Sequence[Path]) -> None:
    """Write the file that the program reads beside each translation."""
    for path in paths:
        data = compiled(path.read_text("utf-8"), path.parents[1].name)
        path.with_suffix(".mo").write_bytes(data)


def compiled(text: str, language: str) -> bytes:
    """Return a translation in gettext's binary form; what is fuzzy or empty is left out."""
    written = BytesIO()
    write_mo(written, read(text, language))
    return written.getvalue()


def check(paths: Sequence[Path]) -> int:
    """Say what is missing or would break, and return 1 where something would."""
    broken = 0
    for path in paths:
        catalog = read(path.read_text("utf-8"), path.parents[1].name)
        there = sum(bool(each.string) and not each.fuzzy for each in catalog if each.id)
        print(f"{path.parents[1].name}: {there} of {len(catalog)} texts.")
        for message in catalog:
            for trouble in troubles(message):
                broken += 1
                print(f"{path.relative_to(ROOT)}:{message.lineno}: {trouble}")
    return 1 if broken else 0


def troubles(message: Message) -> Iterator[str]:
    """Yield what would break where a translation is shown: unknown or malformed fields."""
    originals = message.id if isinstance(message.id, tuple | list) else (message.id,)
    known = {name for each in originals for name in fields(each)}
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    for text in filter(None, strings if message.id else ()):
        try:
            unknown = set(fields(text)) - known
        except ValueError as error:
            yield f"“{text}” cannot be filled in: {error}."
            continue
        if unknown:
            yield f"“{text}” has fields that its original lacks: {', '.join(sorted(unknown))}."


def fields(text: str) -> list[str]:
    """Return the names in braces of a text."""
    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]


def read(text: str, language: str) -> Catalog:
    """Return a translation from the text of its file."""
    return read_po(BytesIO(text.encode("utf-8")), locale=language, charset="utf-8")


def write(path: Path, catalog: Catalog) -> None:
    """Write a translation for people to work on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=100, omit_header=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
