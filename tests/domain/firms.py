"""The seven firms of method section 4.4: their business answers and the plans that follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner.domain.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """What a firm answered, and the plan expected when no dimension is answered.

    `hours` by activity id; shares and the price of the band as parts of one.
    """

    answers: Mapping[str, Answer]
    target: float
    share: float
    price: float
    hours: Mapping[str, float]


FIRMS: Mapping[str, Firm] = {
    "tax_adviser": Firm(
        answers={
            "business.kind": "b2b_services",
            "business.stage": "steady",
            "business.goals": ("leads", "referrals", "reputation"),
            "business.hours_per_week": 6.0,
            "business.order_value": 1500.0,
            "business.margin_percent": 60.0,
            "business.audience": "some",
            "business.sales_cycle": "quarter",
            "business.patience": "quarter",
            "business.platforms": ("linkedin", "google_business"),
            "business.tools": ("scheduler",),
            "business.ad_budget_per_week": 0.0,
        },
        target=0.6816,
        share=0.5833,
        price=0.0071,
        hours={
            "linkedin_posts": 1.0,
            "lead_magnet": 1.5,
            "reply_desk": 0.5,
            "linkedin_dialogue": 1.5,
            "referral_circle": 1.0,
            "followup_notes": 0.5,
        },
    ),
    "web_shop": Firm(
        answers={
            "business.kind": "ecommerce",
            "business.stage": "growing",
            "business.goals": ("sales", "awareness", "loyalty"),
            "business.hours_per_week": 8.0,
            "business.order_value": 55.0,
            "business.margin_percent": 40.0,
            "business.audience": "mass",
            "business.sales_cycle": "same_day",
            "business.patience": "quarter",
            "business.platforms": ("instagram", "facebook", "tiktok", "pinterest"),
            "business.tools": ("scheduler",),
            "business.ad_budget_per_week": 25.0,
        },
        target=0.1984,
        share=0.125,
        price=0.0,
        hours={
            "instagram_feed": 1.5,
            "short_video": 2.0,
            "newsletter": 1.5,
            "pinterest": 1.5,
            "boosted_posts": 0.5,
            "reply_desk": 0.5,
            "followup_notes": 0.5,
        },
    ),
    "plumber": Firm(
        answers={
            "business.kind": "local_service",
            "business.stage": "steady",
            "business.goals": ("leads", "reputation", "referrals"),
            "business.hours_per_week": 4.0,
            "business.order_value": 200.0,
            "business.margin_percent": 60.0,
            "business.audience": "some",
            "business.sales_cycle": "week",
            "business.patience": "quarter",
            "business.platforms": ("facebook", "google_business", "whatsapp"),
            "business.tools": ("scheduler",),
            "business.ad_budget_per_week": 0.0,
        },
        target=0.5422,
        share=0.5,
        price=0.0135,
        hours={
            "gbp_posts": 1.0,
            "customer_stories": 1.0,
            "reply_desk": 1.0,
            "review_replies": 0.5,
            "followup_notes": 0.5,
        },
    ),
    "cafe": Firm(
        answers={
            "business.kind": "local_retail",
            "business.stage": "young",
            "business.goals": ("awareness", "loyalty", "sales"),
            "business.hours_per_week": 5.0,
            "business.order_value": 10.0,
            "business.margin_percent": 60.0,
            "business.audience": "some",
            "business.sales_cycle": "same_day",
            "business.patience": "quarter",
            "business.platforms": ("instagram", "google_business"),
            "business.tools": ("scheduler",),
            "business.ad_budget_per_week": 0.0,
        },
        target=0.3472,
        share=0.3,
        price=0.047,
        hours={
            "instagram_feed": 1.5,
            "short_video": 2.0,
            "reply_desk": 1.0,
            "followup_notes": 0.5,
        },
    ),
    "saas_start_up": Firm(
        answers={
            "business.kind": "b2b_product",
            "business.stage": "young",
            "business.goals": ("leads", "insight", "awareness"),
            "business.hours_per_week": 12.0,
            "business.order_value": 2000.0,
            "business.margin_percent": 75.0,
            "business.audience": "few",
            "business.sales_cycle": "quarter",
            "business.patience": "quarter",
            "business.platforms": ("linkedin", "reddit", "x", "youtube"),
            "business.tools": ("scheduler",),
            "business.ad_budget_per_week": 0.0,
        },
        target=0.7226,
        share=0.625,
        price=0.0406,
        hours={
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
    "charity": Firm(
        answers={
            "business.kind": "nonprofit",
            "business.stage": "steady",
            "business.goals": ("relationships", "engagement", "awareness"),
            "business.hours_per_week": 10.0,
            "business.order_value": 50.0,
            "business.margin_percent": 100.0,
            "business.audience": "some",
            "business.sales_cycle": "week",
            "business.patience": "quarter",
            "business.platforms": ("facebook", "instagram", "whatsapp"),
            "business.tools": ("scheduler",),
            "business.ad_budget_per_week": 0.0,
        },
        target=0.6036,
        share=0.7,
        price=0.0018,
        hours={
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
    "creator": Firm(
        answers={
            "business.kind": "creator",
            "business.stage": "steady",
            "business.goals": ("awareness", "engagement", "sales"),
            "business.hours_per_week": 15.0,
            "business.order_value": 50.0,
            "business.margin_percent": 80.0,
            "business.audience": "mass",
            "business.sales_cycle": "week",
            "business.patience": "quarter",
            "business.platforms": ("youtube", "instagram", "tiktok", "discord"),
            "business.tools": ("scheduler",),
            "business.ad_budget_per_week": 0.0,
        },
        target=0.237,
        share=0.2667,
        price=0.0,
        hours={
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
