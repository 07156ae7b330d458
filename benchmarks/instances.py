"""The two firms that are measured: one whose platforms suffice, and one whose run short."""

from dataclasses import dataclass, replace
from datetime import date

from socialplanner.domain.answers import Answer
from socialplanner.domain.business import business_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Choices
from socialplanner.domain.setting import Setting, setting_of
from socialplanner.domain.target import target_mix
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.paths import catalogue_dir

TODAY = date(2026, 11, 23)
HOURS = (5.0, 10.0, 20.0, 40.0)
LEVEL = 2

ADVISER: dict[str, Answer] = {
    "business.kind": "b2b_services",
    "business.stage": "steady",
    "business.goals": ("leads", "referrals", "reputation"),
    "business.order_value": 1500.0,
    "business.margin_percent": 60.0,
    "business.audience": "some",
    "business.sales_cycle": "quarter",
    "business.patience": "quarter",
    "business.platforms": ("linkedin", "google_business"),
    "business.tools": ("scheduler",),
}

PUBLISHER: dict[str, Answer] = {
    **ADVISER,
    "business.kind": "creator",
    "business.goals": ("awareness", "engagement"),
    "business.audience": "mass",
    "business.platforms": (
        "linkedin",
        "instagram",
        "facebook",
        "tiktok",
        "youtube",
        "x",
        "threads",
        "bluesky",
        "pinterest",
    ),
    "business.ad_budget_per_week": 25.0,
}

FIRMS = {"adviser": ADVISER, "publisher": PUBLISHER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One firm at some hours a week, with every scored question answered in the middle."""

    catalogue: Catalogue
    firm: str
    hours: float
    answers: dict[str, Answer]

    def setting(self) -> Setting:
        """Return the firm's allocation problem without gaps."""
        business = business_of(self.answers)
        target = target_mix(business, self.catalogue.parameters.target)
        return setting_of(self.catalogue, business, Choices(), target, {})


def measured_firms() -> list[Measured]:
    """Return both firms at every number of hours."""
    catalogue = load_catalogue(catalogue_dir())
    middle = middle_answers(catalogue)
    return [
        Measured(
            catalogue=catalogue,
            firm=firm,
            hours=hours,
            answers={**answers, **middle, "business.hours_per_week": hours},
        )
        for firm, answers in FIRMS.items()
        for hours in HOURS
    ]


def middle_answers(catalogue: Catalogue) -> dict[str, Answer]:
    """Return the middle level of every scored question."""
    return {
        question.id: tuple(option.id for option in question.options[:LEVEL])
        if question.options
        else float(LEVEL)
        for question in catalogue.questionnaire
        if question.is_scored
    }


def platforms_bind(setting: Setting) -> bool:
    """Return whether the plan would be another if it might use any number of platforms."""
    programme = setting.programme
    unbound = replace(programme, runnable=programme.runnable[:1] | True)
    return bool(replace(setting, programme=unbound).solve().value[0] > setting.solve().value[0])
