"""Who it is for: the profile, and what the person chose about the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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

    `earlier_plan` maps activity ids to weekly hours; None where there is no earlier plan.
    """

    pinned: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    earlier_plan: Mapping[str, float] | None = field(default=None)
