"""What stands on each slide: a part's conclusion, one picture of it, and whose figures it rests on.

Each function writes a slide and returns what its speaker may say.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.scenes import Stage, level_bars, radar, roadmap
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.parts import KeyFigure
from socialplanner.report.plan_content import TITLES
from socialplanner.report.sections.closing import CONDITION, WHOSE
from socialplanner.report.sections.standing import MODES
from socialplanner.report.slides.charts import hours_chart, mix_chart
from socialplanner.report.slides.master import INNER, MARGIN
from socialplanner.report.slides.places import Type
from socialplanner.report.slides.slate import Slate, Words
from socialplanner.report.slides.tables import Column, Row, table
from socialplanner.report.text import MEASURE

Notes = tuple[str, ...]

_LEAD: Final = Type(size=18, is_heading=True)
_BODY: Final = Type(size=14)
_LARGE: Final = Type(size=16)
_SMALL: Final = Type(size=11, colour="folHlink")
_LABEL: Final = Type(size=14, is_bold=True)
_FIGURE: Final = Type(size=44, colour="tx2", is_bold=True, is_heading=True)
_LEAST: Final = 50.0
_ASIDE: Final = 300.0


def standing(slate: Slate, summary: Summary) -> Notes:
    """Show where the brand stands, and the gaps that are largest."""
    page = summary.standing
    slate.head(TITLES[PlanPart.STANDING], page.headline)
    if page.is_scored:
        title, stage = "Five dimensions in two modes", Stage(width=360, measure=MEASURE)
        scene = radar(page.spokes, page.profiles, title=title, stage=stage)
    else:
        title, stage = "Ten scores and their targets", Stage(width=500, measure=MEASURE)
        scene = level_bars(page.groups, title=title, stage=stage)
    slate.picture(scene, slate.left(INNER - _ASIDE - 40))
    gaps = [
        Words(text=gap.levels, strong=f"{gap.name}, {MODES[gap.mode]}:", look=_BODY, after=7)
        for gap in page.gaps
    ]
    aside = [Words(text=page.lead, look=_LEAD, after=16)]
    aside += [Words(text=page.gaps_headline, look=_LABEL, after=7), *gaps]
    slate.words(aside, slate.right(_ASIDE))
    slate.note(page.reading[0].text)
    steps = (f"{step.question} {step.now} → {step.then}" for gap in page.gaps for step in gap.steps)
    return (page.lead, *(one.text for one in page.reading), page.gaps_lead, *steps)


def mix(slate: Slate, summary: Summary) -> Notes:
    """Show where the hours go, the target, and the plan."""
    page = summary.mix
    slate.head(TITLES[PlanPart.MIX], page.headline)
    mix_chart(slate, page, slate.left(INNER - _ASIDE - 40))
    texts = (page.say_do, page.price)
    aside = [Words(text=page.lead, look=_LEAD, after=16)]
    aside += [Words(text=text, look=_BODY, after=10) for text in texts]
    slate.words(aside, slate.right(_ASIDE))
    slate.note(WHOSE)
    return (page.lead, page.say_do, page.price, page.why)


def week(slate: Slate, summary: Summary) -> Notes:
    """Show the week's activities, and how its hours change."""
    page = summary.week
    slate.head(TITLES[PlanPart.WEEK], page.headline)
    columns = (
        Column(title="Activity", weight=6.2),
        Column(title="Hours", weight=1.2, is_figure=True),
        Column(title="How sure", weight=2),
    )
    table(slate, "The week", columns, tuple(_week_rows(summary)), slate.left(470))
    wide = INNER - 470 - 30
    head = [Words(text=page.hours_headline, look=_LABEL, after=4)]
    used = slate.words(head, replace(slate.right(wide), height=40))
    hours_chart(slate, page.hours, slate.right(wide, down=used))
    slate.note(WHOSE)
    texts = (page.lead, page.published, page.labels_note, page.releases_lead)
    return (*texts, *page.releases, page.alternatives)


def _week_rows(summary: Summary) -> Iterator[Row]:
    for part in summary.week.parts:
        yield (part.name, part.hours, ""), True
        yield from (((row.name, row.hours, row.label), False) for row in part.rows)
    yield ("Together", summary.week.total.split("\u00a0")[0], ""), True


def days(slate: Slate, summary: Summary) -> Notes:
    """Show thirteen weeks, the first steps, and when to look back."""
    page = summary.days
    slate.head(TITLES[PlanPart.DAYS], page.headline)
    wide = INNER - _ASIDE - 40
    stage = Stage(width=480, measure=MEASURE)
    scene = roadmap(page.rows, page.reviews, title="Thirteen weeks", stage=stage)
    below = slate.left(wide, down=slate.picture(scene, slate.left(wide)) + 12)
    if below.height > _LEAST:
        slate.words([Words(text=page.lead, look=_BODY)], below)
    steps = [
        Words(text=one.text, strong=f"{one.when}, {one.who}:", look=_BODY, after=6)
        for one in summary.overview.actions
    ]
    reviews = [
        Words(text="At the reviews", look=_LABEL, after=6),
        Words(text=page.review_lead, look=_BODY, after=16),
    ]
    first = Words(text="First steps", look=_LABEL, after=6)
    slate.words([*reviews, first, *steps], slate.right(_ASIDE))
    return (page.lead, page.review_lead, *(" ".join(row) for row in page.set_up.rows))


def measuring(slate: Slate, summary: Summary) -> Notes:
    """Show what the plan has to earn, and the decisions agreed beforehand."""
    page = summary.measuring
    slate.head(TITLES[PlanPart.MEASURING], page.headline)
    narrow = slate.left(_ASIDE)
    slate.words([*_figure(summary.overview.figures[-1]), *_sayings(summary)], narrow)
    rules = [Words(text="Decisions agreed now", look=_LABEL, after=8)]
    for rule in page.rules:
        rules.append(Words(text=rule.text, look=_BODY, after=1))
        rules.append(Words(text=f"The number is {rule.basis}.", look=_SMALL, after=9))
    if page.rules:
        slate.words(rules, slate.right(INNER - _ASIDE - 40))
    slate.note(f"{CONDITION} {WHOSE}")
    said = (rule.text for rule in page.rules)
    return (page.lead, page.break_even.note, page.rules_lead, *said, *page.break_even.honesty)


def _sayings(summary: Summary) -> Iterator[Words]:
    yield Words(text=summary.measuring.lead, look=_BODY, after=8)
    yield Words(text=summary.measuring.break_even.note, look=_BODY)


def _figure(figure: KeyFigure) -> list[Words]:
    return [
        Words(text=figure.value, look=_FIGURE, after=0),
        Words(text=figure.label, look=_LABEL, after=2),
        Words(text=figure.note, look=_SMALL, after=14),
    ]


def overview(slate: Slate, summary: Summary) -> Notes:
    """Show the plan at a glance: its conclusion, three figures and what was found."""
    page = summary.overview
    slate.head(TITLES[PlanPart.SUMMARY], page.headline)
    share = (INNER - 2 * 30) / 3
    used = 0.0
    for place, figure in enumerate(page.figures):
        left = MARGIN + place * (share + 30)
        box = replace(slate.left(share), left=left, height=126)
        used = max(used, slate.words(_figure(figure), box))
    found = [Words(text=one.text, strong=one.title, look=_LARGE, after=10) for one in page.findings]
    slate.words(found, slate.left(INNER, down=used + 6))
    slate.note(f"{CONDITION} {WHOSE}")
    return (page.lead, *(f"{one.title} {one.text}" for one in page.findings))


def progress(slate: Slate, summary: Summary) -> Notes:
    """Show the overall scores then and now, or say that there is nothing to compare yet."""
    page = summary.progress
    slate.head(TITLES[PlanPart.PROGRESS], page.headline)
    lead = [Words(text=page.lead, look=_LEAD, after=14)]
    used = slate.words(lead, replace(slate.left(INNER), height=90))
    if page.compared is None:
        return (page.lead,)
    found = page.compared
    columns = (
        Column(title="Score", weight=3),
        Column(title=f"Then, {found.then}", weight=2, is_figure=True),
        Column(title=f"Now, {found.now}", weight=2, is_figure=True),
        Column(title="Change", weight=2),
    )
    scores = [((one.name, one.then, one.now, one.change), False) for one in found.scores]
    overall = [((one.name, one.then, one.now, one.change), True) for one in found.overall]
    box = slate.left(INNER, down=used)
    table(slate, found.scores_headline, columns, (*scores, *overall), box)
    slate.note(found.scores_note)
    return (page.lead, found.mix_note, found.scores_note, found.versions, found.overlap)


PAGES: Final[dict[PlanPart, Callable[[Slate, Summary], Notes]]] = {
    PlanPart.SUMMARY: overview,
    PlanPart.PROGRESS: progress,
    PlanPart.STANDING: standing,
    PlanPart.MIX: mix,
    PlanPart.WEEK: week,
    PlanPart.DAYS: days,
    PlanPart.MEASURING: measuring,
}
"""The parts that have a slide."""
