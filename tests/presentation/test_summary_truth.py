"""Sentences that claim something: each true of the values it is made from, and silent otherwise."""

import re
from dataclasses import replace

import pytest

from socialplanner.domain.answers import NoAnswer, TableRow
from socialplanner.domain.ids import Mode
from socialplanner.domain.profile import Choices
from socialplanner.domain.questionnaire import QuestionKind
from socialplanner.presentation import formats
from socialplanner.presentation.summary.firmness import labels_note
from socialplanner.presentation.summary.fit import Fit, fit_of
from socialplanner.presentation.summary.moves import plan_headline
from tests.domain.builders import shipped_catalogue
from tests.domain.questionnaires import all_at
from tests.presentation.summaries import (
    SAMPLES,
    answered,
    changed,
    in_words,
    sample_assessment,
    sample_summary,
    source_of,
    without,
)

MAKER: tuple[TableRow, ...] = ({"name": "A", "hours": 9.0, "strength": "making"},)
TALKER: tuple[TableRow, ...] = ({"name": "B", "hours": 1.0, "strength": "talking"},)
WORDS = {word: number for number, word in enumerate(formats.SMALL)}


def amount(words: str) -> float:
    """Return the hours that a phrase such as "2½ hours" or "half an hour" stands for."""
    if "half an hour" in words:
        return 0.5
    number = re.split("\\s", words.strip().lower())[0]
    if number in WORDS:
        return float(WORDS[number])
    return float(number.removesuffix("½") or 0) + (0.5 if number.endswith("½") else 0)


def difference(name: str, mode: Mode) -> float:
    found = sample_assessment(name)
    now = sum(row.now or 0.0 for row in found.hours.rows if row.mode is mode)
    return found.plan.hours_of(mode) - formats.to_half_hours(now)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_headline_moves_exactly_the_hours_that_the_plan_moves(name: str) -> None:
    headline = sample_summary(name).overview.headline
    found = sample_assessment(name)
    share = found.present.hours_network_share
    assert share is not None
    if fit_of(source_of(found), share) is Fit.INSIDE:
        assert "already split" in headline
        return
    moves = {
        Mode.NETWORK: [part for part in headline.split(" and ") if "with people" in part],
        Mode.MEDIA: [part for part in headline.split(" and ") if "on what you publish" in part],
    }
    for mode, (part,) in moves.items():
        moved = difference(name, mode)
        assert amount(part.removeprefix("Spend ")) == abs(moved)
        assert (" more " in part) == (moved > 0)


def test_the_headline_of_hours_that_stay_moves_nothing() -> None:
    found = changed("cafe")
    rows = tuple(replace(row, now=row.planned) for row in found.hours.rows)
    present = replace(found.present, hours_network_share=0.0)
    same = replace(found, hours=replace(found.hours, rows=rows), present=present)
    assert plan_headline(source_of(same)).startswith("Keep your hours nearly as they are")


def test_without_present_hours_the_headline_divides_the_week() -> None:
    summary = in_words(without("tax_adviser", "hours."))
    assert summary.overview.headline == (
        "Of six hours a week, give about 60% to people and the rest to what you publish"
    )
    assert "not known yet" in summary.overview.findings[0].text


def test_a_plan_of_one_mode_goes_there_whole() -> None:
    present = without("cafe", "hours.").present
    source = source_of(replace(changed("cafe", people=MAKER, hours_per_week=2.0), present=present))
    assert plan_headline(source) == "The whole plan, two hours a week, goes to what you publish"
    assert "Networking had 0% of the hours" in labels_note(source)
    assert "holds the share" not in labels_note(source)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_share_is_said_to_fit_only_where_its_print_lies_in_the_printed_band(name: str) -> None:
    found, summary = sample_assessment(name), sample_summary(name)
    low, high = (formats.fives(100 * edge) for edge in (found.target.low, found.target.high))
    inside = low <= formats.fives(100 * found.plan.network_share) <= high
    assert ("fits the target" in summary.mix.lead) == inside
    assert ("as near to the target" in summary.mix.lead) == (not inside)


def test_a_plan_out_of_reach_of_the_target_does_not_claim_to_be_there() -> None:
    summary = in_words(changed("cafe", people=MAKER, hours_per_week=2.0))
    assert "no more than 0%" in summary.overview.findings[0].text
    assert "as near to the target" in summary.mix.lead
    assert summary.mix.price.startswith("Keeping near the target")


def test_hours_that_stay_free_are_named_with_their_reason() -> None:
    lead = in_words(changed("plumber", people=(*MAKER, *TALKER), hours_per_week=12.0)).week.lead
    assert "Ten hours of what you have stay free: there are no more hours for talking" in lead
    idle = in_words(changed("cafe", hours_per_week=80.0, people=())).week.lead
    assert "stay free: inside the target and the limits of the activities" in idle


@pytest.mark.parametrize("name", SAMPLES)
def test_releases_add_up_as_printed(name: str) -> None:
    found, week = sample_assessment(name), sample_summary(name).week
    for row, text in zip(found.hours.releases, week.releases, strict=True):
        freed = amount(text.split("that frees ")[1])
        now, planned = (formats.to_half_hours(hours) for hours in (row.now or 0.0, row.planned))
        assert freed == now - planned > 0
        assert text.startswith("Stop" if row.is_stopped else "Shrink")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_change_of_hours_is_the_difference_of_what_is_printed(name: str) -> None:
    for row in sample_summary(name).week.hours:
        if row.now and row.plan and row.change not in ("", "same"):
            sign = 1 if row.change[0] == "+" else -1
            moved = formats.to_half_hours(row.plan.value) - formats.to_half_hours(row.now.value)
            assert sign * amount(row.change[1:]) == moved


@pytest.mark.parametrize("name", SAMPLES)
def test_the_list_of_releases_says_when_the_total_shrinks_too(name: str) -> None:
    found, week = sample_assessment(name), sample_summary(name).week
    assert found.hours.to_find is not None
    assert ("less than now" in week.hours_headline) == (found.hours.to_find <= -0.5)
    assert ("in addition" in week.releases_lead) == (found.hours.to_find >= 0.5)


def test_nothing_has_to_stop_where_nothing_is_done() -> None:
    nothing = {row.question_id: 0.0 for row in sample_assessment("cafe").hours.rows}
    week = in_words(answered("cafe", nothing)).week
    assert week.hours_headline == "Nothing has to stop, but new hours have to be found"
    assert week.releases_lead.startswith("You spend no time on this now")


@pytest.mark.parametrize("name", SAMPLES)
def test_core_is_counted_among_the_activities_that_we_chose(name: str) -> None:
    summary = sample_summary(name)
    core = sum(row.label == "Core" for row in summary.week.rows)
    note = summary.week.labels_note
    if core == len(summary.week.rows):
        assert f"All {formats.in_words(core)} are core." in note
        assert "menu" not in note
    else:
        count = formats.in_words(len(summary.week.rows))
        assert f"{formats.in_words(core)} of the {count}" in note.lower()


def test_a_pinned_activity_is_the_owner_s_choice_and_not_called_core() -> None:
    found = changed("tax_adviser", choices=Choices(pinned=frozenset({"articles", "reply_desk"})))
    week = in_words(found).week
    labels = {row.name: row.label for row in week.rows}
    assert list(labels.values()).count("Your choice") == 2
    assert "Apart from your choices" in week.labels_note
    assert "“Follow-up and notes” is in every plan" in week.labels_note


@pytest.mark.parametrize("name", SAMPLES)
def test_every_listed_gap_can_be_seen_in_whole_fives(name: str) -> None:
    for gap in sample_summary(name).standing.gaps:
        now, target = (int(n) for n in re.findall(r"\d+", gap.levels))
        assert now < target


def test_no_score_is_called_low_where_none_is() -> None:
    summary = in_words(answered("cafe", all_at(4)))
    assert summary.standing.gaps == ()
    assert summary.standing.gaps_headline == "No score lies clearly below what your aims call for"


def test_where_nothing_applies_nothing_is_scored_and_nobody_is_blamed() -> None:
    scored = [q.id for q in shipped_catalogue().questionnaire if q.is_scored]
    summary = in_words(answered("cafe", dict.fromkeys(scored, NoAnswer.NOT_APPLICABLE)))
    assert (
        summary.standing.headline == "You said that no question applies: there is nothing to score"
    )
    assert not summary.standing.is_scored


def test_what_is_unknown_is_to_be_found_out_first_and_named_once() -> None:
    scored = [q.id for q in shipped_catalogue().questionnaire if q.is_scored]
    summary = in_words(answered("cafe", dict.fromkeys(scored, NoAnswer.UNKNOWN)))
    assert summary.standing.headline == "There are not enough answers yet to say where you stand"
    for _, questions, _ in summary.change.open_points.rows:
        names = re.split("[,;:] ", questions.lower())
        assert len(names) == len(set(names))


def test_a_flip_of_kinds_of_content_speaks_of_how_many() -> None:
    question = shipped_catalogue().questionnaire.by_id["content.formats"]
    assert question.kind is QuestionKind.MULTIPLE
    for name in SAMPLES:
        for flip in sample_summary(name).change.flips:
            if flip.title == question.text:
                assert any(f"“{level}”" in flip.text for level in question.levels)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_flip_quotes_the_answer_that_was_given(name: str) -> None:
    found, summary = sample_assessment(name), sample_summary(name)
    assert len(found.flips) == len(summary.change.flips)
    for flip, words in zip(found.flips, summary.change.flips, strict=True):
        assert words.text.startswith("You said “")
        assert formats.hours_in_words(flip.hours_moved) in words.text


@pytest.mark.parametrize("name", SAMPLES)
def test_the_flat_range_says_whether_the_plan_lies_in_it(name: str) -> None:
    plan, text = sample_assessment(name).plan, sample_summary(name).change.flat
    inside = plan.flat_low <= plan.network_share <= plan.flat_high
    if "anywhere" in text:
        assert ("lies there" in text) == inside
    assert text == sample_summary(name).mix.flat
