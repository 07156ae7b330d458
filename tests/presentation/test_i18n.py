"""Words on their way to a person: found, chosen, installed, and left alone where there are none."""

from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest

from socialplanner.presentation.i18n import (
    _,
    chosen_language,
    in_context,
    install_language,
    languages,
    plural,
)
from translations import compiled

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"

msgid "Settings"
msgstr "Ustawienia"

msgid "Fuzzy"
msgid_plural "{count} fuzzy"
msgstr[0] "jeden"
msgstr[1] "{count} dwa"
msgstr[2] "{count} pięć"

msgctxt "style.voice.text"
msgid "Now"
msgstr "Teraz"
"""


@pytest.fixture
def polish(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with one translation."""
    place = tmp_path / "pl" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "socialplanner.mo").write_bytes(compiled(PO, "pl"))
    yield tmp_path
    install_language("en")


def test_a_language_is_there_once_its_translation_lies_in_the_folder(polish: Path) -> None:
    assert languages(polish) == ("en", "pl")
    assert languages(polish / "nothing") == ("en",)


@pytest.mark.parametrize(
    ("wanted", "system", "spoken"),
    [
        ("pl", ("en-GB",), "pl"),
        ("", ("pl-PL", "en"), "pl"),
        ("", ("de-DE", "en"), "en"),
        ("xx", ("pl",), "pl"),
        ("en", ("pl",), "en"),
        ("", (), "en"),
        ("../../etc", (), "en"),
    ],
)
def test_the_language_is_the_one_that_was_set_else_the_systems_else_english(
    polish: Path, wanted: str, system: tuple[str, ...], spoken: str
) -> None:
    assert chosen_language(wanted, system, polish) == spoken


def test_words_plurals_and_texts_of_the_catalogue_are_translated(polish: Path) -> None:
    install_language("pl", polish)
    assert _("Settings") == "Ustawienia"
    assert [plural("Fuzzy", "{count} fuzzy", n) for n in (1, 3, 5)] == ["jeden", "3 dwa", "5 pięć"]
    assert in_context("style.voice.text", "Now") == "Teraz"


def test_what_is_not_translated_stands_as_it_is_written(polish: Path) -> None:
    install_language("pl", polish)
    assert _("Nobody translated this") == "Nobody translated this"
    assert plural("{count} thing", "{count} things", 2) == "2 things"
    assert in_context("another.place", "Now") == "Now"
    assert in_context("style.voice.text", "") == ""


@pytest.mark.parametrize("data", [b"", b"no translation", b"\xde\x12\x04\x95" + b"\xff" * 24])
def test_a_damaged_translation_is_as_good_as_none(polish: Path, data: bytes) -> None:
    (polish / "pl" / "LC_MESSAGES" / "socialplanner.mo").write_bytes(data)
    install_language("pl", polish)
    assert _("Settings") == "Settings"
    assert plural("{count} thing", "{count} things", 1) == "1 thing"


def test_what_is_compiled_is_read_by_the_standard_library() -> None:
    assert GNUTranslations(BytesIO(compiled(PO, "pl"))).gettext("Settings") == "Ustawienia"
