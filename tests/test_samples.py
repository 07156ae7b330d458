"""The seven invented firms: complete, coherent, and planned as the method says they are."""

import tomllib
from collections.abc import Mapping
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
from tests.domain.firms import FIRMS

TODAY = date(2027, 1, 4)


each_firm = pytest.mark.parametrize("name", FIRMS)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(paths.catalogue_dir())


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> Mapping[str, AnswersFile]:
    folder = paths.samples_dir()
    return {name: read_answers_file(catalogue, folder / f"{name}.toml") for name in FIRMS}


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
        *(f"{name}.toml" for name in FIRMS),
        "half-year.socialplan-bundle",
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
    file, expected = files[name], FIRMS[name]
    found = assess(catalogue, file.profile, business_alone(file.answers), file.choices, TODAY)
    assert found.plan.hours == expected.hours
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
