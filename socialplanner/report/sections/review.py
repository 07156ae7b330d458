"""The review of the log, in the part on progress: kept, agreed, learnt, proposed, returned."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.scenes import (
    ForecastWords,
    IntervalWords,
    Stage,
    forecast_bands,
    interval_bars,
    kept_weeks,
)
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.appendix import Appendix
from socialplanner.presentation.summary.learned import CHART
from socialplanner.presentation.summary.logged_return import ReturnFromLog
from socialplanner.presentation.summary.method import LEARNING_TITLE
from socialplanner.presentation.summary.proposed import Proposed
from socialplanner.presentation.summary.review import ReviewWords
from socialplanner.report import content as c
from socialplanner.report.document import stage_for
from socialplanner.report.sections.progress import TITLE, progress_section
from socialplanner.report.sections.tables import text_table
from socialplanner.report.styles import Paper

WEEKS_CHART: Final = "Hours planned and logged, week by week"
FORECASTS_CHART: Final = "Forecasts and what came"
CREDITED: Final = (1.8, 1, 1, 0.7, 0.7, 0.8)
"""Widths of the table of credits, where no answer named what does not exist."""


def progress_sections(
    summary: Summary, paper: Paper, number: str, *, has_appendix: bool = True
) -> tuple[c.Section, ...]:
    """Return the pages on progress: the comparison, then the review where weeks were logged.

    Without an appendix the review says itself what it assumes.
    """
    compared = progress_section(summary, number)
    if summary.review is None:
        return (compared,)
    reviewed = review_section(summary.review, paper)
    if not has_appendix:
        reviewed = replace(reviewed, content=(*reviewed.content, *_assumed(summary.appendix)))
    return replace(compared, is_continued=True), reviewed


def review_section(review: ReviewWords, paper: Paper) -> c.Section:
    """Return the pages of a review."""
    stage = stage_for(paper)
    content = (
        c.Heading(title=review.headline),
        c.lead(f"{review.lead} {review.due}"),
        _focus(review),
        *_kept(review, stage),
        *_agreed(review, stage),
        *_learnt(review, stage),
        *_proposed(review.proposed),
        *_tests(review),
        *_returns(review.returns),
    )
    return c.Section(title=TITLE, content=content, part=PlanPart.PROGRESS)


def _assumed(appendix: Appendix) -> Iterator[c.Node]:
    how = " ".join(each.text for each in appendix.method if each.title == LEARNING_TITLE)
    yield c.Heading(title="How this review learns", text=how)
    table = text_table(appendix.of_review, (1, 46, 104), small=True)
    yield c.Detail(content=(c.caption("What it assumes"), table))


def _focus(review: ReviewWords) -> c.Node:
    bullets = c.Bullets(items=review.focus)
    return c.Panel(label="Look to next week", content=(bullets,))


def _kept(review: ReviewWords, stage: Stage) -> Iterator[c.Node]:
    yield c.Heading(title=review.kept_headline, text=review.kept_lead)
    if review.kept.rows:
        yield text_table(review.kept, (2, 1, 1, 1.2))
    if review.weeks:
        scene = kept_weeks(review.weeks, title=WEEKS_CHART, stage=stage)
        yield c.Whole(content=(c.caption(WEEKS_CHART), c.Chart(scene=scene)))


def _agreed(review: ReviewWords, stage: Stage) -> Iterator[c.Node]:
    rules, forecasts = review.rules, review.forecasts
    yield c.Heading(title=rules.headline, text=rules.note)
    if rules.rules.rows:
        yield text_table(rules.rules, (2.4, 1.3, 0.9), small=True)
    yield c.Heading(title=forecasts.headline, text=forecasts.lead)
    if forecasts.bands:
        words = ForecastWords()
        scene = forecast_bands(forecasts.bands, title=FORECASTS_CHART, words=words, stage=stage)
        yield c.Chart(scene=scene)
    if forecasts.coming:
        yield c.body(forecasts.coming)


def _learnt(review: ReviewWords, stage: Stage) -> Iterator[c.Node]:
    found = review.learned
    yield c.Heading(title=found.headline, text=found.lead)
    yield from (c.body(text) for text in (review.counted.lead, review.counted.advice) if text)
    yield from (c.body(text) for text in found.cautions)
    if found.intervals:
        words = IntervalWords(axis=found.unit)
        yield c.Chart(scene=interval_bars(found.intervals, title=CHART, words=words, stage=stage))
    if found.share:
        yield c.body(found.share)
    if found.limits:
        yield c.Detail(
            content=(c.caption("What the log does not teach"), c.Bullets(items=found.limits))
        )


def _proposed(found: Proposed) -> Iterator[c.Node]:
    yield c.Heading(title=found.headline, text=found.text)
    if found.hours.rows:
        yield text_table(found.hours, (2, 1, 1, 1))
    if found.agreed:
        yield c.body(found.agreed)
    if found.probe is not None:
        yield c.body(found.probe.text)
    if found.planned:
        yield c.body(found.planned)
    if found.planner.rows:
        heading = c.Heading(title="How long an honest test takes", text=found.planner_lead)
        yield c.Detail(content=(heading, text_table(found.planner, (140, 140))))


def _tests(review: ReviewWords) -> Iterator[c.Node]:
    if review.tests:
        yield c.Heading(title="On/off tests")
        yield c.Findings(statements=review.tests)


def _returns(found: ReturnFromLog) -> Iterator[c.Node]:
    yield c.Heading(title=found.headline, text=found.lead)
    yield text_table(found.account, (1.3, 1, 1.9), strong=(0,), small=True)
    ledgers = text_table(found.ledgers, (1.3, 0.7, 0.8, 0.7, 0.9, 1, 1.4), strong=(0,), small=True)
    notes = map(c.body, found.notes)
    yield c.Whole(content=(c.Heading(title="Two accounts, one clock"), ledgers, *notes))
    credited = found.credited
    if credited.credits.rows:
        yield c.Heading(title="Whom the enquiries are credited to")
        corrected = (1.2,) if len(credited.credits.head) > len(CREDITED) else ()
        widths = (CREDITED[0], CREDITED[1], *corrected, *CREDITED[2:])
        yield text_table(credited.credits, widths, small=True)
        yield from (c.body(text) for text in credited.notes)
