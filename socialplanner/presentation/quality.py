"""The check before a plan is handed out, in words: what to look at, why, and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, unique
from zlib import crc32

from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.contradiction import Doubt
from socialplanner.domain.readiness import Readiness
from socialplanner.presentation import names
from socialplanner.presentation.doubts import doubt_text, doubt_title
from socialplanner.presentation.i18n import _, plural

MOST_NAMED = 3


@unique
class Weight(StrEnum):
    """How much a notice matters: only what blocks stands in the way of a plan."""

    BLOCKING = "blocking"
    DOUBT = "doubt"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to look at; `question_ids` are the places to go to, the first one first.

    `key` names the notice together with the answers it is about: "looks right" holds for these
    answers and no others. It is "" where there is nothing that could look right.
    """

    weight: Weight
    title: str
    text: str
    question_ids: tuple[str, ...]
    key: str = ""


def notices(catalogue: Catalogue, found: Readiness, answers: Answers) -> tuple[Notice, ...]:
    """Return everything to look at, what blocks first."""
    return (
        *_missing(catalogue, found),
        *(_doubt(catalogue, each, answers) for each in found.doubts),
        *_carried(catalogue, found),
        *_marked(catalogue, found),
        *_thin(catalogue, found),
        *_open(catalogue, found),
        *_unknown(catalogue, found),
    )


def place_of(catalogue: Catalogue, question_id: str) -> str:
    """Return the id of the section a question is in; KeyError where there is none."""
    for section in catalogue.questionnaire.sections:
        if any(question.id == question_id for question in section.questions):
            return section.id
    raise KeyError(question_id)


def _missing(catalogue: Catalogue, found: Readiness) -> Iterator[Notice]:
    for key in found.missing:
        yield Notice(
            weight=Weight.BLOCKING,
            title=_("Needed for a plan: {question}").format(
                question=names.question_short(catalogue, key)
            ),
            text=catalogue.questionnaire.by_id[key].text,
            question_ids=(key,),
        )


def _doubt(catalogue: Catalogue, doubt: Doubt, answers: Answers) -> Notice:
    about = repr([(key, answers.get(key)) for key in sorted(doubt.question_ids)])
    return Notice(
        weight=Weight.DOUBT,
        title=doubt_title(doubt),
        text=doubt_text(catalogue, doubt, answers),
        question_ids=doubt.question_ids,
        key=f"{doubt.kind.value}.{crc32(about.encode()):08x}",
    )


def _thin(catalogue: Catalogue, found: Readiness) -> Iterator[Notice]:
    if found.thin:
        cells = [names.cell_name(catalogue, cell) for cell in found.thin]
        text = _("Too few answers to show: {parts}.").format(parts=_listed(cells))
        yield Notice(
            weight=Weight.OPEN,
            title=plural(
                "One of ten scores cannot be shown",
                "{count} of ten scores cannot be shown",
                len(cells),
            ),
            text=text,
            question_ids=tuple(dict.fromkeys(key for ids in found.thin.values() for key in ids)),
        )


def _carried(catalogue: Catalogue, found: Readiness) -> Iterator[Notice]:
    title = plural(
        "One answer is from last time and not confirmed",
        "{count} answers are from last time and not confirmed",
        len(found.carried),
    )
    return _of_questions(catalogue, found.carried, title)


def _marked(catalogue: Catalogue, found: Readiness) -> Iterator[Notice]:
    title = plural(
        "One question is marked for review",
        "{count} questions are marked for review",
        len(found.marked),
    )
    return _of_questions(catalogue, found.marked, title)


def _open(catalogue: Catalogue, found: Readiness) -> Iterator[Notice]:
    title = plural("One question is open", "{count} questions are open", len(found.open))
    return _of_questions(catalogue, found.open, title)


def _unknown(catalogue: Catalogue, found: Readiness) -> Iterator[Notice]:
    title = plural(
        "One answer is to be found out first",
        "{count} answers are to be found out first",
        len(found.unknown),
    )
    return _of_questions(catalogue, found.unknown, title)


def _of_questions(catalogue: Catalogue, ids: tuple[str, ...], title: str) -> Iterator[Notice]:
    """Yield a notice about questions, none where there are none."""
    if ids:
        text = _named(catalogue, ids)
        yield Notice(weight=Weight.OPEN, title=title, text=text, question_ids=ids)


def _named(catalogue: Catalogue, ids: tuple[str, ...]) -> str:
    return _listed([names.question_short(catalogue, key) for key in ids]) + "."


def _listed(words: list[str]) -> str:
    shown = ", ".join(words[:MOST_NAMED])
    more = len(words) - MOST_NAMED
    return shown if more <= 0 else f"{shown} " + plural("and one more", "and {count} more", more)
