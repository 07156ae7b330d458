"""Every finding has words, a place to go to, and a key that holds for these answers alone."""

from datetime import UTC, datetime

import pytest

from socialplanner.domain.answers import Answers
from socialplanner.domain.consistency import doubts
from socialplanner.domain.contradiction import Contradiction
from socialplanner.domain.readiness import readiness
from socialplanner.domain.record import RecordedAnswer
from socialplanner.presentation.doubts import doubt_text, doubt_title
from socialplanner.presentation.plan_options import PlanPart, part_title
from socialplanner.presentation.quality import Notice, Weight, notices, place_of
from socialplanner.report.plan_document import TITLES
from tests.domain.contradictions import CASES, catalogue, sample

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def told(answers: Answers, recorded: dict[str, RecordedAnswer] | None = None) -> tuple[Notice, ...]:
    whole = catalogue()
    found = readiness(whole.questionnaire, whole.parameters.scoring, answers, recorded or {})
    return notices(whole, found, answers)


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.value)
def test_a_contradiction_is_told_in_whole_sentences(kind: Contradiction) -> None:
    (doubt,) = doubts(catalogue().questionnaire, CASES[kind])
    text = doubt_text(catalogue(), doubt, CASES[kind])
    assert text.endswith((".", "?"))
    assert "{" not in text + doubt_title(doubt)
    assert not {"brings", "leads to", "wrong"} & set(text.split())


def test_a_whole_sample_has_nothing_to_look_at() -> None:
    assert told(sample("cafe")) == ()


def test_an_empty_questionnaire_begins_with_the_five_answers_without_which_there_is_no_plan() -> (
    None
):
    found = told({})
    assert [notice.weight for notice in found[:5]] == [Weight.BLOCKING] * 5
    assert all(notice.weight is not Weight.BLOCKING for notice in found[5:])
    assert found[0].question_ids == ("business.kind",)


def test_the_heavier_comes_first_and_each_leads_to_a_section() -> None:
    answers = {**sample("cafe"), **CASES[Contradiction.ADS_NO_MONEY]}
    del answers["business.patience"], answers["roi.traced_visits"]
    recorded = {
        "style.replying": RecordedAnswer(value=1.0, changed_at=NOW, is_carried=True),
        "goals.path_to_order": RecordedAnswer(value=1.0, changed_at=NOW, is_marked=True),
    }
    found = told(answers, recorded)
    order = list(Weight)
    ranks = [order.index(notice.weight) for notice in found]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}
    for notice in found:
        assert place_of(catalogue(), notice.question_ids[0])
    titles = [notice.title for notice in found]
    assert "One answer is from last time and not confirmed" in titles
    assert "One question is marked for review" in titles
    assert "One question is open" in titles


def test_what_looks_right_is_told_again_once_its_answers_change() -> None:
    answers = {**sample("cafe"), **CASES[Contradiction.ADS_NO_MONEY]}
    (before,) = told(answers)
    (same,) = told({**answers, "style.replying": 2.0})
    (after,) = told({**answers, "hours.advertising": 3.0})
    assert before.key == same.key != after.key


def test_only_doubts_can_look_right() -> None:
    assert not any(notice.key for notice in told({}))


def test_the_parts_are_called_as_in_the_plan() -> None:
    assert {part: part_title(part) for part in PlanPart} == TITLES
