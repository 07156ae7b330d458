"""The 90 days and their decision rules as records for other programs."""

from collections.abc import Iterable

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.decision import DecisionRule
from socialplanner.domain.roadmap import Roadmap
from socialplanner.exchange.standing_record import Record
from socialplanner.presentation.wording import decision_basis, decision_sentence


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
