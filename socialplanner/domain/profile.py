"""Who it is for: the profile, and what the person chose about the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One brand; `currency` is printed as given, `language` is a BCP 47 tag."""

    name: str
    currency: str = ""
    language: str = "en"
    prepared_by: str = ""
    prepared_for: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the person decided: activities to keep, not for us, and the plan followed until now.

    `earlier_plan` maps activity ids to weekly hours; None where there is no earlier plan. Where
    it `keeps_earlier`, the plan is just these hours, agreed at a review, as long as that can be.
    """

    pinned: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    earlier_plan: Mapping[str, float] | None = field(default=None)
    keeps_earlier: bool = False


PROFILE_TEXTS = tuple(each.name for each in fields(Profile))
"""The names of what a profile says, all of it texts."""


def plain_profile(profile: Profile) -> dict[str, str]:
    """Return the texts of a profile by name."""
    return {name: getattr(profile, name) for name in PROFILE_TEXTS}


def plain_choices(choices: Choices) -> dict[str, object]:
    """Return choices in JSON's own types; OverflowError for hours that no float holds."""
    earlier = choices.earlier_plan
    return {
        "pinned": sorted(choices.pinned),
        "declined": sorted(choices.declined),
        "earlier_plan": None if earlier is None else plain_numbers(earlier),
        **({"keeps_earlier": True} if choices.keeps_earlier else {}),
    }


def plain_numbers(numbers: Mapping[str, float]) -> dict[str, float]:
    """Return numbers by id as floats; no zero has a sign. OverflowError for what is no float."""
    return {key: float(number) + 0.0 for key, number in numbers.items()}


def is_page_address(address: str) -> bool:
    """Return whether a browser opens an address as a page."""
    try:
        parts = urlsplit(address)
        is_page = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_page = False
    is_plain = address.isprintable() and not any(each.isspace() for each in address)
    return is_page and is_plain
