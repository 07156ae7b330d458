"""Return and its measures as records for other programs."""

from collections.abc import Iterable

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Origin
from socialplanner.domain.measurement import KpiChoice
from socialplanner.domain.roi import Ledger
from socialplanner.exchange.standing_record import Record

OWN_FIGURES = ("hour_cost", "order_value", "margin_percent", "close_rate", "ad_budget_per_week")
"""What the owner must say before a plan has a price; orders and repeat buyers add to it."""


def return_record(catalogue: Catalogue, assessment: Assessment) -> Record:
    """Return costs and break-even, with the owner's figures apart from our assumptions."""
    returns, business, money = (
        assessment.returns,
        assessment.business,
        catalogue.parameters.money,
    )
    return {
        "monthly_cost": returns.monthly_cost,
        "monthly_hours_cost": returns.monthly_hours_cost,
        "monthly_ad_cost": returns.monthly_ad_cost,
        "margin_per_sale": returns.margin_per_sale,
        "close_share": returns.close_share,
        "break_even_customers": returns.break_even_customers,
        "break_even_enquiries": returns.break_even_enquiries,
        "lifetime_value": returns.lifetime_value,
        "ledgers": {ledger.mode: _ledger(ledger) for ledger in returns.ledgers},
        "missing": list(returns.missing),
        "inputs": {
            name: {"value": getattr(business, name), "origin": Origin.OWNER} for name in OWN_FIGURES
        },
        "assumed": {
            name: {"value": getattr(money, name), "origin": Origin.DEFAULT}
            for name in ("weeks_per_month", "discount_rate", "clv_years")
        },
    }


def _ledger(ledger: Ledger) -> Record:
    return {
        "hours_per_week": ledger.hours_per_week,
        "monthly_cost": ledger.monthly_cost,
        "break_even_customers": ledger.break_even_customers,
        "break_even_enquiries": ledger.break_even_enquiries,
        "traceable_share": ledger.traceable_share,
        "traceable_share_origin": Origin.DEFAULT,
        "traced_enquiries": ledger.traced_enquiries,
    }


def kpis_record(catalogue: Catalogue, chosen: Iterable[KpiChoice]) -> list[Record]:
    """Return the KPIs chosen for each goal, with their definitions."""
    return [
        {
            "goal": choice.goal,
            "role": choice.role,
            "id": choice.kpi_id,
            "name": (kpi := catalogue.kpis[choice.kpi_id]).name,
            "stage": kpi.stage,
            "numerator": kpi.numerator,
            "denominator": kpi.denominator,
            "unit": kpi.unit,
            "cadence": kpi.cadence,
            "source": kpi.source,
            "difficulty": kpi.difficulty,
            "pitfall": kpi.pitfall,
            "activity_ids": list(choice.activity_ids),
        }
        for choice in chosen
    ]
