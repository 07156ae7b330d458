"""The seven invented firms: complete, coherent, and planned as the method says they are."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest

from socialplanner import paths
from socialplanner.domain.answers import Answers, NoAnswer
from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.domain.scoring import BrandType
from socialplanner.exchange.answers_file import AnswersFile, read_answers_file
from socialplanner.loading.catalogue import load_catalogue

TODAY = date(2027, 1, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the method gives a firm that answered nothing but the questions on its business."""

    target: float
    share: float
    price: float
    plan: Mapping[str, float]


EXPECTED = {
    "tax_adviser": Expected(
        target=0.6816,
        share=0.5833,
        price=0.0071,
        plan={
            "linkedin_posts": 1.0,
            "lead_magnet": 1.5,
            "reply_desk": 0.5,
            "linkedin_dialogue": 1.5,
            "referral_circle": 1.0,
            "followup_notes": 0.5,
        },
    ),
    "web_shop": Expected(
        target=0.1984,
        share=0.1250,
        price=0.0000,
        plan={
            "instagram_feed": 1.5,
            "short_video": 2.0,
            "newsletter": 1.5,
            "pinterest": 1.5,
            "boosted_posts": 0.5,
            "reply_desk": 0.5,
            "followup_notes": 0.5,
        },
    ),
    "plumber": Expected(
        target=0.5422,
        share=0.5000,
        price=0.0135,
        plan={
            "gbp_posts": 1.0,
            "customer_stories": 1.0,
            "reply_desk": 1.0,
            "review_replies": 0.5,
            "followup_notes": 0.5,
        },
    ),
    "cafe": Expected(
        target=0.3472,
        share=0.3000,
        price=0.0470,
        plan={
            "instagram_feed": 1.5,
            "short_video": 2.0,
            "reply_desk": 1.0,
            "followup_notes": 0.5,
        },
    ),
    "saas_start_up": Expected(
        target=0.7226,
        share=0.6250,
        price=0.0406,
        plan={
            "linkedin_posts": 1.5,
            "lead_magnet": 2.0,
            "tests_and_report": 1.0,
            "listening": 0.5,
            "reply_desk": 1.0,
            "linkedin_dialogue": 1.5,
            "group_participation": 1.0,
            "forum_answers": 1.0,
            "workshops": 2.0,
            "followup_notes": 0.5,
        },
    ),
    "charity": Expected(
        target=0.6036,
        share=0.7000,
        price=0.0018,
        plan={
            "instagram_feed": 1.5,
            "facebook_page": 1.5,
            "reply_desk": 0.5,
            "comment_targets": 1.0,
            "group_participation": 1.0,
            "own_community": 2.0,
            "local_events": 1.0,
            "partner_collab": 1.0,
            "followup_notes": 0.5,
        },
    ),
    "creator": Expected(
        target=0.2370,
        share=0.2667,
        price=0.0000,
        plan={
            "instagram_feed": 2.5,
            "short_video": 3.5,
            "youtube_long": 3.0,
            "stories_live": 2.0,
            "reply_desk": 0.5,
            "comment_targets": 1.0,
            "partner_collab": 2.0,
            "followup_notes": 0.5,
        },
    ),
}

each_firm = pytest.mark.parametrize("name", EXPECTED)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(paths.catalogue_dir())


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> Mapping[str, AnswersFile]:
    folder = paths.samples_dir()
    return {name: read_answers_file(catalogue, folder / f"{name}.toml") for name in EXPECTED}


@pytest.fixture(scope="module")
def assessments(catalogue: Catalogue, files: Mapping[str, AnswersFile]) -> Mapping[str, Assessment]:
    return {
        name: assess(catalogue, file.profile, file.answers, file.choices, TODAY)
        for name, file in files.items()
    }


def business_alone(answers: Answers) -> Answers:
    """Return the answers without dimensions, hours and people."""
    return {
        key: value
        for key, value in answers.items()
        if key.startswith("business.") and key != "business.people"
    }


def test_these_firms_and_no_others_are_shipped() -> None:
    assert {path.name for path in paths.samples_dir().iterdir()} == {
        f"{name}.toml" for name in EXPECTED
    }


@each_firm
def test_a_sample_says_that_it_is_invented(name: str) -> None:
    text = (paths.samples_dir() / f"{name}.toml").read_text(encoding="utf-8")
    first, second, *_ = text.splitlines()
    assert first.startswith("# ")
    assert first.endswith("(invented).")
    assert "invented" in second
    assert ".example/" in tomllib.loads(text)["profile"]["website"]


@each_firm
def test_every_question_is_answered_one_way_or_another(
    files: Mapping[str, AnswersFile], catalogue: Catalogue, name: str
) -> None:
    assert files[name].answers.keys() == catalogue.questionnaire.by_id.keys()
    silent = [said for said in files[name].answers.values() if isinstance(said, NoAnswer)]
    assert len(silent) <= 3


@each_firm
def test_hours_and_people_fit_together(files: Mapping[str, AnswersFile], name: str) -> None:
    answers = files[name].answers
    people = answers["business.people"]
    assert isinstance(people, tuple)
    hours = [row["hours"] for row in people if not isinstance(row, str)]
    assert sum(float(each) for each in hours) == answers["business.hours_per_week"]


@each_firm
def test_business_answers_alone_give_the_plan_of_the_method(
    catalogue: Catalogue, files: Mapping[str, AnswersFile], name: str
) -> None:
    file, expected = files[name], EXPECTED[name]
    found = assess(catalogue, file.profile, business_alone(file.answers), file.choices, TODAY)
    assert found.plan.hours == expected.plan
    assert found.target.network_share == pytest.approx(expected.target, abs=5e-5)
    assert found.plan.network_share == pytest.approx(expected.share, abs=5e-5)
    assert found.plan.price == pytest.approx(expected.price, abs=5e-5)


@each_firm
def test_a_whole_sample_has_every_score_and_a_mix_inside_its_band(
    assessments: Mapping[str, Assessment], name: str
) -> None:
    found = assessments[name]
    assert all(cell.value is not None for cell in found.scores.cells.values())
    assert found.scores.types
    assert found.present.practice.value is not None
    assert found.present.hours_network_share is not None
    assert found.target.low - 1e-9 <= found.plan.network_share <= found.target.high + 1e-9
    assert found.returns.break_even_customers is not None


def test_the_firms_differ_as_one_would_expect(assessments: Mapping[str, Assessment]) -> None:
    types = {name: found.scores.types for name, found in assessments.items()}
    assert types["tax_adviser"] == (BrandType.CONNECTOR,)
    assert types["web_shop"] == (BrandType.BROADCASTER,)
    assert types["cafe"] == (BrandType.QUIET,)
    assert types["saas_start_up"] == (BrandType.BALANCED,)
    media = {
        name: found.scores.overall[Mode.MEDIA].value or 0 for name, found in assessments.items()
    }
    assert min(media, key=lambda name: media[name]) == "plumber"
    assert max(media, key=lambda name: media[name]) == "creator"


def test_the_samples_show_more_than_one_currency(files: Mapping[str, AnswersFile]) -> None:
    assert {file.profile.currency for file in files.values()} == {"€", "£", "$"}
