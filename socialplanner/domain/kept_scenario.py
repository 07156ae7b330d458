"""Scenarios kept beside the plan: named states of the workbench, as texts in the settings.

A scenario holds what a week rests on as it was when it was kept, so that it stays what it is when
the answers change. A text that is unknown or damaged counts as not said.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Final

from socialplanner.domain.answers import Answer, Answers, answer_of, plain_answer
from socialplanner.domain.business import business_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.mix import hours_questions
from socialplanner.domain.profile import Choices
from socialplanner.domain.questionnaire import ColumnKind, Question, QuestionKind
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.supposition import Supposition, supposed_answers

PREFIX: Final = "scenario."
MOST_SCENARIOS: Final = 12
LONGEST_NAME: Final = 60
LONGEST_WEEK: Final = 168.0
PEOPLE: Final = "business.people"
MOST_HOURS: Final = 80.0
MOST_MONEY: Final = 1_000_000.0
KEYS: Final = tuple(f"{PREFIX}{number:02}" for number in range(1, MOST_SCENARIOS + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptScenario:
    """One named state: hours, patience, tools and money as supposed, and what was chosen.

    `others` are answers on the week as it is now and on who does it, where those are others too.
    """

    name: str
    supposition: Supposition
    pinned: frozenset[str]
    declined: frozenset[str]
    others: Answers = field(default_factory=dict)

    def choices(self, now: Choices) -> Choices:
        """Return choices with this scenario's wishes; the plan followed until now stays."""
        return replace(now, pinned=self.pinned, declined=self.declined)

    def answers(self, now: Answers) -> Answers:
        """Return answers as this scenario supposes them."""
        return {**now, **self.changed(now)}

    def changed(self, now: Answers) -> Mapping[str, Answer]:
        """Return the answers that this scenario supposes otherwise."""
        return {**supposed_answers(now, self.supposition), **self.other_answers(now)}

    def other_answers(self, now: Answers) -> Answers:
        """Return those among the answers on the week that are not what was answered."""
        return {key: value for key, value in self.others.items() if now.get(key) != value}


def tried(
    answers: Answers, choices: Choices, supposition: Supposition, opened: KeptScenario | None
) -> tuple[Answers, Choices]:
    """Return the answers that are others while something is tried, and the choices then.

    A scenario that is `opened` says what the supposition does not.
    """
    changed = supposed_answers(answers, supposition)
    if opened is None:
        return changed, choices
    return {**opened.other_answers(answers), **changed}, opened.choices(choices)


def scenario_of(
    name: str, answers: Answers, choices: Choices, others: Iterable[str] = ()
) -> KeptScenario:
    """Return the state that some answers and choices stand for, under a name.

    `others` are the questions on the week and its people whose answers belong to it.
    """
    business = business_of(answers)
    return KeptScenario(
        name=scenario_name(name),
        supposition=Supposition(
            hours_per_week=business.hours_per_week,
            patience=business.patience,
            tools=business.tools,
            ad_budget_per_week=business.ad_budget_per_week or 0.0,
        ),
        pinned=choices.pinned,
        declined=choices.declined,
        others={key: answers[key] for key in sorted(others) if key in answers},
    )


def scenario_name(text: str) -> str:
    """Return a name as it is kept: in one line, without what no file takes."""
    plain = text.replace("\0", "").encode("utf-8", "ignore").decode()
    return " ".join(plain.split())[:LONGEST_NAME].rstrip()


def kept_scenarios(record: ProfileRecord, catalogue: Catalogue) -> dict[str, KeptScenario]:
    """Return the scenarios of a profile by the key they are kept under, in order."""
    told = record.settings
    read = {key: read_scenario(told[key], catalogue) for key in KEYS if key in told}
    return {key: scenario for key, scenario in read.items() if scenario is not None}


def free_key(record: ProfileRecord, catalogue: Catalogue) -> str | None:
    """Return where another scenario can be kept, None where there are as many as can be."""
    taken = kept_scenarios(record, catalogue)
    return next((key for key in KEYS if key not in taken), None)


def with_scenario(record: ProfileRecord, key: str, scenario: KeptScenario | None) -> ProfileRecord:
    """Return the record with a scenario kept under a key, or with none there."""
    others = {name: text for name, text in record.settings.items() if name != key}
    said = {} if scenario is None else {key: scenario_text(scenario)}
    return replace(record, settings={**others, **said})


def with_setting_of(record: ProfileRecord, key: str, other: ProfileRecord) -> ProfileRecord:
    """Return the record with one text as another has it: the way back."""
    others = {name: text for name, text in record.settings.items() if name != key}
    said = {key: other.settings[key]} if key in other.settings else {}
    return replace(record, settings={**others, **said})


def scenario_text(scenario: KeptScenario) -> str:
    """Return a scenario as the text it is kept as."""
    said = scenario.supposition
    others = {key: plain_answer(value) for key, value in scenario.others.items()}
    return json.dumps(
        {
            "name": scenario.name,
            "hours": said.hours_per_week,
            "patience": said.patience,
            "tools": sorted(said.tools or ()),
            "money": said.ad_budget_per_week,
            "pinned": sorted(scenario.pinned),
            "declined": sorted(scenario.declined),
            **({"others": others} if others else {}),
        },
        ensure_ascii=False,
    )


def read_scenario(text: str, catalogue: Catalogue) -> KeptScenario | None:
    """Return what a text says, None where it is damaged."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(plain, dict) or not isinstance(plain.get("name"), str):
        return None
    name, patience = scenario_name(plain["name"]), plain.get("patience")
    hours = _number(plain.get("hours"), 1.0, MOST_HOURS)
    money = _number(plain.get("money"), 0.0, MOST_MONEY)
    known = catalogue.parameters.allocation.weekly_discount
    if not name or hours is None or money is None or patience not in tuple(known):
        return None
    ids = frozenset(activity.id for activity in catalogue.activities)
    tools = {option.id for option in catalogue.questionnaire.by_id["business.tools"].options}
    supposed = Supposition(
        hours_per_week=hours,
        patience=patience,
        tools=_texts(plain.get("tools")) & tools,
        ad_budget_per_week=money,
    )
    declined = _texts(plain.get("declined")) & ids
    pinned = _texts(plain.get("pinned")) & ids - declined
    return KeptScenario(
        name=name,
        supposition=supposed,
        pinned=pinned,
        declined=declined,
        others=_others(plain.get("others"), catalogue),
    )


def _others(plain: object, catalogue: Catalogue) -> Answers:
    """Return the answers on the week and its people that a text holds, as far as they can be."""
    if not isinstance(plain, dict):
        return {}
    found: dict[str, Answer] = {}
    for question in hours_questions(catalogue.questionnaire):
        hours = _number(plain.get(question.id), 0.0, LONGEST_WEEK)
        if hours is not None:
            found[question.id] = hours
    people = catalogue.questionnaire.by_id.get(PEOPLE)
    if people is not None and people.kind is QuestionKind.TABLE and PEOPLE in plain:
        with suppress(ValueError):
            rows = answer_of(plain[PEOPLE])
            if _are_rows(rows, people):
                found[PEOPLE] = rows
    return found


def _are_rows(answer: Answer, question: Question) -> bool:
    """Tell whether an answer holds rows that the question could have been given."""
    kinds = {column.id: column for column in question.columns}
    if not isinstance(answer, tuple) or not all(isinstance(row, Mapping) for row in answer):
        return False
    cells = [cell for row in answer if isinstance(row, Mapping) for cell in row.items()]
    return all(
        key in kinds
        and isinstance(value, float) == (kinds[key].kind is ColumnKind.NUMBER)
        and not (isinstance(value, float) and value < 0)
        and (not kinds[key].options or value in {option.id for option in kinds[key].options})
        for key, value in cells
    )


def _number(plain: object, least: float, most: float) -> float | None:
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        return None
    return float(plain) if isfinite(plain) and least <= plain <= most else None


def _texts(plain: object) -> frozenset[str]:
    if not isinstance(plain, list):
        return frozenset()
    return frozenset(each for each in plain if isinstance(each, str))
