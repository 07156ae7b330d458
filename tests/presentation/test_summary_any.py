"""What must hold in the words of anybody's plan, whatever was answered and chosen."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer
from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.profile import Choices, Profile
from socialplanner.presentation import formats
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.wording import conflict_sentence
from tests.domain.builders import shipped_catalogue
from tests.domain.respondents import any_answers, any_choices
from tests.presentation.summaries import (
    SAMPLES,
    TODAY,
    headlines,
    in_words,
    leads,
    own_words,
    sample_assessment,
    sample_summary,
    tables,
    texts,
)

BROKEN = re.compile(r"(?<!^)(?<!\.\s)\bNone\b|\bnan\b|\binf\b|[{}]|\s\s|\s[.,;:]|\.\.|“”|\(\)")
CLUMSY = re.compile(r"about (?:about|under|over)|\bone (?:hours|months)\b|\bno hours a week\b")
PLURAL = re.compile(
    r"(?<![.,\d½])1\s(?:hours|orders|enquiries|customers|activities|months|years)\b"
)
CAUSAL = re.compile(r"\b(?:brings?|leads? to|guarantees?|proves?|ensures?)\b")
FALSE_PRECISION = re.compile(r"\d[.,]\d+\s?%|\d\.\d+ of 100|about \d+[12346789]%")
SPACER = "  |  "

COMPANIES = st.builds(
    Profile,
    name=st.sampled_from(
        ["Bo", "The Extremely Long-winded Company of Sons and Daughters, Limited"]
    ),
    currency=st.sampled_from(["", "€", "CHF", "kr"]),
    website=st.sampled_from(["", "https://www.a.example/"]),
)
RARELY = settings(max_examples=40, suppress_health_check=list(HealthCheck))


def summary_of(
    profile: Profile, answers: dict[str, Answer], choices: Choices
) -> tuple[Assessment, Summary] | None:
    """Return what was found and its words, or None where no plan is possible."""
    catalogue = shipped_catalogue()
    try:
        found = assess(catalogue, profile, answers, choices, TODAY)
    except InfeasibleError as error:
        check_conflict(conflict_sentence(catalogue, error), error)
        return None
    return found, in_words(found)


def check_conflict(text: str, error: InfeasibleError) -> None:
    assert all(f"“{c.activity_id}”" in text for c in error.conflict if c.activity_id)
    assert text.count("; ") == len(error.conflict) - 1
    assert not BROKEN.search(text)


def problems(summary: Summary) -> list[str]:
    """Return every text with something in it that no reader should meet."""
    found = [text for text in texts(summary) if re.search(r"[{}]", text)]
    patterns = (BROKEN, CLUMSY, PLURAL, CAUSAL)
    own = [text for text in own_words(summary) if SPACER not in text]
    found += [text for text in own if any(pattern.search(text) for pattern in patterns)]
    scores = (summary.overview, summary.standing, summary.mix, summary.week, summary.change)
    found += [text for page in scores for text in own_words(page) if FALSE_PRECISION.search(text)]
    return found


def length(text: str) -> int:
    """Return how long a text is, each number counted as four signs: figures may be huge."""
    return len(re.sub(r"[\d,.]+\d", "1234", text))


def check_shape(summary: Summary) -> None:
    for table in tables(summary):
        assert all(len(row) == len(table.head) for row in table.rows)
        assert table.figures <= set(range(len(table.head)))
    assert [text for text in headlines(summary) if not 0 < length(text) <= 95] == []
    assert [text for text in leads(summary) if not 0 < length(text) <= 225] == []
    assert 1 <= len(summary.overview.findings) <= 3
    assert len(summary.overview.figures) == 3


def check_agreement(found: Assessment, summary: Summary) -> None:
    """Check that one number is the same wherever it stands."""
    plan, hours = found.plan, formats.hours(found.plan.hours_per_week)
    share = formats.percent(plan.network_share)
    assert summary.overview.figures[0].value == summary.week.total == hours
    assert summary.overview.figures[1].value == share.removeprefix("about ")
    assert share == summary.mix.rows[2].note
    assert share in summary.mix.lead
    assert formats.hours_in_words(plan.hours_per_week) in summary.week.headline.lower()
    assert [row.hours for row in summary.week.rows] == [
        formats.half_hours(planned.hours) for planned in plan.activities
    ]
    accounts = summary.measuring.break_even.ledgers.rows
    assert [row[1] for row in accounts] == [
        formats.half_hours(ledger.hours_per_week) for ledger in found.returns.ledgers
    ]


@RARELY
@given(COMPANIES, any_answers(), any_choices())
def test_any_valid_answers_give_words_fit_to_print(
    profile: Profile, answers: dict[str, Answer], choices: Choices
) -> None:
    made = summary_of(profile, answers, choices)
    if made is not None:
        check_shape(made[1])
        check_agreement(*made)
        assert problems(made[1]) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_gives_words_fit_to_print(name: str) -> None:
    summary = sample_summary(name)
    check_shape(summary)
    check_agreement(sample_assessment(name), summary)
    assert problems(summary) == []
