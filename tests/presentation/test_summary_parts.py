"""The sections of a summary that list things: scores, days, KPIs, and the appendix."""

import re
from dataclasses import replace

import pytest

from socialplanner.domain.activity import Phase
from socialplanner.domain.evidence import Reading
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.domain.measurement import KpiRole
from socialplanner.domain.profile import Profile
from socialplanner.domain.stability import StabilityLabel
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.fit import Fit, fit_of
from tests.domain.builders import shipped_catalogue
from tests.presentation.summaries import (
    SAMPLES,
    changed,
    in_words,
    sample_assessment,
    sample_summary,
    source_of,
    texts,
    without,
)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_bar_and_spoke_carries_its_cell_s_own_score(name: str) -> None:
    cells, page = sample_assessment(name).scores.cells, sample_summary(name).standing
    profiles = {profile.name: profile for profile in page.profiles}
    for place, dimension in enumerate(Dimension):
        for mode, bar in zip(Mode, page.groups[place].bars, strict=True):
            value = cells[dimension, mode].value
            assert bar.value == value
            now = profiles[f"{names.mode_name(shipped_catalogue(), mode)}, now"]
            assert now.values[place] == value
            if value is not None:
                assert str(formats.fives(value)) in page.spokes[place].note.split("  |  ")


def test_a_score_that_is_open_or_does_not_apply_says_which() -> None:
    open_page = in_words(without("cafe", "style.")).standing
    assert {bar.note for bar in open_page.groups[0].bars} == {"not enough answers yet"}
    assert open_page.headline == "Part of the picture: some scores still need answers"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_target_terms_start_at_a_half_and_end_at_the_target(name: str) -> None:
    target, page = sample_assessment(name).target, sample_summary(name).mix
    assert page.start.share == 50
    assert page.end.text == formats.percent(target.network_share).removeprefix("about ")
    total = page.start.share + sum(term.points for term in page.terms)
    assert total == pytest.approx(100 * target.network_share, abs=0.5)


@pytest.mark.parametrize(
    ("share", "fit"),
    [(0.0, Fit.BELOW), (0.5816, Fit.INSIDE), (0.576, Fit.INSIDE), (0.9, Fit.ABOVE)],
)
def test_a_share_is_judged_as_it_is_printed(share: float, fit: Fit) -> None:
    found = sample_assessment("tax_adviser")
    assert fit_of(source_of(found), share) is fit


@pytest.mark.parametrize("name", SAMPLES)
def test_every_planned_activity_stands_in_week_days_and_appendix(name: str) -> None:
    found, summary = sample_assessment(name), sample_summary(name)
    catalogue = shipped_catalogue()
    planned = [catalogue.activity(activity.id) for activity in found.plan.activities]
    assert [row.name for row in summary.week.rows] == [activity.name for activity in planned]
    shorts = {activity.short for activity in planned}
    assert {row.label for row in summary.days.rows} == shorts
    assert {row[0] for row in summary.appendix.activities.rows} == shorts
    assert {row[1] for row in summary.days.build.rows} <= shorts


@pytest.mark.parametrize("name", SAMPLES)
def test_the_first_actions_are_steps_of_setting_up_with_their_weeks(name: str) -> None:
    found, summary = sample_assessment(name), sample_summary(name)
    steps = {step.text: step for step in found.roadmap.steps if step.phase is Phase.PREPARE}
    assert 1 <= len(summary.overview.actions) <= 4
    for action in summary.overview.actions:
        step = steps[action.text]
        assert action.when == formats.weeks(step.first_week, step.last_week)
        assert action.who == (step.who or "you")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_review_date_stands_in_the_calendar_and_in_the_lead(name: str) -> None:
    dates, page = sample_assessment(name).roadmap.reviews, sample_summary(name).days
    assert [review.text for review in page.reviews] == [formats.short_day(day) for day in dates]
    assert all(formats.day(day) in page.review_lead for day in dates)
    assert all(row[0] in {formats.short_day(day) for day in dates} for row in page.review.rows)


def test_a_step_after_the_last_review_is_not_put_on_it() -> None:
    found = sample_assessment("charity")
    late = tuple(
        replace(step, first_week=13, last_week=13) if step.phase is Phase.REVIEW else step
        for step in found.roadmap.steps
    )
    page = in_words(replace(found, roadmap=replace(found.roadmap, steps=late))).days
    assert {row[0] for row in page.review.rows} == {"after the 90 days"}


def test_an_activity_that_starts_too_late_is_announced() -> None:
    found = sample_assessment("charity")
    spans = (replace(found.roadmap.spans[0], run_week=15), *found.roadmap.spans[1:])
    page = in_words(replace(found, roadmap=replace(found.roadmap, spans=spans))).days
    assert page.headline == "Set up step by step; the last activity starts after these 90 days"


@pytest.mark.parametrize("name", SAMPLES)
def test_every_aim_has_an_early_sign_and_stands_once_at_its_first_row(name: str) -> None:
    found, rows = sample_assessment(name), sample_summary(name).measuring.kpis.rows
    aims = [row[0] for row in rows if row[0]]
    catalogue = shipped_catalogue()
    assert aims == [names.goal_name(catalogue, goal) for goal in found.business.goals]
    early = [choice for choice in found.kpis if choice.role is KpiRole.EARLY_SIGN]
    assert len([row for row in rows if "(early sign)" in row[1]]) == len(early)


@pytest.mark.parametrize("name", SAMPLES)
def test_scenarios_and_open_points_are_all_told(name: str) -> None:
    found, page = sample_assessment(name), sample_summary(name).change
    assert len(page.scenarios.rows) == len(found.scenarios)
    assert len(page.open_points.rows) == len(found.open_points)
    for scenario, row in zip(found.scenarios, page.scenarios.rows, strict=True):
        assert row[2] == formats.percent(scenario.network_share)
        assert (row[3] == "–") == (scenario.relative_value is None)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_answer_stands_in_the_appendix(name: str) -> None:
    sections = sample_summary(name).appendix.answers
    questions = [row[0] for section in sections for row in section.rows.rows]
    assert questions == [question.text for question in shipped_catalogue().questionnaire]


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_recalled_is_printed_and_every_source_has_its_year(name: str) -> None:
    recalled = {
        formats.sentence_case(entry.figure)
        for entry in shipped_catalogue().evidence.values()
        if entry.reading is Reading.RECALLED
    }
    rows = sample_summary(name).appendix.sources.rows
    assert rows
    assert not recalled & {row[0] for row in rows}
    assert all(row[2].isdigit() for row in rows)


def test_only_assumptions_that_this_plan_rests_on_are_listed() -> None:
    catalogue = shipped_catalogue()
    texts = {assumption.id: assumption.text for assumption in catalogue.assumptions}
    printed = {row[0] for row in sample_summary("cafe").appendix.assumptions.rows}
    assert texts["target.kind_offset.local_retail"] in printed
    assert texts["target.kind_offset.creator"] not in printed
    assert texts["money.close_rate_prior"] not in printed
    assert texts["learning.prior_weight"] not in printed
    assert texts["allocation.grid_hours"] in printed


def test_an_empty_profile_leaves_the_cover_empty_but_for_its_name_and_day() -> None:
    profile = replace(sample_assessment("cafe").profile, prepared_for="", prepared_by="")
    cover = in_words(changed("cafe", profile=profile)).cover
    assert (cover.prepared_for, cover.prepared_by) == ("", "")
    assert cover.name == profile.name
    assert cover.day == "4\u00a0January\u00a02027"


def test_no_core_no_claim_of_firmness() -> None:
    found = sample_assessment("tax_adviser")
    loose = tuple(
        replace(planned, label=StabilityLabel.GOOD_CHOICE) for planned in found.plan.activities
    )
    summary = in_words(replace(found, plan=replace(found.plan, activities=loose)))
    assert summary.overview.findings[2].title == "Treat the list of activities as a menu."
    assert "None of the six is core." in summary.week.labels_note


@pytest.mark.parametrize("name", SAMPLES)
def test_another_half_hour_is_told_as_the_model_spends_it(name: str) -> None:
    half = sample_assessment(name).plan.next_half_hour
    text = sample_summary(name).week.next_half_hour
    for activity_id in half.changes:
        assert shipped_catalogue().activity(activity_id).short in text
    assert ("would go to" in text) == (list(half.changes.values()) == [0.5])


def test_followers_are_never_called_a_return() -> None:
    for name in SAMPLES:
        roles = {row[1] for row in sample_summary(name).measuring.kpis.rows if "Follower" in row[1]}
        assert not any("outcome" in role for role in roles)
        assert "never a return" in sample_summary(name).measuring.kpi_note or not roles


def test_a_kpi_that_no_activity_aims_at_says_so() -> None:
    for name in SAMPLES:
        rows = sample_summary(name).measuring.kpis.rows
        for choice, row in zip(sample_assessment(name).kpis, rows, strict=True):
            said = row[4].startswith("No activity of this plan aims at it")
            assert said == (not choice.activity_ids)


def test_a_site_that_was_not_given_has_to_be_filled_in() -> None:
    without_site = in_words(changed("cafe", profile=Profile(name="Café")))
    assert "www.example.com" in without_site.measuring.links_note
    assert "www.example.com" not in sample_summary("cafe").measuring.links_note


def test_the_same_words_name_the_same_gap_wherever_it_stands() -> None:
    for name in SAMPLES:
        summary = sample_summary(name)
        finding = next(f for f in summary.overview.findings if f.title.startswith("Furthest"))
        assert finding.title == f"{summary.standing.gaps_headline}."
        assert summary.standing.gaps[0].levels in finding.text


def test_british_spelling_and_typographic_signs_everywhere() -> None:
    american = re.compile(r"\b(?:color|center|behavior|favor|analyze)\b")
    for name in SAMPLES:
        for text in texts(sample_summary(name)):
            assert not american.search(text)
            assert "'" not in text or "Crain's" in text
            assert '"' not in text
