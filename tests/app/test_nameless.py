"""A copy under an alias names nobody, in no format; money stays."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.app.nameless import Cleaner, nameless_answers, people_in
from socialplanner.app.reports import printed_as, report_bytes, source_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import Brand, ProfileRecord
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.plan_settings import with_options
from tests.app.clients import DAY, catalogue, logo, sample_record
from tests.app.opened_files import texts

NAME = "Zwetschgenhof & Söhne"
ALIAS = "Client 12ab"
PEOPLE = ("Xaverina Quittenbaum", "Balthasar Ungelenk")
HOUSE = PlanOptions(sender="Northlight Advice", lines=("hello@northlight.example",))


@cache
def known() -> Catalogue:
    """Return the catalogue, read once."""
    return catalogue()


def rows(*each: Mapping[str, str | float]) -> tuple[Mapping[str, str | float], ...]:
    """Return the rows of a table."""
    return each


def person(name: str) -> Mapping[str, str | float]:
    """Return the row of somebody who works at the plan."""
    return {"name": name, "hours": 3.0, "strength": "both"}


@cache
def told() -> ProfileRecord:
    """Return a client that is named wherever somebody can type."""
    record = sample_record(NAME, "c0ffee12")
    newest = record.assessments[-1]
    people = rows(*(person(name) for name in PEOPLE))
    asked = rows({"source": f"Cousin of {PEOPLE[0]}", "count": 4.0})
    answers = dict(newest.answers)
    for key, value in (("business.people", people), ("business.last_ten_enquiries", asked)):
        answers[key] = replace(answers[key], value=value)
    profile = replace(
        record.profile,
        website="https://www.zwetschgenhof-soehne.example/",
        prepared_for="Familie Zwetschgenhof",
        prepared_by=f"Northlight for {NAME.upper()}",
    )
    named = replace(
        record,
        profile=profile,
        brand=Brand(logo=logo((9, 9, 200)), colours=("#AA3377",), lines=(f"info@{NAME}",)),
        assessments=(replace(newest, answers=answers),),
    )
    options = replace(
        printed_as(named, HOUSE),
        opening=f"Dear {NAME},\nwelcome: www.zwetschgenhof-soehne.example is yours.",
        closing=f"All the best, zwetschgenhof &  {unicodedata.normalize('NFD', 'söhne')}",
        notes={
            PlanPart.WEEK: "The Zwetschgenhofs have no time on Mondays.",
            PlanPart.DAYS: f"Ask {PEOPLE[0]} or Mr Ungelenk’s brother.",
        },
        footer=f"{NAME}, confidential",
        mark="For Zwetschgenhof alone",
        recipient=NAME,
    )
    return with_options(named, options, HOUSE)


@pytest.mark.parametrize("kind", list(Format))
def test_no_file_of_a_copy_says_whose_it_is_in_any_of_its_bytes(kind: Format) -> None:
    record = told()
    source = source_of(known(), record, printed_as(record, HOUSE, alias=ALIAS), DAY)
    found = list(texts(report_bytes(source, kind), kind))
    assert any(ALIAS in text for text in found)
    secrets = (
        "zwetschgenhof",
        "söhne",
        "soehne",
        "quittenbaum",
        "ungelenk",
        "xaverina",
        "c0ffee12",
    )
    shown = [unicodedata.normalize("NFC", text).casefold() for text in found]
    assert [(secret, text) for text in shown for secret in secrets if secret in text] == []


@pytest.mark.parametrize("kind", list(Format))
def test_the_same_file_under_its_own_name_does_say_it(kind: Format) -> None:
    record = told()
    source = source_of(known(), record, printed_as(record, HOUSE), DAY)
    found = list(texts(report_bytes(source, kind), kind))
    assert any("zwetschgenhof" in text.casefold() for text in found)


def test_a_copy_looks_as_the_house_does_and_keeps_the_money() -> None:
    record = told()
    plain = source_of(known(), record, printed_as(record, HOUSE), DAY)
    copy = source_of(known(), record, printed_as(record, HOUSE, alias=ALIAS), DAY)
    assert (copy.options.logo, copy.options.colours) == (HOUSE.logo, HOUSE.colours)
    assert copy.options.lines == HOUSE.lines
    assert copy.assessment.answers["business.order_value"] == 10
    assert copy.assessment.plan == plain.assessment.plan
    assert copy.assessment.returns == plain.assessment.returns
    assert copy.options.opening.startswith(f"Dear {ALIAS},")


def test_even_options_that_hold_the_clients_look_come_out_without_it() -> None:
    record = told()
    options = replace(printed_as(record, HOUSE), alias=ALIAS)
    copy = source_of(known(), record, options, DAY).options
    assert (copy.logo, copy.colours, copy.lines, copy.footer) == (None, (), (), "")
    assert copy.sender == HOUSE.sender


@given(
    st.text(min_size=1, max_size=40).filter(lambda name: len(name.split()) > 0),
    st.text(max_size=60),
    st.text(max_size=60),
)
def test_a_text_around_a_name_never_keeps_it(name: str, before: str, behind: str) -> None:
    cleaner = Cleaner(Profile(name=name), ALIAS, known())
    composed = unicodedata.normalize("NFC", " ".join(name.split()))
    cleaned = cleaner.text(f"{before} {name} {behind}")
    assert f" {composed} ".casefold() not in f" {cleaned} ".replace(ALIAS, "\0").casefold()


def test_words_that_the_questionnaire_uses_itself_stay_in_a_note() -> None:
    cleaner = Cleaner(Profile(name="The Garden Bakery"), ALIAS, known())
    assert cleaner.text("Plan events in the garden.") == "Plan events in the garden."
    assert cleaner.text("the garden bakery’s guests") == f"{ALIAS}’s guests"


def test_a_short_name_is_taken_out_as_a_word_alone() -> None:
    cleaner = Cleaner(Profile(name="Go"), ALIAS, known())
    assert cleaner.text("Go is good at going.") == f"{ALIAS} is good at going."


def test_people_are_called_in_a_note_what_they_are_called_in_the_tables() -> None:
    copy = source_of(known(), told(), printed_as(told(), HOUSE, alias=ALIAS), DAY)
    assert copy.options.notes[PlanPart.DAYS] == "Ask People 1 or Mr People 2’s brother."


def test_a_person_called_as_a_word_of_the_questionnaire_costs_no_text_its_words() -> None:
    people = {
        "Me": "People 1",
        "Lu": "People 2",
        "The owner": "People 3",
        "I": "People 4",
        "": "People 5",
    }
    cleaner = Cleaner(Profile(name=""), ALIAS, known(), people_of(people))
    assert (
        cleaner.text("I ask me, Lu or the owner: lucky, lu.")
        == "I ask me, People 2 or the owner: lucky, lu."
    )


def test_an_alias_is_kept_whole_whoever_works_for_the_client() -> None:
    people = people_of({"Client Quittenbaum": "People 1", "12ab": "People 2"})
    cleaner = Cleaner(Profile(name="Go"), ALIAS, known(), people)
    assert cleaner.text("Go with 12ab.") == f"{ALIAS} with People 2."


def people_of(names: Mapping[str, str]) -> dict[str, str]:
    """Return what answers with these people say of them."""
    return people_in({"business.people": rows(*map(person, names))}, known())


def test_texts_in_tables_are_numbered_and_numbers_stay() -> None:
    people = rows(person(PEOPLE[0]))
    kept = nameless_answers({"business.people": people, "business.order_value": 10.0}, known())
    assert kept["business.people"] == ({"name": "People 1", "hours": 3.0, "strength": "both"},)
    assert kept["business.order_value"] == 10.0
