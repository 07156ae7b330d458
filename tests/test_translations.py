"""The tool that carries texts to translators: it finds them all, and notices what would break."""

from pathlib import Path

import pytest

import translations
from socialplanner import paths
from socialplanner.domain.catalogue import Catalogue
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.loading.places import placed_texts
from translations import compiled, main, read, template, troubles

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of translations of the test's own."""
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)
    monkeypatch.setattr(translations, "ROOT", tmp_path.parent)
    return tmp_path


def test_texts_of_the_code_and_of_the_catalogue_are_found_with_their_place() -> None:
    found = template()
    assert found.get("Settings") is not None
    answers = found.get("{count} answer")
    assert answers is not None
    assert answers.pluralizable
    question = "How far ahead is it settled what you will publish?"
    assert found.get(question, "question.style.planning_ahead.text") is not None
    kinds = found.get(
        "Shop, café or restaurant", "question.business.kind.options.local_retail.text"
    )
    assert kinds is not None


def test_words_alone_are_found_in_a_catalogue_and_each_has_a_place_of_its_own() -> None:
    content = {
        "question": [
            {"id": "a", "kind": "anchored", "text": "Ask", "levels": ["No", "Yes"]},
            {"id": "b", "options": [{"id": "x", "text": "Ask"}], "unit": "1"},
        ]
    }
    assert list(placed_texts(content)) == [
        ("question.a.text", "Ask"),
        ("question.a.levels.0", "No"),
        ("question.a.levels.1", "Yes"),
        ("question.b.options.x.text", "Ask"),
    ]


def test_every_place_in_the_catalogue_has_one_text() -> None:
    places = [message.context for message in template() if message.context]
    assert len(places) == len(set(places))


def test_a_language_is_begun_updated_checked_and_compiled(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    small = read(f'{HEAD}\nmsgid "Settings"\nmsgstr ""\n', "de")
    monkeypatch.setattr(translations, "template", lambda: small)
    assert main(["begin", "de"]) == 0
    path = folder / "de" / "LC_MESSAGES" / "socialplanner.po"
    path.write_text(path.read_text().replace('"Settings"\nmsgstr ""', '"Settings"\nmsgstr "Wahl"'))
    assert main(["update"]) == 0
    assert main(["check", "de"]) == 0
    assert "de: 1 of 1 texts." in capsys.readouterr().out
    assert main(["compile"]) == 0
    assert path.with_suffix(".mo").read_bytes() == compiled(path.read_text(), "de")
    with pytest.raises(SystemExit, match="there already"):
        main(["begin", "de"])


@pytest.mark.parametrize(
    ("translated", "trouble"),
    [("{count} Antworten", ""), ("{zahl} Antworten", "zahl"), ("{count Antworten", "filled in")],
)
def test_a_translation_that_cannot_be_filled_in_is_noticed(translated: str, trouble: str) -> None:
    text = f'{HEAD}\nmsgid "{{count}} answers"\nmsgstr "{translated}"\n'
    found = [each for message in read(text, "de") for each in troubles(message)]
    assert [trouble in each for each in found] == ([True] if trouble else [])


def titles(catalogue: Catalogue) -> list[str]:
    return [section.title for section in catalogue.questionnaire.sections]


def test_the_catalogue_speaks_the_language_by_the_place_of_each_text() -> None:
    written = load_catalogue(paths.catalogue_dir())
    spoken = load_catalogue(
        paths.catalogue_dir(), lambda place, text: f"[{place}] {text}" if "title" in place else text
    )
    assert titles(spoken) == [
        f"[section.{each.id}.title] {each.title}" for each in written.questionnaire.sections
    ]


def test_a_translation_that_the_catalogue_cannot_bear_leaves_it_as_written() -> None:
    written = load_catalogue(paths.catalogue_dir())
    assert load_catalogue(paths.catalogue_dir(), lambda _place, _text: "") == written
