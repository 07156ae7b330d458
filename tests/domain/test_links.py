"""Tagged links, and the only characters they may have (method section 6.4)."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.ids import Mode
from socialplanner.domain.links import campaign_of, tag_word, tagged_link, tagged_links
from tests.domain.assessments import TODAY, assessment, firm_assessment, firm_with
from tests.domain.builders import NEUTRAL, shipped_catalogue
from tests.domain.businesses import option_ids
from tests.domain.firms import FIRMS

MEDIUMS = {"social", "email", "referral", "cpc"}
"""What the groups of web analytics understand, of what the method allows."""


def link(site: str, **tags: str) -> str:
    """Return a link with the tags a test does not care about filled in."""
    platform, campaign = tags.get("platform", "linkedin"), tags.get("campaign", "2026q4-plan")
    return tagged_link(site, activity=NEUTRAL, platform=platform, campaign=campaign)


@given(st.text())
def test_a_tag_word_has_only_small_letters_digits_hyphens_and_underscores(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9_-]*", tag_word(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Spring Sale 2026!", "spring-sale-2026"),
        ("own_community-01", "own_community-01"),
        (" & ", ""),
        ("Café/Bar", "caf-bar"),
    ],
)
def test_a_tag_word_keeps_what_can_be_kept(text: str, word: str) -> None:
    assert tag_word(text) == word


@given(st.text(), st.text())
def test_any_text_in_a_tag_leaves_the_address_in_four_tags(platform: str, campaign: str) -> None:
    parts = urlsplit(link("https://example.com/shop", platform=platform, campaign=campaign))
    tags = dict(parse_qsl(parts.query, keep_blank_values=True))
    assert tags.keys() == {"utm_source", "utm_medium", "utm_campaign", "utm_content"}
    assert all(re.fullmatch(r"[a-z0-9_-]*", value) for value in tags.values())
    assert (parts.netloc, parts.path) == ("example.com", "/shop")


@pytest.mark.parametrize(
    ("site", "before", "after"),
    [
        ("https://example.com", "https://example.com?utm_source=", ""),
        ("https://example.com/a?b=c", "https://example.com/a?b=c&utm_source=", ""),
        ("https://example.com/a#top", "https://example.com/a?utm_source=", "#top"),
        ("https://example.com/a?b=c#x?y", "https://example.com/a?b=c&utm_source=", "#x?y"),
    ],
)
def test_what_an_address_already_has_is_kept(site: str, before: str, after: str) -> None:
    found = link(site)
    assert found.startswith(before)
    assert found.endswith(f"-01{after}")


@pytest.mark.parametrize(
    ("platform", "paid", "medium"),
    [
        ("instagram", False, "social"),
        ("x", False, "social"),
        ("email", False, "email"),
        ("google_business", False, "referral"),
        ("in_person", False, "referral"),
        ("facebook", True, "cpc"),
    ],
)
def test_a_medium_is_a_word_that_web_analytics_knows(
    platform: str, medium: str, *, paid: bool
) -> None:
    found = tagged_link(
        "https://e.com", activity=NEUTRAL, platform=platform, campaign="c", is_paid=paid
    )
    assert f"utm_medium={medium}&" in found


def test_the_content_tag_names_mode_and_activity() -> None:
    assert link("https://e.com").endswith("utm_content=m-neutral-01")
    talk = replace(NEUTRAL, id="local_events", mode=Mode.NETWORK)
    found = tagged_link("https://e.com", activity=talk, platform="in_person", campaign="c")
    assert found.endswith("utm_content=n-local_events-01")
    assert "utm_source=qr-" in found


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "2026q1-plan"),
        (date(2026, 3, 31), "2026q1-plan"),
        (date(2026, 4, 1), "2026q2-plan"),
        (date(2026, 12, 31), "2026q4-plan"),
    ],
)
def test_a_campaign_is_named_by_its_quarter(day: date, name: str) -> None:
    assert campaign_of(day) == name


@pytest.mark.parametrize("name", FIRMS)
def test_every_link_of_a_plan_belongs_to_a_planned_activity_and_an_accepted_platform(
    name: str,
) -> None:
    catalogue, found = shipped_catalogue(), firm_assessment(name)
    site = "https://example.com/?a=1"
    links = tagged_links(catalogue, found.business, found.plan, site, TODAY)
    assert len({made.activity_id for made in links}) == len(links)
    accepted = found.business.platforms | {"email", "in_person"}
    for made in links:
        assert made.activity_id in found.plan.hours
        assert made.platform in accepted
        tags = dict(parse_qsl(urlsplit(made.address).query))
        assert tags.pop("a") == "1"
        assert tags["utm_medium"] in MEDIUMS
        assert tags["utm_campaign"] == "2026q4-plan"
        assert made.activity_id in tags["utm_content"]


def test_every_published_activity_of_the_shop_gets_a_link() -> None:
    found = firm_assessment("web_shop")
    media = {a.id for a in found.plan.activities if a.mode is Mode.MEDIA}
    assert media <= {made.activity_id for made in found.links}
    paid = next(made for made in found.links if made.activity_id == "boosted_posts")
    assert "utm_medium=cpc" in paid.address


@pytest.mark.parametrize("kind", ["creator", "ecommerce", "b2b_product"])
def test_the_links_publish_on_no_more_platforms_than_the_plan_may_use(kind: str) -> None:
    catalogue = shipped_catalogue()
    platforms = tuple(option_ids("business.platforms"))
    answers = firm_with("creator", kind=kind, hours_per_week=20.0, platforms=platforms)
    found = assessment(answers)
    modes = {a.id: a.mode for a in found.plan.activities}
    published = {made.platform for made in found.links if modes[made.activity_id] is Mode.MEDIA}
    counted = published - catalogue.parameters.allocation.uncounted_platforms
    assert len(counted) <= catalogue.parameters.allocation.max_publishing_platforms
