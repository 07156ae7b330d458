"""Leave out of a plan whose it is: for a copy to show around.

Money stays: it is the consultant's own client. Who it is goes: the brand's name, its page, its
logo and how it is reached, and every text that somebody typed about it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import LoggedWeek
from socialplanner.exchange.scrubbed_answers import MONEY, present_id, scrubbed_answer
from socialplanner.presentation.plan_options import PlanOptions

_PEOPLE: Final = "business.people"
_WORD: Final = re.compile(r"\w+")
_TELLING: Final = 4
"""The fewest letters of a word of a name that says by itself whose it is."""


def digest_of(identity: str | bytes) -> str:
    """Return what stands for a client in a copy; the identity cannot be told from it."""
    data = identity if isinstance(identity, bytes) else identity.encode(errors="replace")
    return hashlib.sha256(b"scrubbed " + data).hexdigest()


def alias_of(digest: str) -> str:
    """Return the name of a client in copies when no other was chosen, as in scrubbed bundles."""
    return f"Client {digest[:4]}"


def nameless_profile(profile: Profile, alias: str) -> Profile:
    """Return who a plan is for without telling it; whoever prepared it may be the client."""
    return Profile(name=alias, currency=profile.currency, language=profile.language)


def nameless_answers(answers: Answers, catalogue: Catalogue) -> dict[str, Answer]:
    """Return answers with the texts in their tables numbered."""
    known = catalogue.questionnaire.by_id
    kept: dict[str, Answer] = {}
    for key, answer in answers.items():
        question = known.get(present_id(key, catalogue))
        if question is not None and MONEY in question.unit and isinstance(answer, float):
            kept[key] = answer
        elif question is not None:
            left = scrubbed_answer(question, answer, catalogue.renamed)
            kept |= {} if left is None else {key: left}
    return kept


def nameless_options(
    options: PlanOptions, profile: Profile, own: PlanOptions, catalogue: Catalogue, answers: Answers
) -> PlanOptions:
    """Return options without the look of the client's `own`, and with the alias in texts.

    People who are named in the `answers` are called in texts what they are called in tables.
    """
    text = Cleaner(profile, options.alias, catalogue, people_in(answers, catalogue)).text
    return replace(
        options,
        colours=() if options.colours == own.colours else options.colours,
        logo=None if options.logo == own.logo else options.logo,
        lines=() if options.lines == own.lines else tuple(map(text, options.lines)),
        sender="" if options.sender == own.sender else text(options.sender),
        recipient="",
        footer="" if options.footer == own.footer else text(options.footer),
        mark=text(options.mark),
        opening=text(options.opening),
        closing=text(options.closing),
        notes={part: text(note) for part, note in options.notes.items()},
    )


def nameless_weeks(weeks: tuple[LoggedWeek, ...]) -> tuple[LoggedWeek, ...]:
    """Return the logbook without what was noted in it."""
    return tuple(replace(week, note="") for week in weeks)


def people_in(answers: Answers, catalogue: Catalogue) -> dict[str, str]:
    """Return what stands in a copy for each person that is named in answers."""
    named = {_PEOPLE: answers[_PEOPLE]} if _PEOPLE in answers else {}
    pairs = zip(_names(named), _names(nameless_answers(named, catalogue)), strict=True)
    return {name: other for name, other in pairs if name}


def _names(answers: Answers) -> list[str]:
    rows = answers.get(_PEOPLE)
    found = rows if isinstance(rows, tuple) else ()
    return [_tidy(str(row.get("name", ""))) for row in found if isinstance(row, Mapping)]


class Cleaner:
    """Puts an alias in the place of a brand's name, page and telling words in any text.

    A word tells by itself if it is long and the catalogue never uses it. `people` are named as
    they are called in a copy.
    """

    def __init__(
        self,
        profile: Profile,
        alias: str,
        catalogue: Catalogue,
        people: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Prepare for the name of a profile, and those of people."""
        self._alias = alias
        common = _vocabulary(catalogue)
        self._people = ((re.escape(alias), alias), *_people(people, common))
        name = _composed(profile.name)
        host = _host(profile.website)
        words = [*_WORD.findall(name), *_WORD.findall(host.rpartition(".")[0])]
        telling = {word for word in words if _tells(word, common)}
        whole = [each for each in (profile.website.strip(), host) if each]
        patterns = [*map(re.escape, sorted({*whole, *telling}, key=len, reverse=True))]
        named = r"\s+".join(map(re.escape, name.split()))
        is_part = any(word in name for word in telling)
        if named:
            patterns.insert(0, named if is_part else rf"(?<!\w){named}(?!\w)")
        self._found = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

    def text(self, text: str) -> str:
        """Return a text that names nobody."""
        return self._without_people(self._without_brand(text))

    def _without_brand(self, text: str) -> str:
        if self._found is None:
            return text
        cleaned = self._found.sub(lambda _: self._alias, _composed(text))
        twice = re.compile(rf"{re.escape(self._alias)}(?:\s+{re.escape(self._alias)})+")
        return twice.sub(lambda _: self._alias, cleaned)

    def _without_people(self, text: str) -> str:
        """Return a text with people as they are called in a copy; the alias stays as it is."""
        found = re.compile("|".join(f"({pattern})" for pattern, _other in self._people))
        others = [other for _pattern, other in self._people]
        return found.sub(lambda match: others[(match.lastindex or 1) - 1], _composed(text))


def _people(people: Mapping[str, str], common: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what is looked for in texts and what is put for it, whole names before their words.

    A short name is found only as it is written: “Me” is somebody, “me” is not.
    """
    for name in sorted(people, key=len, reverse=True):
        if len(name) > 1 and not set(_WORD.findall(name.casefold())) <= common:
            case = "i" if len(name) >= _TELLING else "u"
            spaced = r"\s+".join(map(re.escape, name.split()))
            yield rf"(?{case}:(?<!\w){spaced}(?!\w))", people[name]
    for name, other in people.items():
        for word in filter(lambda each: _tells(each, common), _WORD.findall(name)):
            yield rf"(?i:(?<!\w){re.escape(word)})", other


def _tidy(name: str) -> str:
    return " ".join(_composed(name).split())


def _tells(word: str, common: frozenset[str]) -> bool:
    return len(word) >= _TELLING and word.casefold() not in common


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _host(website: str) -> str:
    """Return where a page is, without what every page begins with."""
    try:
        host = urlsplit(website).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _vocabulary(catalogue: Catalogue) -> frozenset[str]:
    """Return every word of the questions and activities: none of them says whose a plan is."""
    texts = (str(each) for each in (*catalogue.questionnaire, *catalogue.activities))
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))
