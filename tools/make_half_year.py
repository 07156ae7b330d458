#!/usr/bin/env python3
"""Make the sample of a first half-year: an invented firm that plans, logs, reviews and tests.

Run by hand once the catalogue or the method has changed:
`.venv/bin/python tools/make_half_year.py`.
The seed is fixed, so the same catalogue gives the same bytes. Whatever the log shows is drawn by
chance around what `TRUTH` says; nothing in it was measured anywhere.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from socialplanner import paths  # noqa: E402 - the program lies beside this folder
from socialplanner.app.reviews import reviewed_of  # noqa: E402
from socialplanner.app.said import assessment_of, said_of  # noqa: E402
from socialplanner.domain.answers import Answer  # noqa: E402, TC001 - with the others
from socialplanner.domain.assessment import Assessment  # noqa: E402, TC001
from socialplanner.domain.beginning import begun, filled, reassessed  # noqa: E402
from socialplanner.domain.belief import belief_of, present_of  # noqa: E402
from socialplanner.domain.counted_log import CountedWeek  # noqa: E402
from socialplanner.domain.editing import Now, with_answer, with_state  # noqa: E402
from socialplanner.domain.gaps import gap_points  # noqa: E402
from socialplanner.domain.hours_before import hours_before  # noqa: E402
from socialplanner.domain.kept_reviews import with_forecast, with_test  # noqa: E402
from socialplanner.domain.kept_test import KeptTest  # noqa: E402
from socialplanner.domain.learning_case import LearningCase, learning_case  # noqa: E402
from socialplanner.domain.logbook import DECOY, SEARCH, WORD_OF_MOUTH  # noqa: E402
from socialplanner.domain.profile import Choices, Profile  # noqa: E402
from socialplanner.domain.record import (  # noqa: E402
    AssessmentState,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
)
from socialplanner.domain.roadmap import WEEK  # noqa: E402
from socialplanner.domain.setting import setting_of  # noqa: E402
from socialplanner.exchange.answers_file import read_answers_file  # noqa: E402
from socialplanner.exchange.bundle import bundle_bytes  # noqa: E402
from socialplanner.loading.catalogue import load_catalogue  # noqa: E402
from socialplanner.presentation.plan_options import PlanOptions  # noqa: E402
from socialplanner.presentation.plan_settings import with_options  # noqa: E402
from socialplanner.presentation.report_presets import Preset, with_preset  # noqa: E402

SEED = 20260527
FOLDER = ROOT / "resources" / "samples"
TARGET = FOLDER / "half-year.socialplan-bundle"
START = date(2026, 5, 25)
WEEKS, FIRST_PLAN = 26, 13
REVIEWS = (4, 8, 12, 17, 21, 25)
ODD, MISSED = 17, 3
TEST = KeptTest(activity_id="facebook_page", monday=START + 11 * WEEK, weeks=5)

PROFILE = Profile(
    name="Juniper Row Garden Design",
    currency="£",
    language="en-GB",
    prepared_by="T. Reeve, business adviser",
    prepared_for="The owner",
    website="https://www.juniper-row.example/",
)
PEOPLE: tuple[Mapping[str, str | float], ...] = (
    {"name": "Owner", "hours": 5.0, "strength": "talking"},
    {"name": "Office", "hours": 3.0, "strength": "making"},
)
LAST_TEN: tuple[Mapping[str, str | float], ...] = (
    {"source": "A neighbour of a customer", "count": 4.0, "cause": "anyway"},
    {"source": "Drove past a garden", "count": 2.0, "cause": "anyway"},
    {"source": "The village group", "count": 2.0, "cause": "work"},
    {"source": "Facebook", "count": 2.0, "cause": "work"},
)
BUSINESS: dict[str, Answer] = {
    "business.hours_per_week": 8.0,
    "business.enquiries_per_month": 26.0,
    "business.order_value": 900.0,
    "business.margin_percent": 45.0,
    "business.close_rate": 4.0,
    "business.hour_cost": 40.0,
    "business.goals": ("leads", "referrals", "engagement"),
    "business.people": PEOPLE,
    "business.last_ten_enquiries": LAST_TEN,
}
"""What differs from the answers of the sample “plumber”, from which this firm begins."""

SECOND: dict[str, Answer] = {
    "style.publishing_rhythm": 2.0,
    "style.replying": 3.0,
    "style.planning_ahead": 2.0,
    "content.buyer_questions": 2.0,
    "effort.kept_schedule": 2.0,
    "roi.asking_every_enquiry": 3.0,
    "hours.making": 2.0,
    "hours.replying": 1.5,
    "hours.meeting": 1.5,
}
THIRD: dict[str, Answer] = {
    "style.publishing_rhythm": 3.0,
    "style.listening": 2.0,
    "style.joining_in": 2.0,
    "content.checking": 2.0,
    "effort.follow_up": 3.0,
    "effort.protected_time": 3.0,
    "roi.asking_every_enquiry": 4.0,
    "roi.acting_on_results": 2.0,
    "roi.recorded_talk_hours": 3.0,
    "hours.following_up": 1.0,
}
TRUTH = {"reply_desk": 2.6, "referral_circle": 1.8, "lead_magnet": 0.3, "facebook_page": 0.4}
"""What the invented world makes of each hour, against the program’s guess; 1 where not named."""
WORDS = {
    "facebook_page": ("Saw the before-and-after on Facebook", "Your page, the pond pictures"),
    "lead_magnet": ("Read the planting calendar", "Downloaded your guide to dry borders"),
    "gbp_posts": ("Found you on the map", "Searched for garden designers nearby"),
    "reply_desk": ("You answered within the hour", "Wrote to you and you rang back"),
    "group_participation": ("You helped me in the allotment group", "The village group"),
    "local_events": ("Met you at the open gardens", "Your stall at the plant fair"),
    "referral_circle": ("The tree surgeon sent me", "My builder gave me your card"),
    "followup_notes": ("You wrote to me after the talk", "Your note about our terrace"),
}
ELSEWHERE = ("Drove past a garden of yours", "My neighbour’s garden", "I have known you for years")
TRACED = {"media": 0.45, "network": 0.8}
SILENT = 0.12
SEVERAL = 0.25


@dataclass
class World:
    """What chance has drawn so far: the record grows week by week."""

    record: ProfileRecord
    rng: np.random.Generator = field(default_factory=lambda: np.random.default_rng(SEED))
    done: list[CountedWeek] = field(default_factory=list)


CATALOGUE = load_catalogue(paths.catalogue_dir())


def main() -> int:
    """Write the sample."""
    data = bundle_bytes(half_year())
    TARGET.write_bytes(data)
    sys.stdout.write(f"{TARGET.name}: {len(data):,} bytes\n")
    return 0


def half_year() -> ProfileRecord:
    """Return the record of the half-year."""
    world = World(record=_first_answers())
    for number in range(1, WEEKS + 1):
        if number == FIRST_PLAN + 1:
            _answer_again(world, "juniper-2", SECOND, _monday(number) - timedelta(days=3))
            _issue(world, _monday(number) - timedelta(days=3))
        _live(world, number)
        if number in REVIEWS:
            _review(world, _monday(number) + timedelta(days=4))
    _answer_again(world, "juniper-3", THIRD, _monday(WEEKS) + timedelta(days=4))
    record = with_test(world.record, TEST, _now(TEST.monday - timedelta(days=3)))
    options = with_preset(PlanOptions(), Preset.PROGRESS)
    moment = _now(_monday(WEEKS) + timedelta(days=4)).moment
    return replace(with_options(record, options, PlanOptions()), changed_at=moment, is_sample=True)


def _monday(number: int) -> date:
    return START + (number - 1) * WEEK


def _now(day: date) -> Now:
    moment = datetime.combine(day, time(15), UTC)
    return Now(moment=moment, day=day, catalogue_version=CATALOGUE.version)


def _first_answers() -> ProfileRecord:
    day = START - timedelta(days=4)
    said = read_answers_file(CATALOGUE, FOLDER / "plumber.toml")
    record = begun(PROFILE, "half-year-sample", "juniper-1", _now(day))
    answers = {**said.answers, **BUSINESS}
    world = World(record=filled(record, answers, Choices(), day, _now(day)))
    _issue(world, day)
    return with_state(world.record, "juniper-1", AssessmentState.COMPLETE, _now(day))


def _answer_again(world: World, key: str, changes: dict[str, Answer], day: date) -> None:
    """Answer everything again; what did not change is confirmed."""
    now = _now(day)
    record = reassessed(world.record, key, CATALOGUE.renamed, now)
    for question, answer in {**record.assessments[-1].said(), **changes}.items():
        record = with_answer(record, key, question, answer, now)
    world.record = with_state(record, key, AssessmentState.COMPLETE, now)


def _assessed(record: ProfileRecord, day: date) -> Assessment:
    return assessment_of(CATALOGUE, said_of(CATALOGUE, record), day)


def _issue(world: World, day: date) -> None:
    made, now = _assessed(world.record, day), _now(day)
    key = world.record.assessments[-1].id
    issued = IssuedPlan(
        id=f"plan-{key}",
        assessment_id=key,
        issued_at=now.moment,
        day=day,
        catalogue_version=CATALOGUE.version,
        profile=made.profile,
        answers=made.answers,
        choices=made.choices,
        hours=dict(made.plan.hours),
        paper="a4",
        pdf_digest=hashlib.sha256(key.encode()).hexdigest(),
    )
    record = world.record
    world.record = replace(record, plans=(*record.plans, issued), changed_at=now.moment)


def _review(world: World, day: date) -> None:
    found = reviewed_of(CATALOGUE, world.record, _assessed(world.record, day))
    if found is not None and found.found.forecast is not None:
        world.record = with_forecast(world.record, found.found.forecast, _now(day))


def _live(world: World, number: int) -> None:
    """Let a week pass: hours are kept more or less, enquiries come, and most are noted."""
    hours = _hours(world, number)
    world.done.append(CountedWeek(monday=_monday(number), hours=hours, is_logged=True))
    noted = [
        _enquiry(world, number, place, source)
        for place, source in enumerate(_sources(world, odd=number == ODD))
    ]
    record = world.record
    if number != MISSED:
        record = replace(record, weeks=(*record.weeks, _logged(world, number, hours)))
    world.record = replace(record, enquiries=(*record.enquiries, *noted))


def _hours(world: World, number: int) -> dict[str, float]:
    """Return the hours of a week: as planned from when each runs, often a little less."""
    issued = world.record.plans[-1]
    week = number if len(world.record.plans) == 1 else number - FIRST_PLAN
    keeps = world.rng.choice([0.0, 0.0, 0.0, -0.5, -0.5, 0.5, -1.0], size=len(issued.hours))
    starts = min(1.0, (week + 2) / 6) if len(world.record.plans) == 1 else 1.0
    found = {}
    for (key, planned), less in zip(issued.hours.items(), keeps, strict=True):
        amount = max(0.0, round(2 * (planned * starts + less)) / 2)
        if number == ODD:
            amount = 0.5 if key == "reply_desk" else 0.0
        found[key] = amount
    if _monday(number) in TEST.off:
        found[TEST.activity_id] = 0.0
    elif _monday(number) in TEST.on:
        found[TEST.activity_id] = issued.hours.get(TEST.activity_id, 1.0)
    return found


def _case(world: World) -> LearningCase:
    """Return the world's log so far, and how things stood before its first week."""
    first = world.record.assessments[:1]
    made = _assessed(replace(world.record, assessments=first), START)
    setting = setting_of(CATALOGUE, made.business, Choices(), made.target, gap_points(made.gaps))
    planned = world.record.plans[0].hours
    before = hours_before(CATALOGUE.activities, made.present.hours or {}, planned)
    present = present_of(CATALOGUE, made.business, before)
    return learning_case(
        CATALOGUE, setting.activities, setting.circumstances, present, tuple(world.done)
    )


def _sources(world: World, *, odd: bool) -> list[str]:
    """Return where the enquiries of the newest week come from in this invented world."""
    case = _case(world)
    belief = belief_of(case.activities, case.circumstances, case.present, CATALOGUE)
    dose = case.doses()[-1]
    found: list[str] = []
    for place, activity in enumerate(case.activities):
        rate = belief.productivity[place] * dose[place] * TRUTH.get(activity.id, 1.0)
        found += [activity.id] * int(world.rng.poisson(rate))
    found += [""] * int(world.rng.poisson(belief.baseline * (0.2 if odd else 1.0)))
    return found


def _enquiry(world: World, number: int, place: int, source: str) -> Enquiry:
    """Return an enquiry as it is noted: some name what they met, some do not, few are not asked."""
    rng = world.rng
    day = _monday(number) + timedelta(days=int(rng.integers(0, 5)))
    mode = next((a.mode for a in CATALOGUE.activities if a.id == source), "")
    is_silent, names = rng.random() < SILENT, rng.random() < TRACED.get(mode, 0.0)
    words = rng.choice(WORDS.get(source, ELSEWHERE) if names else ELSEWHERE)
    trace = "tag" if names and mode == "media" and rng.random() < 0.5 else "asked"  # noqa: PLR2004 - a coin
    return Enquiry(
        id=f"juniper-{number:02}-{place:02}",
        day=day,
        changed_at=_now(day).moment,
        words="" if is_silent or trace == "tag" else str(words),
        activity_id="" if is_silent else source if names else _elsewhere(rng),
        trace="" if is_silent else trace,
        way=() if is_silent or not names else _way(world, number, place, source),
    )


def _way(world: World, number: int, place: int, source: str) -> tuple[str, ...]:
    """Return all contacts that are known of, for one in four who told of several."""
    rng = np.random.default_rng([SEED, number, place])
    if rng.random() >= SEVERAL:
        return ()
    hours = world.record.plans[-1].hours
    others = [key for key in hours if key != source]
    before = tuple(
        str(key) for key in rng.choice(others, size=int(rng.integers(1, 3)), replace=False)
    )
    last = (SEARCH,) if rng.random() < SEVERAL else ()
    return (*before, source, *last)


def _elsewhere(rng: np.random.Generator) -> str:
    """Return what somebody names who names no work of the firm; a few err."""
    chances = {WORD_OF_MOUTH: 0.45, SEARCH: 0.3, DECOY: 0.04, "": 0.21}
    return str(rng.choice(list(chances), p=list(chances.values())))


def _logged(world: World, number: int, hours: dict[str, float]) -> LoggedWeek:
    rng, day = world.rng, _monday(number) + timedelta(days=4)
    talks = hours.get("reply_desk", 0.0) + hours.get("local_events", 0.0)
    return LoggedWeek(
        monday=_monday(number),
        changed_at=_now(day).moment,
        hours=hours,
        outcomes={"conversations_started": float(rng.poisson(2.0 + 1.5 * talks))},
        money=float(rng.choice([0.0, 0.0, 0.0, 12.0, 25.0])),
        is_odd=number == ODD,
        note="Away: the whole team was at the flower show." if number == ODD else "",
    )


if __name__ == "__main__":
    sys.exit(main())
