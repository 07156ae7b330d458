"""Tagged links, so that a visit can be traced to the activity it came from (section 6.4)."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from socialplanner.domain.activity import Activity
from socialplanner.domain.business import Business
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import accepted_platforms
from socialplanner.domain.ids import Mode
from socialplanner.domain.plan import Plan

PLACEHOLDER_SITE = "https://www.example.com/"
MEDIUMS = {"email": "email", "google_business": "referral", "in_person": "referral"}
SOURCES = {"in_person": "qr-event"}
HANDED_OUT = ("in_person", "email")
UNLINKED = frozenset({"all", "website", "crm", "phone", "video", "marketplaces"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedLink:
    """A link ready to copy, for one activity on one platform."""

    activity_id: str
    platform: str
    address: str


def tagged_links(
    catalogue: Catalogue, business: Business, plan: Plan, website: str, today: date
) -> tuple[TaggedLink, ...]:
    """Return one link for every planned activity that publishes or hands out links."""
    return tuple(_links(catalogue, business, plan, website, today))


def tagged_link(
    site: str,
    *,
    activity: Activity,
    platform: str,
    campaign: str,
    is_paid: bool = False,
) -> str:
    """Return ``site?utm_source=&utm_medium=&utm_campaign=&utm_content=m-<activity>-01``.

    All values are lower case ``a-z 0-9 _ -``; the activity id in utm_content is what the learning
    model reads, and the number at its end counts up with each further link.
    """
    tags = {
        "utm_source": SOURCES.get(platform, platform),
        "utm_medium": "cpc" if is_paid else MEDIUMS.get(platform, "social"),
        "utm_campaign": campaign,
        "utm_content": f"{activity.mode[0]}-{activity.id}-01",
    }
    query = "&".join(f"{key}={tag_word(value)}" for key, value in tags.items())
    address, _, fragment = site.partition("#")
    joined = f"{address}{'&' if '?' in address else '?'}{query}"
    return f"{joined}#{fragment}" if fragment else joined


def tag_word(text: str) -> str:
    """Return text in the only characters a tag may have."""
    return re.sub(r"[^a-z0-9_-]+", "-", text.lower()).strip("-")


def campaign_of(day: date, topic: str = "plan") -> str:
    """Return the campaign name ``yyyyqN-topic`` of a day."""
    return f"{day.year}q{(day.month + 2) // 3}-{tag_word(topic)}"


def _links(
    catalogue: Catalogue, business: Business, plan: Plan, website: str, today: date
) -> Iterator[TaggedLink]:
    parameters = catalogue.parameters.allocation
    accepted = accepted_platforms(business, parameters)
    linked = {*plan.platforms, *(accepted & parameters.uncounted_platforms)} - UNLINKED
    for activity in (catalogue.activity(each.id) for each in plan.activities):
        platform = _platform(activity, HANDED_OUT if activity.mode is Mode.NETWORK else linked)
        if platform is None:
            continue
        yield TaggedLink(
            activity_id=activity.id,
            platform=platform,
            address=tagged_link(
                website or PLACEHOLDER_SITE,
                activity=activity,
                platform=platform,
                campaign=campaign_of(today),
                is_paid=activity.id in parameters.paid_activities,
            ),
        )


def _platform(activity: Activity, linked: Collection[str]) -> str | None:
    """Return the first platform of the activity from which a link leads to the site."""
    return next((platform for platform in activity.platforms if platform in linked), None)
