"""The shipped catalogue: complete, plainly worded, and set as one would print it."""

import re
from collections.abc import Iterator
from functools import cache

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import CELLS
from socialplanner.domain.questionnaire import Question
from socialplanner.loading.catalogue import check_catalogue, load_catalogue
from socialplanner.paths import catalogue_dir

LONGEST_SHORT = 24
LONGEST_HELP = 130
JARGON = re.compile(
    r"\b(?:bars|N/?A|utm|CTR|CTA|ROAS|USP|KPIs?|funnel|touchpoints?|B2B|UGC|the brand|leverage)\b",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    r"\b(?:colors?|behavior|center|catalog|favor|\w+(?:niz|lyz)(?:e|ed|es|ing))\b"
)
TYPEWRITER = re.compile(r"[\"'`]|\.\.\.| - |\d-\d|\d \d{3}|\d %")
ANSWER = re.compile(r"chooses “(.+)”\.$")


@cache
def shipped() -> Catalogue:
    """Return the shipped catalogue."""
    return load_catalogue(catalogue_dir())


def question_texts(question: Question) -> Iterator[str]:
    """Yield everything a person reads of a question."""
    yield from (question.text, question.short, question.help, question.use)
    yield from (question.example_shop, question.example_consultant, question.unit)
    yield from question.levels
    for option in question.options:
        yield from (option.text, option.short)
    for column in question.columns:
        yield column.text
        yield from (option.text for option in column.options)


def questionnaire_texts() -> Iterator[str]:
    """Yield everything a person reads of the questionnaire."""
    for section in shipped().questionnaire.sections:
        yield from (section.title, section.intro)
    for question in shipped().questionnaire:
        yield from question_texts(question)


def other_texts() -> Iterator[str]:
    """Yield everything a person reads of activities, KPIs, assumptions, evidence and headings."""
    catalogue = shipped()
    for activity in catalogue.activities:
        yield from (activity.name, activity.short, activity.basis)
        yield from (step.text for step in activity.steps)
    for kpi in catalogue.kpis.values():
        yield from (kpi.name, kpi.numerator, kpi.denominator, kpi.unit, kpi.cadence, kpi.source)
        yield kpi.pitfall
    yield from (assumption.text for assumption in catalogue.assumptions)
    for entry in catalogue.evidence.values():
        yield from (entry.topic, entry.figure, entry.use, entry.caveat)
    for heading in (*catalogue.dimensions.values(), *catalogue.modes.values()):
        yield from (heading.name, heading.short, heading.description)
    yield from catalogue.platforms.values()


def test_the_catalogue_has_no_problem() -> None:
    assert [str(problem) for problem in check_catalogue(catalogue_dir())] == []


def test_the_catalogue_has_at_least_63_questions_30_activities_55_kpis_and_70_studies() -> None:
    catalogue = shipped()
    found = (catalogue.questionnaire.by_id, catalogue.activities, catalogue.kpis)
    counts = [len(each) for each in (*found, catalogue.evidence)]
    assert all(count >= least for count, least in zip(counts, (63, 30, 55, 70), strict=True))
    assert len(list(catalogue.questionnaire)) == len(catalogue.questionnaire.by_id)


def test_every_cell_has_at_least_three_scored_questions() -> None:
    assert min(len(shipped().questionnaire.scored(cell)) for cell in CELLS) >= 3


def test_every_label_fits_under_a_chart_and_stands_for_one_thing() -> None:
    catalogue = shipped()
    questions = [question.short for question in catalogue.questionnaire]
    activities = [activity.short for activity in catalogue.activities]
    options = [option.label for question in catalogue.questionnaire for option in question.options]
    assert [each for each in (*questions, *activities, *options) if len(each) > LONGEST_SHORT] == []
    assert len(set(questions)) == len(questions)
    assert len(set(activities)) == len(activities)


def test_help_is_one_line() -> None:
    helps = {question.id: question.help for question in shipped().questionnaire}
    assert {key: text for key, text in helps.items() if len(text) > LONGEST_HELP} == {}


def test_every_scored_question_has_an_example_for_a_shop_and_one_for_a_consultant() -> None:
    scored = [question for question in shipped().questionnaire if question.is_scored]
    assert [each.id for each in scored if not (each.example_shop and each.example_consultant)] == []


def test_an_answer_quoted_in_an_example_is_an_answer_of_the_question() -> None:
    for question in shipped().questionnaire:
        for example in (question.example_shop, question.example_consultant):
            quoted = ANSWER.search(example)
            assert quoted is None or quoted[1] in question.levels, (question.id, example)


def test_the_two_examples_of_a_question_choose_different_answers() -> None:
    for question in shipped().questionnaire:
        shop, consultant = map(ANSWER.search, (question.example_shop, question.example_consultant))
        assert shop is None or consultant is None or shop[1] != consultant[1], question.id


def test_platforms_are_named_alike_everywhere() -> None:
    offered = shipped().questionnaire.by_id["business.platforms"].options
    assert {each.id: each.text for each in offered}.items() <= shipped().platforms.items()


def test_the_questionnaire_speaks_plainly() -> None:
    assert [text for text in questionnaire_texts() if JARGON.search(text)] == []


def test_texts_are_set_with_real_quotes_dashes_and_figures() -> None:
    texts = [*questionnaire_texts(), *other_texts()]
    exempt = ("5-3-2", "https://")
    assert [t for t in texts if TYPEWRITER.search(t) and not any(e in t for e in exempt)] == []


def test_texts_are_spelt_the_british_way() -> None:
    assert [t for t in (*questionnaire_texts(), *other_texts()) if AMERICAN.search(t)] == []


def test_questions_end_as_questions_and_sentences_as_sentences() -> None:
    catalogue = shipped()
    sentences = [question.help for question in catalogue.questionnaire]
    sentences += [activity.basis for activity in catalogue.activities]
    sentences += [step.text for activity in catalogue.activities for step in activity.steps]
    sentences += [kpi.pitfall for kpi in catalogue.kpis.values()]
    sentences += [assumption.text for assumption in catalogue.assumptions]
    sentences += [each.caveat for each in catalogue.evidence.values() if each.caveat]
    assert [text for text in sentences if not text.endswith((".", "?", ".”"))] == []


def test_no_activity_rests_on_evidence_that_was_only_remembered() -> None:
    catalogue = shipped()
    for activity in catalogue.activities:
        assert all(catalogue.evidence[each].is_printable for each in activity.evidence)


def test_no_entry_of_evidence_quotes_what_was_not_read() -> None:
    texts = [f"{each.use} {each.caveat}" for each in shipped().evidence.values()]
    assert [text for text in texts if "recalled" in text.lower() or "not found" in text] == []


def test_origins_are_said_for_every_number_and_differ_only_where_a_study_is_named() -> None:
    for activity in shipped().activities:
        assert len(activity.origins) == 13
        differing = {key for key, origin in activity.origins.items() if origin != "default"}
        assert not differing or activity.evidence, activity.id
