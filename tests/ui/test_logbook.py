"""The logbook page: a week in a minute by keyboard, enquiries, past weeks, and files."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.logbook import WEEK, logged_week, week_to_log
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry, LoggedWeek, ProfileRecord
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.theme import Appearance, Theme
from tests.ui.homes import Chosen
from tests.ui.journeys.person import Person
from tests.ui.journeys.walking import focusable, name_of
from tests.ui.logbooks import LONGEST_WAIT, TABLES, Open, answered_before, opened, record_of

__all__ = ["opened"]

ODD = ("<b>A & B</b> =1+1 🙂 سلام دنیا " * 12)[:300]


class Counting(Person):
    """Somebody at the keyboard whose every press is counted; a text counts a press a letter."""

    pressed = 0

    def presses(self, keys: str) -> None:
        self.pressed += 1
        super().presses(keys)

    def types(self, text: str) -> None:
        self.pressed += len(text)
        super().types(text)


def test_four_weeks_are_logged_by_keyboard_in_few_presses(
    window: MainWindow, opened: Open, program: DesktopProgram, qtbot: QtBot
) -> None:
    today = program.today()
    first = week_of(today) - 3 * WEEK
    page = opened(place=first.isoformat())
    page.week.take_focus()
    person = Counting(window, qtbot)
    for number in range(4):
        person.presses("Alt+A")  # as planned; the keyboard goes on to the first figure
        person.types("12")
        person.presses("Tab")
        person.types("80")
        person.presses("Tab")
        if number < 3:
            person.presses("Alt+G")  # go on to the next week
    weeks = record_of(window).weeks
    assert [week.monday for week in weeks] == [first + n * WEEK for n in range(4)]
    assert all(week.hours == page.week.material.planned for week in weeks)
    assert [sorted(week.outcomes.values()) for week in weeks] == [[12.0, 80.0]] * 4
    assert person.pressed == 31


def test_fields_made_a_moment_ago_take_the_keyboard_at_once(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    page.week.take_focus()
    person = Person(window, qtbot)
    assert window.workspace is not None
    session = window.workspace.session
    session.set_profile(replace(session.record.profile, currency="CHF"))  # fields are made anew
    person.presses("Alt+A")
    person.types("12")
    person.presses("Tab")
    person.types("80")
    person.presses("Tab")
    (week,) = record_of(window).weeks
    assert (sorted(week.outcomes.values()), week.money) == ([12.0, 80.0], None)


def test_what_is_typed_stays_while_another_plan_brings_other_fields(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    person = Person(window, qtbot)
    figures, hours = page.week.figures, page.week.hours
    field = figures.first_field()
    field.setFocus()
    person.types("1")
    material = page.week.material
    figures.show_figures(None, replace(material, weekly=material.weekly[1:]))
    figures.show_figures(None, replace(material, weekly=material.weekly[::-1]))
    person.types("2")
    person.presses("Tab")
    assert list(record_of(window).weeks[0].outcomes.values()) == [12.0]
    line = next(iter(hours.lines.values()))
    line.steps.setFocus()
    line.steps.selectAll()
    person.types("3")
    hours.show_hours({}, {"newsletter": 1.0})
    person.types("4")
    person.presses("Tab")
    assert record_of(window).weeks[0].hours[line.key] == 34.0


def test_arrow_keys_log_half_an_hour_more_and_undo_takes_it_back(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    person = Person(window, qtbot)
    line = next(iter(page.week.hours.lines.values()))
    planned = dict(page.week.material.planned)
    line.steps.setFocus()
    assert line.steps.property("suggested")
    person.presses("Up")
    week = logged_week(record_of(window), page.week.monday)
    assert week is not None
    assert week.hours == {**planned, line.key: planned[line.key] + 0.5}
    assert not line.steps.property("suggested")
    assert window.workspace is not None
    window.workspace.undo()
    assert record_of(window).weeks == ()
    assert line.steps.number == planned[line.key]
    window.workspace.redo()
    assert len(record_of(window).weeks) == 1


def test_what_is_typed_is_kept_when_the_page_is_left_and_wrong_hours_never(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    person = Person(window, qtbot)
    money = page.week.figures.money
    assert money is not None
    money.field.setFocus()
    person.types("12,5")
    page.week.refresh()  # as when results come meanwhile
    person.types("0")
    window.go("days")
    week = record_of(window).weeks[0]
    assert (week.money, dict(week.hours)) == (12.5, {})
    window.go("logbook")
    line = next(iter(page.week.hours.lines.values()))
    line.steps.setFocus()
    line.steps.selectAll()
    person.types("169")
    person.presses("Tab")
    assert "from 0 to 168" in line.trouble.text()
    assert record_of(window).weeks[0].hours == {}


def test_a_figure_says_what_it_was_read_from_until_another_is_typed(
    window: MainWindow, opened: Open, qtbot: QtBot, program: DesktopProgram
) -> None:
    monday = week_of(program.today())

    def read(record: ProfileRecord) -> ProfileRecord:
        week = LoggedWeek(
            monday=monday,
            changed_at=record.created_at,
            outcomes={"profile_visits": 40.0},
            origins={"profile_visits": "Instagram insights"},
        )
        return replace(record, weeks=(week,))

    page = opened(read, place=monday.isoformat())
    line = page.week.figures.lines["profile_visits"]
    assert "from “Instagram insights”" in line.note.text()
    assert "from “Instagram insights”" in line.field.accessibleDescription()
    person = Person(window, qtbot)
    line.field.setFocus()
    line.field.selectAll()
    person.types("41")
    person.presses("Tab")
    (week,) = record_of(window).weeks
    assert (dict(week.outcomes), dict(week.origins)) == ({"profile_visits": 41.0}, {})
    assert "Instagram" not in page.week.figures.lines["profile_visits"].note.text()


def with_ten_years(record: ProfileRecord, today: date) -> ProfileRecord:
    moment = record.created_at
    weeks = tuple(
        LoggedWeek(monday=week_of(today) - n * WEEK, changed_at=moment, hours={"reply_desk": 1.0})
        for n in reversed(range(520))
        if not 5 < n < 12
    )
    note = Enquiry(id="e", day=today - timedelta(weeks=8), changed_at=moment, words=ODD)
    return replace(record, weeks=weeks, enquiries=(note,))


def test_before_its_plan_begins_no_hours_are_planned_and_the_day_is_said(
    opened: Open, program: DesktopProgram
) -> None:
    page = opened(lambda record: answered_before(record, weeks=-13))
    begins = page.week.material.begins
    assert begins is not None
    assert begins > program.today()
    assert page.week.material.planned == {}
    assert not page.week.as_planned.isVisible()
    assert "Your plan begins on" in page.week.lead.text()


def test_activities_stand_in_the_order_of_the_weekly_sheet(
    window: MainWindow, opened: Open
) -> None:
    page = opened(lambda record: replace(record, weeks=()))
    assert window.workspace is not None
    results = window.workspace.session.results
    assert results is not None
    assert list(page.week.material.planned) == [a.id for a in results.assessment.plan.activities]


def test_ten_years_of_weeks_make_few_lines_until_somebody_asks(
    opened: Open, program: DesktopProgram
) -> None:
    page = opened(lambda record: with_ten_years(record, program.today()))
    assert len(page.past.links) == 8
    page.past.more.click()
    assert len(page.past.links) == 34
    assert page.past.links[8].hasFocus()
    missed = [link for link in page.past.links if "weeks not logged" in link.accessibleName()]
    assert len(missed) == 1
    page.past.links[20].click()
    assert page.week.monday < week_of(program.today()) - 15 * WEEK
    page.past.day.setText("2020-02-29")
    page.past.open.click()
    assert page.week.monday == date(2020, 2, 24)
    page.past.day.setText("11 feb 2020")
    page.past.open.click()
    assert page.week.monday == date(2020, 2, 10)
    page.past.day.setText("30 February 2020")
    page.past.open.click()
    assert page.past.trouble.text().startswith("Write a day like 31\u00a0January\u00a02027 or 2027")


def test_everything_has_a_name_and_nothing_is_clipped_in_large_letters(
    window: MainWindow, opened: Open, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    program = window.program

    def odd(record: ProfileRecord) -> ProfileRecord:
        said = with_ten_years(record, program.today())
        return replace(said, profile=replace(said.profile, name=ODD, currency=ODD[:8]))

    window.resize(860, 560)
    theme.apply(Appearance.LIGHT, 2.0)
    try:
        page = opened(odd)
        page.week.show_week(week_to_log(record_of(window), program.today()))
        qtbot.wait(50)
        assert page.area.horizontalScrollBar().maximum() == 0
        assert not [each for each in focusable(page) if not name_of(each)]
        for label in page.findChildren(QLabel):
            if label.isVisible() and label.text() and not label.wordWrap():
                assert label.width() + 1 >= min(label.sizeHint().width(), label.width() + 1)
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()
                assert button.height() >= button.sizeHint().height(), button.text()
        (tmp_path / "own.csv").write_text("Day,Visits\n2026-10-05,1\n2026-10-06,2\n", "utf-8")
        for name in (TABLES / "youtube_totals.csv", tmp_path / "own.csv"):
            page.chooser = Chosen(name)
            page.from_platform.click()
            qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=LONGEST_WAIT)
            qtbot.wait(50)
            assert page.area.horizontalScrollBar().maximum() == 0
    finally:
        theme.apply(Appearance.LIGHT, 1.0)
