"""Summaries to be read, and the words in them that are ours and not the catalogue's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache

from socialplanner import paths
from socialplanner.domain.answers import Answer
from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.profile import Choices, Profile
from socialplanner.exchange.answers_file import AnswersFile, read_answers_file
from socialplanner.presentation.summary import Summary, summarise
from socialplanner.presentation.summary.parts import Source, TextTable
from tests.domain.builders import shipped_catalogue

TODAY = date(2027, 1, 4)
SAMPLES = ("cafe", "charity", "creator", "plumber", "saas_start_up", "tax_adviser", "web_shop")


@cache
def sample(name: str) -> AnswersFile:
    """Return the answers of a shipped sample."""
    return read_answers_file(shipped_catalogue(), paths.samples_dir() / f"{name}.toml")


def changed(
    name: str, *, choices: Choices | None = None, profile: Profile | None = None, **answers: Answer
) -> Assessment:
    """Return the assessment of a sample with other business answers."""
    said = sample(name)
    other = {f"business.{key}": answer for key, answer in answers.items()}
    return assess(
        shipped_catalogue(),
        profile or said.profile,
        {**said.answers, **other},
        choices or said.choices,
        TODAY,
    )


def answered(name: str, answers: Mapping[str, Answer]) -> Assessment:
    """Return the assessment of a sample with other answers, by question id."""
    said = sample(name)
    every = {**said.answers, **answers}
    return assess(shipped_catalogue(), said.profile, every, said.choices, TODAY)


def without(name: str, *prefixes: str) -> Assessment:
    """Return the assessment of a sample that left out the questions whose ids begin so."""
    said = sample(name)
    kept = {key: value for key, value in said.answers.items() if not key.startswith(prefixes)}
    return assess(shipped_catalogue(), said.profile, kept, said.choices, TODAY)


@cache
def sample_assessment(name: str) -> Assessment:
    """Return the assessment of a shipped sample."""
    return changed(name)


@cache
def sample_summary(name: str) -> Summary:
    """Return a shipped sample in words."""
    return in_words(sample_assessment(name))


def in_words(found: Assessment) -> Summary:
    """Return an assessment in words."""
    return summarise(shipped_catalogue(), found)


def source_of(found: Assessment) -> Source:
    """Return what every section is drawn from."""
    return Source(catalogue=shipped_catalogue(), assessment=found)


def headlines(summary: Summary) -> tuple[str, ...]:
    """Return every headline of a summary."""
    return (
        summary.overview.headline,
        summary.standing.headline,
        summary.standing.gaps_headline,
        summary.mix.headline,
        summary.week.headline,
        summary.week.hours_headline,
        summary.days.headline,
        summary.measuring.headline,
        summary.change.headline,
    )


def leads(summary: Summary) -> tuple[str, ...]:
    """Return every lead of a summary."""
    pages = (
        summary.overview,
        summary.standing,
        summary.mix,
        summary.week,
        summary.days,
        summary.measuring,
        summary.change,
    )
    return tuple(page.lead for page in pages)


def tables(value: object) -> Iterator[TextTable]:
    """Yield every table of words inside a value."""
    if isinstance(value, TextTable):
        yield value
    else:
        for part in _parts(value):
            yield from tables(part)


def texts(value: object) -> Iterator[str]:
    """Yield every text inside a value."""
    if isinstance(value, str):
        yield value
    else:
        for part in _parts(value):
            yield from texts(part)


def own_words(value: object) -> Iterator[str]:
    """Yield every text inside a value without what is quoted or taken from the catalogue."""
    for text in texts(value):
        rest = text
        for known in _catalogue_words():
            if known in rest:
                rest = rest.replace(known, "…")
        yield re.sub("“[^”]*”", "“…”", rest)


@cache
def _catalogue_words() -> tuple[str, ...]:
    """Return the sentences of the catalogue, longest first; single words are left alone."""
    catalogue = shipped_catalogue()
    found = {text for part in (catalogue.kpis, catalogue.evidence) for text in _all(part.values())}
    found |= {text for text in _all(catalogue.activities) if " " in text}
    found |= {text for text in _all(tuple(catalogue.questionnaire)) if " " in text}
    found |= {assumption.text for assumption in catalogue.assumptions}
    sentences = {text for text in found if len(text.split()) > 2}
    return tuple(sorted(sentences, key=len, reverse=True))


def _all(values: object) -> Iterator[str]:
    parts = tuple(values) if hasattr(values, "__iter__") else ()
    for value in parts:
        yield from texts(value)


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple | list | frozenset):
        yield from value
    elif is_dataclass(value):
        for field in fields(value):
            yield getattr(value, field.name)
