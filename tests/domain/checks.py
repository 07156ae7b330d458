"""What must hold in the roadmap, the rules and the hours of any assessment."""

from collections.abc import Mapping

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.roadmap import Roadmap
from tests.domain.builders import shipped_catalogue
from tests.domain.oracles import HYGIENE


def unfinished(roadmap: Roadmap, hours: Mapping[str, float], budget: float) -> list[str]:
    """Return the activities whose set-up cannot be done before they run, within the budget.

    Week by week what runs takes its hours; the rest goes to what has to run soonest.
    """
    catalogue = shipped_catalogue()
    left = {
        span.activity_id: catalogue.activity(span.activity_id).setup_hours for span in roadmap.spans
    }
    spans = sorted(roadmap.spans, key=lambda span: span.run_week)
    for week in range(1, max(span.run_week for span in spans) + 1):
        running = [span.activity_id for span in spans if span.run_week <= week]
        free = budget - sum(hours[key] for key in running)
        if free < -1e-9 or any(left[key] > 1e-9 for key in running):
            return [key for key in running if left[key] > 1e-9] or ["too many hours"]
        for span in spans:
            if span.set_up_week <= week < span.run_week:
                used = min(free, left[span.activity_id])
                left[span.activity_id] -= used
                free -= used
    return []


def misplaced_steps(roadmap: Roadmap) -> list[str]:
    """Return the steps that do not lie within the roadmap."""
    return [
        f"{step.activity_id} {step.phase} {step.first_week}-{step.last_week}"
        for step in roadmap.steps
        if not 1 <= step.first_week <= step.last_week <= roadmap.weeks or step.hours < 0
    ]


def wrong_rules(found: Assessment) -> list[str]:
    """Return the decision rules that are undated, empty, or move what is not there."""
    planned, activity = found.plan.hours, shipped_catalogue().activity
    wrong = []
    for rule in found.rules:
        sound = [rule.by in found.roadmap.reviews, rule.threshold is None or rule.threshold > 0]
        if rule.hours:
            left = planned[rule.from_activity] - rule.hours
            sound.append(left == 0 or left >= activity(rule.from_activity).min_hours)
            sound.append(rule.from_activity not in HYGIENE)
        if rule.to_activity:
            there = planned[rule.to_activity] + rule.hours
            sound.append(rule.to_activity != rule.from_activity)
            sound.append(there <= activity(rule.to_activity).max_hours)
        if not all(sound):
            wrong.append(str(rule))
    return wrong
