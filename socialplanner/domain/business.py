"""The facts of the business that the method reads, drawn from the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from socialplanner.domain.answers import Answer, Answers, NoAnswer, TableRow

ESSENTIAL = (
    "business.kind",
    "business.goals",
    "business.hours_per_week",
    "business.platforms",
    "business.patience",
)
"""Without these there is no plan; "do not know" does not serve."""

ORDERED = ("business.audience", "business.sales_cycle", "business.patience")
"""Single choices whose options stand in an order, so that one can be a step off."""

NUMBERS = (
    "order_value",
    "margin_percent",
    "orders_per_year",
    "close_rate",
    "enquiries_per_month",
    "hour_cost",
    "ad_budget_per_week",
)
"""Optional answers that are one number each."""

NEW_FIRM = frozenset({"pre_sale", "young"})
LONG_CYCLE = frozenset({"quarter", "longer"})
NO_TOOL = "none"
TALKING = frozenset({"talking", "both"})
MAKING = frozenset({"making", "both"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who does the work, for `hours` a week."""

    name: str
    hours: float
    strength: str

    @property
    def can_talk(self) -> bool:
        """Return whether the strength of this person includes talking."""
        return self.strength in TALKING

    @property
    def can_make(self) -> bool:
        """Return whether the strength of this person includes making."""
        return self.strength in MAKING


@dataclass(frozen=True, slots=True, kw_only=True)
class Business:
    """What the method needs to know; None where the owner did not say.

    Money is in the profile's currency, `close_rate` in customers of ten enquiries, hours a week.
    """

    kind: str
    goals: tuple[str, ...]
    hours_per_week: float
    platforms: frozenset[str]
    patience: str
    stage: str | None = None
    audience: str | None = None
    sales_cycle: str | None = None
    tools: frozenset[str] = frozenset()
    people: tuple[Person, ...] | None = None
    order_value: float | None = None
    margin_percent: float | None = None
    repeat_buyers: str | None = None
    orders_per_year: float | None = None
    close_rate: float | None = None
    enquiries_per_month: float | None = None
    hour_cost: float | None = None
    ad_budget_per_week: float | None = None

    @property
    def margin_per_sale(self) -> float | None:
        """Return order value times margin share, or None when either is missing."""
        if self.order_value is None or self.margin_percent is None:
            return None
        return self.order_value * self.margin_percent / 100

    @property
    def has_long_cycle(self) -> bool:
        """Return whether a sale takes longer than a month from first contact."""
        return self.sales_cycle in LONG_CYCLE

    @property
    def is_new(self) -> bool:
        """Return whether the firm is before its first sale or still young."""
        return self.stage in NEW_FIRM

    @property
    def has_ad_money(self) -> bool:
        """Return whether there is weekly money for paid posts."""
        return (self.ad_budget_per_week or 0) > 0

    @property
    def talking_hours(self) -> float | None:
        """Return the weekly hours of people who can talk, or None when nobody was named."""
        if not self.people:
            return None
        return sum(person.hours for person in self.people if person.can_talk)


def business_of(answers: Answers) -> Business:
    """Return the facts of the business; KeyError names the first essential answer not given."""
    said = {key: value for key, value in answers.items() if not isinstance(value, NoAnswer)}
    return Business(
        kind=cast("str", said["business.kind"]),
        goals=_ids(said["business.goals"]),
        hours_per_week=_number(said["business.hours_per_week"]) or 0.0,
        platforms=frozenset(_ids(said["business.platforms"])),
        patience=cast("str", said["business.patience"]),
        stage=_text(said.get("business.stage")),
        audience=_text(said.get("business.audience")),
        sales_cycle=_text(said.get("business.sales_cycle")),
        tools=frozenset(_ids(said.get("business.tools", ()))) - {NO_TOOL},
        people=_people(said.get("business.people")),
        repeat_buyers=_text(said.get("business.repeat_buyers")),
        **_numbers(said),
    )


def _numbers(said: Mapping[str, Answer]) -> dict[str, float | None]:
    return {name: _number(said.get(f"business.{name}")) for name in NUMBERS}


def _number(value: Answer | None) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _text(value: Answer | None) -> str | None:
    return value if isinstance(value, str) else None


def _ids(value: Answer) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, tuple) else ()


def _people(value: Answer | None) -> tuple[Person, ...] | None:
    if not isinstance(value, tuple):
        return None
    rows = (cast("TableRow", row) for row in value)
    return tuple(
        Person(
            name=str(row.get("name", "")),
            hours=float(row.get("hours", 0.0)),
            strength=str(row.get("strength", "both")),
        )
        for row in rows
    )
