"""The words of the return from the log: traced is not bought, and a guess stays a guess."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.on_off_test import Arm, OnOffResult, OnOffVerdict
from socialplanner.domain.reviewed import JudgedTest
from socialplanner.domain.then_and_now import Move
from socialplanner.domain.yardsticks import Movement
from socialplanner.presentation.summary import summarise
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.summary.tested import judged_tests
from socialplanner.presentation.summary.yardsticks import tenths
from tests.domain.assessments import firm_assessment
from tests.domain.builders import shipped_catalogue
from tests.domain.logs import MONDAY, PLAN, enquiries, steady_log, week
from tests.presentation.test_summary_review import (
    SOURCES,
    account,
    facts,
    half_a_year,
    texts,
    words_of,
)


def test_what_was_traced_is_worth_something_only_at_the_owners_share() -> None:
    found = half_a_year().returns
    assert found.headline == (
        "The logged weeks cost 5,460; 78 traced enquiries are worth about 28,080 at your own share "
        "that buys"
    )
    said = " ".join(texts(found))
    assert "seen to have come back" not in said
    assert "at least" not in said.lower()
    assert said.count("lower bound") == 1
    assert "78" in found.lead


@pytest.mark.parametrize(
    ("sources", "ending"),
    [
        (
            ("linkedin_dialogue",),
            "one traced enquiry is worth about 360 at your own share that buys",
        ),
        (("",), "no enquiry was traced to an activity"),
    ],
)
def test_one_traced_enquiry_and_none_read_as_such(sources: tuple[str, ...], ending: str) -> None:
    log = replace(steady_log(4), enquiries=enquiries(1, *sources))
    assert words_of(facts(log, 4)).returns.headline.endswith(f"; {ending}")


def test_the_model_never_gives_a_mode_less_than_was_traced_to_it() -> None:
    for weeks in (13, 26):
        for sources in (SOURCES, ("linkedin_dialogue", "newsletter", "")):
            for row in words_of(facts(steady_log(weeks, *sources), weeks)).returns.ledgers.rows:
                assert int(row[5].split(" to ")[0]) >= int(row[3])


def test_where_all_was_traced_the_model_adds_nothing() -> None:
    log = steady_log(26, "linkedin_dialogue", "linkedin_dialogue")
    media, network = words_of(facts(log, 26)).returns.ledgers.rows
    assert media[5:] == ("nothing", "nothing")
    assert (network[3], network[5]) == ("52", "52")


def test_money_of_weeks_that_do_not_count_is_named() -> None:
    log = steady_log(6, "linkedin_dialogue")
    paid = [week(1, money=37.0), week(2, {}, money=400.0), *log.weeks[2:]]
    rows = {r[0]: r[1:] for r in words_of(facts(replace(log, weeks=paid), 6)).returns.account.rows}
    assert rows["Money spent"] == (
        "37",
        "your log; 400 more lies in weeks that do not count: no hours, or not over yet",
    )
    assert account(half_a_year())["Money spent"] == "0"


def test_every_part_says_which_weeks_and_enquiries_it_leaves_out() -> None:
    log = steady_log(14, *SOURCES)
    weeks = [week(1, is_odd=True), week(2, {}), *log.weeks[2:]]
    words = words_of(facts(replace(log, weeks=weeks), 14))
    assert words.returns.lead.startswith(
        "13 weeks with hours count here, the one marked as odd too"
    )
    assert "One week without hours and five enquiries outside the weeks that count" in (
        words.returns.lead
    )
    assert words.learned.lead.startswith("12 weeks count; 60 enquiries were noted in them")
    assert "One week marked as odd, one week without hours and ten enquiries" in words.learned.lead
    assert "left out" not in half_a_year().returns.lead


def test_one_source_for_each_enquiry_is_said_and_rules_agree() -> None:
    credited = half_a_year().returns.credited
    named = [row for row in credited.credits.rows if row[3] != "–"]
    assert named
    assert all(row[3] == row[4] == row[5] for row in named)
    assert any("notes more than one contact" in note for note in credited.notes)


def test_where_several_contacts_are_noted_the_rules_part() -> None:
    log = steady_log(26, *SOURCES)
    way = ("newsletter", "search_or_map", "linkedin_dialogue")
    ways = [
        replace(each, way=way) if number < 3 else each for number, each in enumerate(log.enquiries)
    ]
    before, after = (
        {row[0]: row for row in words_of(facts(each, 26)).returns.credited.credits.rows}
        for each in (log, replace(log, enquiries=ways))
    )
    assert "Search or map" not in before
    assert after["Search or map"][1:] == ("–", "–", "–", "1", "0.6")
    credited = words_of(facts(replace(log, enquiries=ways), 26)).returns.credited
    assert credited.notes[0].startswith("3 of ")


def test_what_customers_found_elsewhere_is_credited_by_every_rule_too() -> None:
    log = steady_log(10, "search_or_map", "linkedin_dialogue")
    credited = words_of(facts(log, 10)).returns.credited
    rows = {row[0]: row[1:] for row in credited.credits.rows}
    assert rows["Search or map"] == rows["LinkedIn conversations"] == ("10", "–", "10", "10", "10")


def test_an_answer_that_cannot_be_true_corrects_the_others_in_a_column_of_its_own() -> None:
    log = steady_log(10, *["linkedin_dialogue"] * 5, *["word_of_mouth"] * 3, "", "cinema_advert")
    credited = words_of(facts(log, 10)).returns.credited
    assert credited.credits.head[1:3] == ("Own answer", "Own answer, corrected")
    shown = {row[0]: row[1:3] for row in credited.credits.rows}
    assert shown["LinkedIn conversations"] == ("50", "about 65%")
    assert shown["Word of mouth"] == ("30", "about 35%")
    assert shown["Asked, nothing we know"] == ("10", "0%")
    assert shown["Cinema advert"] == ("10", "–")
    assert credited.notes[2].startswith("10 of 100 own answers named “Cinema advert”")


def test_where_nobody_gave_the_false_answer_that_is_said_and_nothing_is_corrected() -> None:
    credited = half_a_year().returns.credited
    assert "Own answer, corrected" not in credited.credits.head
    assert credited.notes[2].startswith("No own answer was “Cinema advert”")


def test_a_log_that_says_more_than_the_guess_allows_is_said_to() -> None:
    log = steady_log(14, *["reply_desk"] * 12)
    (said,) = words_of(facts(log, 14)).learned.cautions
    assert said.startswith("Reply desk: your log says more than our guess allows. 168 enquiries")
    assert "weeks of such a log" in said
    assert half_a_year().learned.cautions == ()


def test_a_range_that_lies_higher_and_is_wider_is_not_said_to_be_hardly_narrowed() -> None:
    words = words_of(facts(steady_log(14, *["reply_desk"] * 12), 14))
    notes = {row.label: row.note for row in words.learned.intervals}
    assert notes["Reply desk"] == "above our guess; wider, as it lies higher"


def test_little_of_an_hour_is_not_rounded_to_none() -> None:
    log = steady_log(4)
    some = [week(n, {**PLAN, "followup_notes": 0.2}) for n in range(1, 5)]
    rows = {row[0]: row[1:] for row in words_of(facts(replace(log, weeks=some), 4)).kept.rows}
    assert rows["Follow-up and notes"][1:] == ("0.6\u00a0h", "about 40%")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(12.6, 19.2, "between 12 and 20"), (0.44, 1.71, "between 0.4 and 1.8"), (2, 9.96, "2 and 10")],
)
def test_a_ratio_is_rounded_outwards_on_both_sides_of_ten(
    low: float, high: float, said: str
) -> None:
    arm = Arm(weeks=4, outcomes=20)
    result = OnOffResult(
        verdict=OnOffVerdict.NOT_SHOWN,
        on=arm,
        off=arm,
        ratio=1.0,
        low=low,
        high=high,
        chance=0.5,
        smallest_effect=None,
        settling=0,
    )
    kept = KeptTest(activity_id="newsletter", monday=MONDAY, weeks=4)
    found = replace(
        facts(steady_log(4), 4), tests=(JudgedTest(kept=kept, result=result, is_over=True),)
    )
    source = Source(catalogue=shipped_catalogue(), assessment=firm_assessment("tax_adviser"))
    assert f"{said} times as many" in judged_tests(source, found)[0].text


POINTS = st.floats(-100, 100)


@given(POINTS, POINTS)
def test_tenths_of_points_add_up_and_each_is_within_a_tenth(you: float, yardstick: float) -> None:
    move = Move(then=0.0, now=you, then_error=0.0, now_error=0.0)
    found = tenths(Movement(old_by_old=-yardstick, new_by_old=None, you=move))
    assert found is not None
    whole, own, other = found
    assert whole == own + other
    exact = (you + yardstick, you, yardstick)
    assert all(abs(each / 10 - true) <= 0.1 for each, true in zip(found, exact, strict=True))
    assert own == 0 or you != 0
    assert other == 0 or yardstick != 0


def test_with_a_review_its_assumptions_and_how_it_learns_stand_in_the_appendix() -> None:
    made = firm_assessment("tax_adviser")
    review = facts(steady_log(26, *SOURCES), 26)
    plain = summarise(shipped_catalogue(), made).appendix
    told = summarise(shipped_catalogue(), made, review=review).appendix
    texts_of = {each.id: each.text for each in shipped_catalogue().assumptions}
    rows = {row[0]: row for row in told.assumptions.rows}
    before = {row[0] for row in plain.assumptions.rows}
    wanted = [key for key in texts_of if key.startswith("learning.")]
    for key in (*wanted, "review.min_outcomes", "money.close_rate_prior"):
        assert texts_of[key] in rows
        assert texts_of[key] not in before
    assert rows[texts_of["learning.decay_days"]][2] == "study, read in a quotation"
    titles = [each.title for each in told.method]
    assert titles[-2:] == ["Learning.", "Catalogue."]
    (learning,) = (each.text for each in told.method if each.title == "Learning.")
    assert "A guess counts as much as 4 enquiries" in learning
    assert "Learning." not in [each.title for each in plain.method]
