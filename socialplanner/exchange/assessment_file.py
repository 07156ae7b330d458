"""The whole assessment as one record, for other programs: full precision, nothing in words only."""

import json

from socialplanner.domain.answers import plain_answer
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.gaps import largest
from socialplanner.domain.openness import OpenPoint
from socialplanner.domain.profile import plain_choices, plain_profile
from socialplanner.domain.scenario import Flip, Scenario
from socialplanner.exchange.plan_record import hours_record, plan_record
from socialplanner.exchange.return_record import kpis_record, return_record
from socialplanner.exchange.roadmap_record import decision_rules_record, roadmap_record
from socialplanner.exchange.standing_record import (
    Record,
    gap_record,
    standing_record,
    target_record,
)


def assessment_text(catalogue: Catalogue, assessment: Assessment) -> str:
    """Return the assessment as JSON text, ending with a line break."""
    record = assessment_record(catalogue, assessment)
    return json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def assessment_record(catalogue: Catalogue, assessment: Assessment) -> Record:
    """Return every result by name; docs/command-line.md lists the paths."""
    return {
        "catalogue_version": assessment.catalogue_version,
        "date": assessment.today.isoformat(),
        "profile": plain_profile(assessment.profile),
        "choices": plain_choices(assessment.choices),
        "answers": {key: plain_answer(value) for key, value in assessment.answers.items()},
        **standing_record(assessment),
        "target": target_record(assessment),
        "gaps": [gap_record(gap) for gap in largest(assessment.gaps)],
        "plan": plan_record(catalogue, assessment.plan),
        "hours": hours_record(assessment.hours),
        "return": return_record(catalogue, assessment),
        "kpis": kpis_record(catalogue, assessment.kpis),
        "links": [
            {"activity_id": link.activity_id, "platform": link.platform, "address": link.address}
            for link in assessment.links
        ],
        "roadmap": roadmap_record(assessment.roadmap),
        "decision_rules": decision_rules_record(catalogue, assessment.rules),
        "flip_test": [_flip(flip, assessment) for flip in assessment.flips],
        "scenarios": [_scenario(scenario) for scenario in assessment.scenarios],
        "open_points": [_open_point(point) for point in assessment.open_points],
        "assumptions": _assumptions(catalogue),
    }


def _flip(flip: Flip, assessment: Assessment) -> Record:
    return {
        "question_id": flip.question_id,
        "answer": plain_answer(assessment.answers[flip.question_id]),
        "other": plain_answer(flip.other),
        "hours_moved": flip.hours_moved,
        "changes": dict(flip.changes),
        "network_share": flip.network_share,
    }


def _scenario(scenario: Scenario) -> Record:
    return {
        "kind": scenario.kind,
        "detail": scenario.detail,
        "hours": dict(scenario.hours),
        "changes": dict(scenario.changes),
        "network_share": scenario.network_share,
        "relative_value": scenario.relative_value,
    }


def _open_point(point: OpenPoint) -> Record:
    dimension, mode = point.cell or (None, None)
    return {
        "sharpens": point.sharpens,
        "dimension": dimension,
        "mode": mode,
        "question_ids": list(point.question_ids),
        "find_out_first": list(point.find_out_first),
    }


def _assumptions(catalogue: Catalogue) -> list[Record]:
    """Return every number of the method that is not the owner's, with where it comes from."""
    return [
        {"id": each.id, "value": each.value, "origin": each.origin, "text": each.text}
        for each in catalogue.assumptions
    ]
