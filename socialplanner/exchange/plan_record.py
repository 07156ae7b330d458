"""The plan and what follows from it, as records for other programs."""

from collections.abc import Iterable

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.comparison import HoursComparison
from socialplanner.domain.decision import DecisionRule
from socialplanner.domain.ids import Origin
from socialplanner.domain.measurement import KpiChoice, difficulty
from socialplanner.domain.plan import Alternative, Plan, PlannedActivity
from socialplanner.domain.roadmap import Roadmap
from socialplanner.domain.roi import Ledger
from socialplanner.presentation.wording import decision_basis, decision_sentence

Record = dict[str, object]

OWN_FIGURES = ("hour_cost", "order_value", "margin_percent", "close_rate", "ad_budget_per_week")
"""What the owner must say before a plan has a price; orders and repeat buyers add to it."""


def plan_record(catalogue: Catalogue, plan: Plan) -> Record:
    """Return the hours of an ordinary week and everything said about them."""
    return {
        "hours_per_week": plan.hours_per_week,
        "hours_available": plan.hours_available,
        "network_share": plan.network_share,
        "network_share_low": plan.stability.network_share_low,
        "network_share_high": plan.stability.network_share_high,
        "value": plan.value,
        "free_value": plan.free_value,
        "price": plan.price,
        "activities": [_activity(catalogue, planned) for planned in plan.activities],
        "alternatives": [_alternative(catalogue, other) for other in plan.alternatives],
        "curve": [
            {"network_share": point.network_share, "relative_value": point.relative_value}
            for point in plan.curve
        ],
        "flat_low": plan.flat_low,
        "flat_high": plan.flat_high,
        "next_half_hour": {
            "gain": plan.next_half_hour.gain,
            "changes": dict(plan.next_half_hour.changes),
        },
    }


def _activity(catalogue: Catalogue, planned: PlannedActivity) -> Record:
    activity = catalogue.activity(planned.id)
    return {
        "id": planned.id,
        "name": activity.name,
        "mode": planned.mode,
        "hours": planned.hours,
        "marginal_value": planned.marginal_value,
        "chosen_share": planned.chosen_share,
        "label": planned.label,
        "is_pinned": planned.is_pinned,
        "measuring_difficulty": difficulty(activity),
        "basis": activity.basis,
    }


def _alternative(catalogue: Catalogue, other: Alternative) -> Record:
    return {
        "id": other.id,
        "name": catalogue.activity(other.id).name,
        "mode": other.mode,
        "chosen_share": other.chosen_share,
        "label": other.label,
    }


def hours_record(hours: HoursComparison) -> Record:
    """Return the hours rows now and planned, and what to stop or shrink."""
    return {
        "rows": [
            {
                "question_id": row.question_id,
                "mode": row.mode,
                "now": row.now,
                "plan": row.planned,
                "release": row.release,
            }
            for row in hours.rows
        ],
        "releases": [
            {
                "question_id": row.question_id,
                "hours": row.release,
                "is_stopped": row.is_stopped,
            }
            for row in hours.releases
        ],
        "to_find": hours.to_find,
    }


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


def roadmap_record(roadmap: Roadmap) -> Record:
    """Return the thirteen weeks: steps, spans and review dates."""
    return {
        "start": roadmap.start.isoformat(),
        "weeks": roadmap.weeks,
        "set_up_hours": roadmap.set_up_hours,
        "reviews": [day.isoformat() for day in roadmap.reviews],
        "spans": [
            {
                "activity_id": span.activity_id,
                "mode": span.mode,
                "set_up_week": span.set_up_week,
                "run_week": span.run_week,
            }
            for span in roadmap.spans
        ],
        "steps": [
            {
                "activity_id": step.activity_id,
                "phase": step.phase,
                "text": step.text,
                "first_week": step.first_week,
                "last_week": step.last_week,
                "hours": step.hours,
                "who": step.who,
            }
            for step in roadmap.steps
        ],
    }


def decision_rules_record(catalogue: Catalogue, rules: Iterable[DecisionRule]) -> list[Record]:
    """Return the decision rules, each with its whole sentence as `text`."""
    return [
        {
            "kind": rule.kind,
            "by": rule.by.isoformat(),
            "kpi_id": rule.kpi_id,
            "threshold": rule.threshold,
            "origin": rule.origin,
            "hours": rule.hours,
            "from_activity": rule.from_activity,
            "to_activity": rule.to_activity,
            "text": decision_sentence(catalogue, rule),
            "basis": decision_basis(rule),
        }
        for rule in rules
    ]
