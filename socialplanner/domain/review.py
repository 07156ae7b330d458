"""The review every four weeks: what was planned, what was done, what it says, and what is next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from socialplanner.domain.belief import Present
from socialplanner.domain.business import Business
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.counted_log import Log, counted_weeks, last_counted
from socialplanner.domain.decision import DecisionRule
from socialplanner.domain.followed import FollowedHours, hours_in
from socialplanner.domain.forecast import Forecast, Hits, forecast, hits, over
from socialplanner.domain.learning import Learning, learn
from socialplanner.domain.learning_case import LearningCase, learning_case
from socialplanner.domain.moment import week_of
from socialplanner.domain.reoptimising import Reoptimised, reoptimised
from socialplanner.domain.return_from_log import LoggedReturn, return_from_log
from socialplanner.domain.roadmap import WEEK, Roadmap
from socialplanner.domain.rule_check import RuleCase, RuleCheck, check_rules
from socialplanner.domain.setting import Setting
from socialplanner.domain.then_and_now import KeptHours, kept_hours

TO_MONDAY = timedelta(days=3)
"""From the Friday of a review to the Monday after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCase:
    """What a review looks at: the plan as issued with its rules and forecasts, and the log.

    `hours` are those followed now, `followed` those of every week from the plan's first on;
    `setting` is the allocation problem as it stands today.
    """

    catalogue: Catalogue
    setting: Setting
    present: Present
    hours: Mapping[str, float]
    followed: tuple[FollowedHours, ...]
    roadmap: Roadmap
    rules: tuple[DecisionRule, ...]
    log: Log
    forecasts: tuple[Forecast, ...]
    today: date

    def planned(self, monday: date) -> Mapping[str, float]:
        """Return the hours that are followed in a week, those agreed and a test's pauses too."""
        return hours_in(self.followed, monday) or self.hours

    @property
    def business(self) -> Business:
        """Return the facts of the business."""
        return self.setting.business


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything a review says; `weeks` are the Mondays of those it looks back on, four at most.

    `missed` are those of them whose hours were not logged; `forecast` is for the hours followed,
    from the Monday after the review on. `learning` is of what is counted, `enquiry_learning` of
    enquiries, which alone are worth money.
    """

    weeks: tuple[date, ...]
    missed: tuple[date, ...]
    kept_hours: tuple[KeptHours, ...]
    rules: tuple[RuleCheck, ...]
    hits: Hits
    learning: Learning
    enquiry_learning: Learning
    proposal: Reoptimised
    forecast: Forecast | None
    returns: LoggedReturn
    next_review: date


def review(case: ReviewCase) -> Review:
    """Return the review of the last four weeks of the plan, the one of today from its Friday on."""
    learnt_from = _learning_case(case)
    learning = learn(learnt_from)
    of_enquiries, enquiry_learning = _of_enquiries(case, learnt_from, learning)
    mondays = tuple(_last_weeks(case))
    logged = {week.monday: week for week in case.log.weeks if week.hours}
    looked_at = [logged[day] for day in mondays if day in logged and not logged[day].is_odd]
    proposal = reoptimised(case.catalogue, case.setting, learning, case.hours)
    coming = forecast(learnt_from, learning, case.planned, week_of(case.today) + WEEK)
    rules = RuleCase(catalogue=case.catalogue, roadmap=case.roadmap, log=case.log, today=case.today)
    return Review(
        weeks=mondays,
        missed=tuple(day for day in mondays if day not in logged),
        kept_hours=kept_hours(case.followed, case.roadmap, looked_at),
        rules=check_rules(rules, case.rules),
        hits=hits(over(case.forecasts, case.today), learnt_from.weeks),
        learning=learning,
        enquiry_learning=enquiry_learning,
        proposal=proposal,
        forecast=None if coming is None else replace(coming, counted=case.log.total_kpi),
        returns=return_from_log(of_enquiries, enquiry_learning, case.business),
        next_review=next_review(case.catalogue, case.roadmap, case.today),
    )


def _learning_case(case: ReviewCase) -> LearningCase:
    weeks = counted_weeks(case.catalogue, case.log, case.today)
    setting = case.setting
    present = case.present
    if case.log.total_kpi:  # what comes of enquiries is known beforehand, of others only the log
        present = replace(present, enquiries=None)
    return learning_case(case.catalogue, setting.activities, setting.circumstances, present, weeks)


def _of_enquiries(
    case: ReviewCase, learnt_from: LearningCase, learning: Learning
) -> tuple[LearningCase, Learning]:
    """Return the log with its enquiries and what they teach, whatever else is counted."""
    if not case.log.total_kpi:
        return learnt_from, learning
    found = _learning_case(replace(case, log=replace(case.log, total_kpi="")))
    return found, learn(found)


def next_review(catalogue: Catalogue, roadmap: Roadmap, today: date) -> date:
    """Return the first Friday after today on which four more weeks of the plan are done."""
    every = catalogue.parameters.review.review_every_weeks * WEEK
    done = max(0, (today - roadmap.start + TO_MONDAY) // every)
    return roadmap.start + (done + 1) * every - TO_MONDAY


def _last_weeks(case: ReviewCase) -> Iterator[date]:
    """Yield the Mondays of the last four weeks of the plan that count by today."""
    last = last_counted(case.today)
    for back in range(case.catalogue.parameters.review.review_every_weeks, 0, -1):
        monday = last - (back - 1) * WEEK
        if monday >= case.roadmap.start:
            yield monday
