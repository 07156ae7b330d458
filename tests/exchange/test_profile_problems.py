"""What is refused in the profile and in the choices of an answers file, and in which words."""

import math
from collections.abc import Callable

import pytest

from socialplanner.exchange.answers_file import AnswersFile

Complaints = Callable[..., list[str]]
Read = Callable[..., AnswersFile]


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        ("profile/name", " ", "The name of the brand is missing; every plan carries it."),
        ("profile/name", 3, "This must be a text in quotes, not 3."),
        ("profile/prepared_by", True, "This must be a text in quotes, not true."),
        ("profile/currency", None, "This must be a text in quotes, not null."),
        (
            "profile/prepared_for",
            "\ud800",
            "This text holds half of a character (a lone surrogate); type it again.",
        ),
        (
            "profile/language",
            "German!",
            "This must be a language tag such as “en” or “de-AT”, not “German!”.",
        ),
    ],
    ids=["blank", "number", "boolean", "null", "surrogate", "language"],
)
def test_a_wrong_entry_in_the_profile_is_refused(
    complaints: Complaints, path: str, value: object, complaint: str
) -> None:
    assert complaints({path: value}) == [f"{path.replace('/', ' › ')}: {complaint}"]


@pytest.mark.parametrize(
    "day", ["2027-02-30", "31.1.2027", "20270131", "1999-12-31", "3000-01-01", 2027, True]
)
def test_what_is_no_day_of_our_time_is_refused(complaints: Complaints, day: object) -> None:
    (complaint,) = complaints({"profile/date": day})
    assert complaint.startswith("profile › date: This must be a day like 2027-01-31, from 2000-")


@pytest.mark.parametrize(
    "address",
    ["bakery.example", "ftp://bakery.example", "https://", "https://a b.example", "http://[x"],
)
def test_a_website_must_be_an_address_of_a_page(complaints: Complaints, address: str) -> None:
    (complaint,) = complaints({"profile/website": address})
    assert "begins with https:// or http:// and has no spaces" in complaint


@pytest.mark.parametrize("address", ["", "http://bakery.example", "https://bakery.example/a?b#c"])
def test_a_website_may_be_missing_or_any_page(read: Read, address: str) -> None:
    assert read({"profile/website": address}).profile.website == address


def test_a_missing_profile_lacks_a_name(complaints: Complaints, left_out: object) -> None:
    assert complaints({"profile": left_out}) == [
        "profile › name: The name of the brand is missing; every plan carries it."
    ]


def test_an_unknown_activity_is_refused_with_what_was_perhaps_meant(complaints: Complaints) -> None:
    pinned, planned = complaints(
        {"choices/pinned": ["newsleter"], "choices/earlier_plan": {"newsleter": 1}}
    )
    assert pinned.startswith("choices › pinned: “newsleter” is not possible here. Did you mean")
    assert planned.startswith("choices › earlier_plan › newsleter: There is no such activity. Did")
    assert "“newsletter”" in pinned
    assert "“newsletter”" in planned


def test_an_activity_is_not_pinned_and_declined_at_once(complaints: Complaints) -> None:
    assert complaints({"choices/pinned": ["newsletter"], "choices/declined": ["newsletter"]}) == [
        "choices › pinned: “newsletter” is pinned and declined at once; choose one."
    ]


@pytest.mark.parametrize("hours", [-0.5, 169, math.nan])
def test_hours_of_an_earlier_plan_fit_into_a_week(complaints: Complaints, hours: float) -> None:
    assert complaints({"choices/earlier_plan": {"newsletter": hours}}) == [
        f"choices › earlier_plan › newsletter: This must be a number from 0 to 168, not {hours}."
    ]
