"""Where the brand stands, and where it should go, as records for other programs."""

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.gaps import Gap
from socialplanner.domain.ids import Dimension, Mode

Record = dict[str, object]
"""What becomes one JSON object."""


def standing_record(assessment: Assessment) -> Record:
    """Return where the brand stands: scores, overall scores, types and the present mix."""
    scores, present = assessment.scores, assessment.present
    return {
        "scores": {
            dimension: {mode: _cell(assessment, dimension, mode) for mode in Mode}
            for dimension in Dimension
        },
        "overall": {
            mode: {"value": score.value, "standard_error": score.standard_error}
            for mode, score in scores.overall.items()
        },
        "types": list(scores.types),
        "mix": {
            "practice_network_share": present.practice.value,
            "practice_standard_error": present.practice.standard_error,
            "hours_network_share": present.hours_network_share,
            "say_do_gap": present.say_do_gap,
            "is_gap_flagged": present.is_gap_flagged,
            "by_dimension": {
                dimension: {"network_share": share.value, "standard_error": share.standard_error}
                for dimension, share in present.by_dimension.items()
            },
        },
    }


def _cell(assessment: Assessment, dimension: Dimension, mode: Mode) -> Record:
    cell = assessment.scores.cells[dimension, mode]
    return {
        "value": cell.value,
        "standard_error": cell.standard_error,
        "coverage": cell.coverage,
        "target": assessment.levels[dimension, mode],
        "is_applicable": cell.is_applicable,
        "unknown": list(cell.unknown),
        "unanswered": list(cell.unanswered),
    }


def target_record(assessment: Assessment) -> Record:
    """Return the target mix with its band, and the terms that explain it."""
    target = assessment.target
    return {
        "network_share": target.network_share,
        "low": target.low,
        "high": target.high,
        "terms": [
            {
                "kind": term.kind,
                "logit": term.logit,
                "points": term.points,
                "is_missing": term.is_missing,
            }
            for term in target.terms
        ],
        "goal_weights": dict(target.goal_weights),
    }


def gap_record(gap: Gap) -> Record:
    """Return a gap with the answers that cause it and their next levels."""
    dimension, mode = gap.cell
    return {
        "dimension": dimension,
        "mode": mode,
        "target": gap.target,
        "value": gap.value,
        "points": gap.points,
        "weighted": gap.weighted,
        "next_steps": [
            {
                "question_id": step.question_id,
                "level": step.level,
                "level_text": step.level_text,
                "next_text": step.next_text,
            }
            for step in gap.next_steps
        ],
    }
