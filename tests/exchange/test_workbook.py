"""A plan as a workbook: every number as the summary has it, sums and checks live."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.ids import Mode
from socialplanner.domain.roi import expected_return, ratio
from socialplanner.exchange.workbook import workbook_file
from socialplanner.presentation import formats
from socialplanner.presentation.contrast import READABLE, contrast, rgb
from socialplanner.presentation.plan_options import ALL_PARTS, PlanOptions, PlanPart, Verbosity
from socialplanner.presentation.summary.break_even import IMPOSSIBLE, OPEN
from tests.domain.builders import shipped_catalogue
from tests.exchange.pictures import picture
from tests.exchange.workbooks import (
    book,
    cells,
    figure,
    results,
    row_of,
    sample_book,
    sample_results,
    shown,
    source_of,
)
from tests.presentation.summaries import SAMPLES, answered, changed, in_words, sample_assessment
from tests.presentation.summaries import sample_summary as summary_of

SHEETS_OF = {
    PlanPart.STANDING: {"Scores"},
    PlanPart.MIX: {"Scores"},
    PlanPart.WEEK: {"Week"},
    PlanPart.DAYS: {"Next 90 days"},
    PlanPart.MEASURING: {"KPI log", "Reviews", "KPIs", "Return"},
    PlanPart.CHANGE: {"What would change"},
    PlanPart.APPENDIX: {"Answers", "Assumed of activities", "Sources"},
}
ALWAYS = {"Plan", "About these figures"}


def test_the_same_source_gives_the_same_bytes() -> None:
    source = source_of(sample_assessment("cafe"))
    assert workbook_file(source) == workbook_file(replace(source))


def test_the_day_of_the_plan_is_the_only_clock() -> None:
    found = book(sample_book("cafe")).properties
    today = sample_assessment("cafe").today
    assert {found.created.date(), found.modified.date()} == {today}
    with ZipFile(BytesIO(sample_book("cafe"))) as archive:
        assert {each.date_time[0] for each in archive.infolist()} == {1980}


def test_properties_come_from_the_cover() -> None:
    found, cover = book(sample_book("tax_adviser")).properties, summary_of("tax_adviser").cover
    assert found.title == f"{cover.title}: {cover.name}"
    assert found.creator == cover.prepared_by


@settings(max_examples=6, deadline=None)
@given(st.permutations(list(PlanPart)), st.integers(1, len(PlanPart)))
def test_parts_left_out_have_no_sheet_and_the_others_stand_in_order(
    parts: list[PlanPart], count: int
) -> None:
    wanted = tuple(parts[:count])
    names = book(
        workbook_file(source_of(sample_assessment("cafe"), PlanOptions(parts=wanted)))
    ).sheetnames
    expected = ALWAYS.union(*(SHEETS_OF.get(part, set()) for part in wanted))
    assert set(names) == expected
    firsts = [
        min(names.index(each) for each in SHEETS_OF[part]) for part in wanted if part in SHEETS_OF
    ]
    assert all(one <= other for one, other in pairwise(firsts)) or "Scores" in names
    assert names[0] == "Plan"
    assert names[-1] == "About these figures"


def test_what_is_left_out_is_said() -> None:
    parts = tuple(part for part in ALL_PARTS if part is not PlanPart.MIX)
    data = workbook_file(source_of(sample_assessment("cafe"), PlanOptions(parts=parts)))
    assert "Not in this copy: Your mix." in [cell.value for cell in cells(book(data))]


def assert_plan_agrees(sheet: Any, found: Assessment) -> None:  # noqa: ANN401 - untyped library
    """Check hours, labels, first steps and the share of networking against the summary."""
    week = in_words(found).week
    for part in week.parts:
        assert figure(shown(row_of(sheet, part.name)[1])) == figure(part.hours)
        for row in part.rows:
            cell, label, step = row_of(sheet, row.name)[1:4]
            assert figure(shown(cell)) == figure(row.hours)
            assert (label.value, step.value) == (row.label, row.first_step)
    total = row_of(sheet, "All activities")[1]
    assert figure(shown(total)) == figure(week.total)
    share = row_of(sheet, "Share of networking, in round figures")[1]
    assert shown(share) == formats.percent(found.plan.network_share)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_plan_sheet_shows_the_hours_of_the_summary_as_live_sums(name: str) -> None:
    assert_plan_agrees(sample_results(name)["Plan"], sample_assessment(name))
    live = book(sample_book(name))["Plan"]
    assert row_of(live, "All activities")[1].data_type == "f"


def assert_week_agrees(sheet: Any, found: Assessment) -> None:  # noqa: ANN401 - untyped library
    """Check hours now and planned, and what changes, against the summary."""
    for row in in_words(found).week.hours:
        now, planned, change = row_of(sheet, row.label)[1:4]
        assert row.plan is not None
        assert figure(shown(planned)) == figure(row.plan.text)
        if row.now is None:
            assert now.value is None
        else:
            assert figure(shown(now)) == figure(row.now.text)
        if row.change in ("", "same"):
            assert (shown(change) if change.value not in (None, "") else "") == row.change
        else:
            assert shown(change)[0] == row.change[0].replace("\u2212", "-")
            assert figure(shown(change)) == figure(row.change.removeprefix("+"))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_week_sheet_shows_hours_and_changes_as_the_summary(name: str) -> None:
    assert_week_agrees(sample_results(name)["Week"], sample_assessment(name))


@settings(max_examples=6, deadline=None)
@given(
    st.integers(2, 60),
    st.lists(st.none() | st.integers(0, 40), min_size=9, max_size=9),
    st.sampled_from(({}, {"business.people": NoAnswer.UNKNOWN})),
)
def test_hours_are_the_same_to_the_digit_whatever_was_answered(
    halves: int, quarters: list[int | None], people: dict[str, Answer]
) -> None:
    rows = [row.question_id for row in sample_assessment("tax_adviser").hours.rows]
    said: dict[str, Answer] = {
        key: NoAnswer.NOT_APPLICABLE if amount is None else amount / 4
        for key, amount in zip(rows, quarters, strict=True)
    }
    found = answered("tax_adviser", {**said, **people, "business.hours_per_week": halves / 2})
    made = results(workbook_file(source_of(found, PlanOptions(parts=(PlanPart.WEEK,)))))
    assert_plan_agrees(made["Plan"], found)
    assert_week_agrees(made["Week"], found)


def test_hours_that_round_otherwise_than_their_sum_say_so() -> None:
    found = sample_assessment("tax_adviser")
    keys = [row.question_id for row in found.hours.rows][:2]
    other = answered("tax_adviser", dict.fromkeys(keys, 0.25))
    said = [str(c.value) for c in cells(results(workbook_file(source_of(other)))) if c.value]
    exact = formats.hours_in_words(sum(row.now or 0.0 for row in other.hours.rows))
    assert any(text.endswith(f"your hours now are {exact}.") for text in said)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_step_has_its_words_hours_and_real_days(name: str) -> None:
    sheet, days = sample_results(name)["Next 90 days"], summary_of(name).days
    roadmap = sample_assessment(name).roadmap
    lines = [list(row) for row in sheet.iter_rows()]
    found = {(line[2].value, line[3].value, line[4].value): line for line in lines}
    for when, activity, text, hours, who in (*days.set_up.rows, *days.build.rows):
        line = found[when, activity, text]
        assert figure(shown(line[5])) == figure(hours)
        assert line[6].value == who
        assert line[0].is_date
        assert line[0].value.date().weekday() == 0
        week = (line[0].value.date() - roadmap.start) // timedelta(weeks=1) + 1
        assert str(week) in when.replace("–", " ")
    for when, activity, text in days.review.rows:
        day = found[when, activity, text][0].value
        assert day is None or formats.short_day(day.date()) == when


@pytest.mark.parametrize("name", SAMPLES)
def test_scores_ranges_and_targets_are_those_of_the_summary(name: str) -> None:
    sheet, standing = sample_results(name)["Scores"], summary_of(name).standing
    rows = list(sheet.iter_rows(min_col=1, max_col=7))
    head = next(n for n, row in enumerate(rows) if row[0].value == "Dimension")
    bars = [(group.label, bar) for group in standing.groups for bar in group.bars]
    for row, (label, bar) in zip(rows[head + 1 : head + 11], bars, strict=True):
        dimension, _, score, low, high, target, words = (cell.value for cell in row)
        assert (dimension, words) == (label, bar.note)
        assert target == formats.fives(bar.target or 0.0)
        assert (score is None) == (bar.value is None)
        if bar.value is not None:
            assert score == formats.fives(bar.value)
            assert bar.note == (f"{low} to {high}" if low != high else f"about {low}")
    notes = {row[0].value: row[1].value for row in rows}
    for mix in summary_of(name).mix.rows:
        assert notes[mix.label] == mix.note


def assert_return_agrees(data: bytes, found: object) -> None:
    """Check each live result against the words of the summary."""
    sheet = results(data)["Return"]
    for name, how, said in found.measuring.break_even.formulas.rows:  # type: ignore[attr-defined]
        _, live, words, planned, worked = row_of(sheet, name)[:5]
        assert (planned.value, worked.value) == (said, how)
        if said in (OPEN, IMPOSSIBLE):
            assert live.value == said
        elif said.startswith(("1 in ", "none")):
            assert words.value == said
        else:
            assert figure(shown(live)) == figure(said)


@pytest.mark.parametrize("name", SAMPLES)
def test_break_even_is_live_and_equals_the_summary(name: str) -> None:
    assert_return_agrees(sample_book(name), summary_of(name))
    live = book(sample_book(name))["Return"]
    assert row_of(live, "Enquiries to break even")[1].data_type == "f"


CENTS = st.integers(0, 10**8).map(lambda cents: cents / 100)
MONEY = st.none() | st.sampled_from((0.0, 0.5, 12.5, 99.995, 100.5, 1000.0)) | CENTS
MARGIN = st.none() | st.integers(-5000, 10_000).map(lambda hundredths: hundredths / 100)


@settings(max_examples=12, deadline=None)
@given(MONEY, MARGIN, MONEY, st.none() | st.integers(0, 10))
def test_break_even_equals_the_summary_for_any_figures(
    order: float | None, margin: float | None, hour: float | None, close: int | None
) -> None:
    base = sample_assessment("cafe")
    business = replace(
        base.business, order_value=order, margin_percent=margin, hour_cost=hour, close_rate=close
    )
    returns = expected_return(shipped_catalogue(), business, base.plan)
    found = replace(base, business=business, returns=returns, rules=())
    options = PlanOptions(parts=(PlanPart.MEASURING,))
    assert_return_agrees(workbook_file(source_of(found, options)), in_words(found))


def test_later_orders_are_counted_as_in_the_method() -> None:
    found = changed("tax_adviser", repeat_buyers="5_6", orders_per_year=2.0)
    sheet = results(workbook_file(source_of(found)))["Return"]
    later = row_of(sheet, "Customers to break even, later orders counted")[1].value
    assert later == ratio(found.returns.monthly_cost, found.returns.lifetime_value)


def test_a_brief_copy_explains_less_and_finds_the_same() -> None:
    brief = source_of(sample_assessment("cafe"), PlanOptions(verbosity=Verbosity.BRIEF))
    short, full = (
        book(workbook_file(brief)),
        book(workbook_file(replace(brief, options=PlanOptions()))),
    )
    assert short.sheetnames == full.sheetnames
    texts, others = ({c.value for c in cells(each) if c.data_type == "s"} for each in (short, full))
    assert texts < others
    assert summary_of("cafe").overview.headline in texts
    assert summary_of("cafe").overview.lead not in texts


def test_a_copy_that_names_nobody_holds_no_name() -> None:
    found = sample_assessment("tax_adviser")
    options = PlanOptions(alias="Client 7", sender="Ada Sender", lines=("ada@example.org",))
    data = workbook_file(source_of(found, options))
    with ZipFile(BytesIO(data)) as archive:
        everything = "".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )
    people = [person.name for person in found.business.people or ()]
    profile = found.profile
    assert people
    for name in (*people, profile.name, profile.prepared_by, profile.prepared_for, "Ada", "ada@"):
        assert name not in everything
    assert profile.website.split("/")[2] not in everything
    assert "Client 7" in everything


@pytest.mark.parametrize(
    "colours", [(), ("#FFE600",), ("#FFFFFF", "#FFFFFF"), ("#000000", "#FFEEAA")]
)
def test_heads_of_tables_can_be_read_in_any_brand(colours: tuple[str, ...]) -> None:
    options = PlanOptions(colours=colours, parts=(PlanPart.WEEK,))
    sheet = book(workbook_file(source_of(sample_assessment("cafe"), options)))["Plan"]
    head = row_of(sheet, "Activity")[0]
    ink, ground = (f"#{code[2:]}" for code in (head.font.color.rgb, head.fill.fgColor.rgb))
    assert contrast(rgb(ink), rgb(ground)) >= READABLE


def test_a_logo_stands_on_the_plan_and_on_no_copy_that_names_nobody() -> None:
    plain = PlanOptions(logo=picture("RGB", (40, 20)))
    for options, count in ((plain, 1), (replace(plain, alias="Client 7"), 0)):
        data = workbook_file(source_of(sample_assessment("cafe"), options))
        with ZipFile(BytesIO(data)) as archive:
            assert sum(name.startswith("xl/media/") for name in archive.namelist()) == count


@pytest.mark.parametrize(("paper", "code"), [("a4", "9"), ("letter", "1")])
def test_every_sheet_is_set_for_its_paper_and_fits_across(paper: str, code: str) -> None:
    options = PlanOptions(paper=paper)
    for sheet in book(workbook_file(source_of(sample_assessment("cafe"), options))).worksheets:
        assert str(sheet.page_setup.paperSize) == code
        is_fitted = sheet.sheet_properties.pageSetUpPr is not None
        assert is_fitted or (sheet.page_setup.scale or 100) < 100


def test_days_are_days() -> None:
    sheet = book(sample_book("cafe"))["KPI log"]
    mondays = [c.value.date() for row in sheet.iter_rows(max_col=2) for c in row if c.is_date]
    roadmap = sample_assessment("cafe").roadmap
    assert mondays == [roadmap.week_start(week) for week in range(1, 14)]
    assert all(isinstance(each, date) for each in mondays)


def test_each_mode_has_its_own_account() -> None:
    sheet = results(sample_book("tax_adviser"))["Return"]
    ledgers = sample_assessment("tax_adviser").returns.ledgers
    table = summary_of("tax_adviser").measuring.break_even.ledgers
    for ledger, (name, _, cost, truth) in zip(ledgers, table.rows, strict=True):
        row = [r for r in sheet.iter_rows() if r[0].value == name][-1]
        assert figure(shown(row[1])) == figure(cost)
        assert row[2].value == ledger.break_even_enquiries
        assert row[3].value == ledger.traced_enquiries
        assert row[4].value == truth
    assert {ledger.mode for ledger in ledgers} == set(Mode)


def test_asking_for_workbooks_does_not_yet_load_what_writes_them() -> None:
    words = "import sys, socialplanner.exchange.workbook; sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0
