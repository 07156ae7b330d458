"""Enquiries of the logbook: kept with one press, never lost, and credited to any activity."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.logbook import WEEK
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import LoggedWeek, ProfileRecord
from socialplanner.ui.main_window import MainWindow
from tests.ui.journeys.person import Person
from tests.ui.journeys.walking import role_of
from tests.ui.logbooks import Open, opened, record_of

__all__ = ["opened"]

ODD = ("<b>A & B</b> =1+1 🙂 سلام دنیا " * 12)[:300]
HINT = "Changing an enquiry: press a source, or return to keep it. Esc leaves it."


def test_an_enquiry_is_kept_with_one_press_and_changed_and_taken_out(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    card, person = page.enquiries, Person(window, qtbot)
    card.words.setFocus()
    person.types(ODD)
    person.tabs_to("Keep as: Search or map")
    person.presses("Space")
    (enquiry,) = record_of(window).enquiries
    assert (enquiry.words, enquiry.activity_id, enquiry.trace) == (
        ODD.strip(),
        "search_or_map",
        "asked",
    )
    assert week_of(enquiry.day) == page.week.monday
    card.change(enquiry)
    card.chips["cinema_advert"].click()
    assert [each.activity_id for each in record_of(window).enquiries] == ["cinema_advert"]
    card.chips["not asked"].click()
    assert [each.trace for each in record_of(window).enquiries] == ["asked", ""]
    card._remove(record_of(window).enquiries[1])  # noqa: SLF001 - as its button does
    assert len(record_of(window).enquiries) == 1


def test_several_contacts_before_an_enquiry_are_gathered_in_their_order(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    card, person = page.enquiries, Person(window, qtbot)
    first = next(iter(page.week.material.planned))
    person.tabs_to("Several contacts …")
    for key in ("search_or_map", first, "word_of_mouth"):
        assert key in {*page.week.material.planned, "search_or_map", "word_of_mouth"}
        card.way.take(key)
    names = [action.text() for action in card.way.menu().actions()]
    assert "Search or map" in names
    assert "Cinema advert" not in names
    person.tabs_to("Take out contact 1: Search or map")
    person.presses("Space")
    card.chips[first].click()
    (enquiry,) = record_of(window).enquiries
    assert (enquiry.activity_id, enquiry.way) == (first, (first, "word_of_mouth"))
    assert card.way.contacts == ()
    card.change(enquiry)
    assert card.way.contacts == enquiry.way
    assert any(", then Word of mouth" in label.text() for label in card.findChildren(QLabel))


def test_words_typed_for_one_week_are_kept_there_when_another_is_opened(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    card, person = page.enquiries, Person(window, qtbot)
    monday = page.week.monday
    card.words.setFocus()
    person.types("saw the oven")
    page.week.before.click()
    (enquiry,) = record_of(window).enquiries
    assert (enquiry.words, enquiry.activity_id) == ("saw the oven", "")
    assert week_of(enquiry.day) == monday
    assert card.words.text() == ""
    card.words.setFocus()
    person.types("a neighbour")
    page.entered(monday.isoformat())  # as when a step of that week is taken back
    kept = {each.words: week_of(each.day) for each in record_of(window).enquiries}
    assert kept == {"saw the oven": monday, "a neighbour": monday - WEEK}
    card.change(enquiry)
    person.types(" twice")
    page.week.before.click()
    assert "saw the oven twice" in {each.words for each in record_of(window).enquiries}


def test_words_that_wait_are_kept_when_another_enquiry_is_changed_or_taken_out(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    card, person = page.enquiries, Person(window, qtbot)
    card.words.setFocus()
    person.types("first")
    person.presses("Return")
    (first,) = record_of(window).enquiries
    person.types("second")
    card.change(first)
    assert [each.words for each in record_of(window).enquiries] == ["first", "second"]
    assert card.words.text() == "first"
    card._leave()  # noqa: SLF001 - as its button does
    person.types("third")
    card._remove(first)  # noqa: SLF001 - as its button does
    assert sorted(each.words for each in record_of(window).enquiries) == ["second", "third"]


def test_escape_leaves_an_enquiry_as_it_was_and_its_hint_stands_in_one_line(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    page = opened()
    card, person = page.enquiries, Person(window, qtbot)
    card.words.setFocus()
    person.types("oven")
    person.presses("Return")
    (before,) = record_of(window).enquiries
    card.change(before)
    qtbot.waitUntil(lambda: card.state.width() > 300)
    assert card.state.text() == HINT
    assert card.state.height() < 2 * card.state.fontMetrics().height()
    person.types(" again")
    person.presses("Esc")
    assert record_of(window).enquiries == (before,)
    assert card.words.text() == ""
    assert card.words.hasFocus()
    assert card.state.isHidden()


def test_what_was_logged_beside_the_plan_and_every_other_activity_can_be_credited(
    window: MainWindow, opened: Open, qtbot: QtBot, program: DesktopProgram
) -> None:
    monday = week_of(program.today())
    ids = [activity.id for activity in program.catalogue.activities]

    def logged(record: ProfileRecord) -> ProfileRecord:
        hours = dict.fromkeys(ids[-2:], 1.0)
        week = LoggedWeek(monday=monday, changed_at=record.created_at, hours=hours)
        return replace(record, weeks=(week,))

    page = opened(logged, place=monday.isoformat())
    card = page.enquiries
    assert {*page.week.material.planned, *ids[-2:]} <= set(card.chips)
    other = card.sources.others[0]
    assert set(card.sources.others) == set(ids) - set(card.chips)
    menu = card.sources.menu()
    assert len(menu.actions()) == len(card.sources.others)
    card.words.setText("from the talk")
    menu.actions()[0].trigger()
    (enquiry,) = record_of(window).enquiries
    assert (enquiry.words, enquiry.activity_id) == ("from the talk", other)
    ways = card.way.menu()
    assert ids[-1] in card.sources.contacts
    assert [action.text() for action in ways.actions()][-1] == "Another activity"
    assert len(ways.findChildren(QMenu)[0].actions()) == len(card.sources.others)
    qtbot.waitUntil(card.words.hasFocus)
    page.week.show_week(monday - timedelta(weeks=1))


def test_how_it_is_known_is_told_as_radio_buttons_that_arrows_choose_from(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    how = opened().enquiries.how
    chips = list(how.chips.values())
    assert {role_of(chip) for chip in chips} == {QAccessible.Role.RadioButton}
    assert [chip.accessibleDescription() for chip in chips] == ["1 of 3", "2 of 3", "3 of 3"]
    chips[0].setFocus()
    QTest.keyClick(chips[0], Qt.Key.Key_Right)
    assert how.chosen == "tag"
    assert chips[1].hasFocus()
    Person(window, qtbot).presses("Tab")
    assert not any(chip.hasFocus() for chip in chips)
