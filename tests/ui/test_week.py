"""“Your week”: what is tried changes nothing, what is kept can be undone, every number says why."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from socialplanner.domain.profile import Choices
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.week import WeekPage


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]) -> WeekPage:
    """Show the week of the café, with everything worked out."""
    return opened(qtbot, window, sample_profile("cafe"))


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> WeekPage:
    """Show the week of a profile once everything is worked out."""
    window.open_profile(path, "week")
    assert window.workspace is not None
    found = window.workspace.page
    assert isinstance(found, WeekPage)
    settle(qtbot, window, found)
    return found


def settle(qtbot: QtBot, window: MainWindow, page: WeekPage) -> None:
    """Wait until nothing is being worked out any more."""

    def is_settled() -> bool:
        done = page.session.results is not None or bool(page.session.refusal)
        return done and window.tasks.is_idle and not page.bench.is_checking

    qtbot.waitUntil(is_settled, timeout=20_000)


def hours_shown(page: WeekPage) -> dict[str, str]:
    """Return the planned hours that the rows show, by activity."""
    return {key: row.hours.text() for key, row in page.plan.rows.items()}


def figure(page: WeekPage, key: str) -> tuple[str, str, str]:
    """Return what a line of the figures shows: now, what if, difference."""
    line = page.figures.lines[key]
    found = (line.now.text(), line.supposed.text(), line.change.text())
    now, supposed, change = (text.replace("\u00a0", " ") for text in found)
    return now, supposed, change


def test_the_week_stands_there_with_hours_labels_and_first_steps(page: WeekPage) -> None:
    assert hours_shown(page) == {
        "instagram_feed": "1½ h",
        "short_video": "2 h",
        "reply_desk": "1 h",
        "followup_notes": "½ h",
    }
    assert page.plan.rows["reply_desk"].badge.text() == "Core"
    assert page.plan.rows["reply_desk"].step.text()
    assert figure(page, "hours") == ("5 h", "", "")
    assert not page.controls.keep.isEnabled()


def test_moving_the_hours_changes_figures_at_once_and_no_answer(page: WeekPage) -> None:
    before = dict(page.session.answers)
    page.controls.slider.setValue(16)
    assert figure(page, "hours") == ("5 h", "8 h", "+3 h")
    assert figure(page, "cost")[2].startswith("+€")
    assert page.figures.verdict.text().startswith("The week would change:")
    assert len(page.charts.mix.chart.scene.rows) == 3
    assert page.session.answers == before
    assert page.session.is_saved


def test_how_sure_a_supposed_plan_is_follows_in_the_background(
    qtbot: QtBot, window: MainWindow, page: WeekPage
) -> None:
    page.controls.slider.setValue(16)
    assert {row.badge.text() for row in page.plan.rows.values()} == {"being checked …"}
    assert page.plan.checking.isVisibleTo(page)
    settle(qtbot, window, page)
    assert "being checked …" not in {row.badge.text() for row in page.plan.rows.values()}
    assert not page.plan.checking.isVisibleTo(page)


def test_back_to_the_plan_shows_what_was_there(page: WeekPage) -> None:
    before = hours_shown(page)
    page.controls.slider.setValue(20)
    page.controls.tools["email_tool"].click()
    page.controls.back.click()
    assert hours_shown(page) == before
    assert figure(page, "hours") == ("5 h", "", "")
    assert page.controls.hours.value() == 5.0
    assert not page.controls.tools["email_tool"].isChecked()


def test_what_is_kept_becomes_answers_in_one_step_that_can_be_undone(page: WeekPage) -> None:
    before = dict(page.session.answers)
    page.controls.slider.setValue(16)
    page.controls.patience.setCurrentIndex(page.controls.patience.findData("year"))
    page.controls.keep.click()
    assert page.session.answers["business.hours_per_week"] == 8.0
    assert page.session.answers["business.patience"] == "year"
    assert figure(page, "hours") == ("8 h", "", "")
    page.session.undo()
    assert page.session.answers == before
    assert figure(page, "hours") == ("5 h", "", "")
    page.session.redo()
    assert page.session.answers["business.patience"] == "year"


def test_the_whole_assessment_of_what_was_kept_says_what_was_supposed(
    qtbot: QtBot, window: MainWindow, page: WeekPage
) -> None:
    page.controls.slider.setValue(18)
    page.controls.money.setValue(25.0)
    supposed = page.bench.supposed
    assert supposed is not None
    page.controls.keep.click()
    settle(qtbot, window, page)
    assert page.session.results is not None
    assert page.session.results.assessment.plan.hours == supposed.week.hours


def test_what_is_tried_is_gone_when_the_page_is_left(window: MainWindow, page: WeekPage) -> None:
    page.controls.slider.setValue(20)
    window.go("mix")
    window.go("week")
    assert figure(page, "hours") == ("5 h", "", "")
    assert page.controls.hours.value() == 5.0


def test_an_activity_that_is_kept_stays_and_is_no_longer_judged(
    qtbot: QtBot, window: MainWindow, page: WeekPage
) -> None:
    page.plan.rows["short_video"].keep.click()
    assert page.session.choices.pinned == {"short_video"}
    assert page.plan.rows["short_video"].keep.text() == "Kept"
    assert page.plan.rows["short_video"].badge.text() == "being checked …"
    settle(qtbot, window, page)
    assert page.plan.rows["short_video"].badge.text() == "Your choice"
    page.plan.rows["short_video"].keep.click()
    assert page.session.choices.pinned == frozenset()


def test_an_activity_that_is_not_for_us_goes_and_can_be_taken_back(page: WeekPage) -> None:
    page.plan.rows["short_video"].decline.click()
    assert "short_video" not in page.plan.rows
    assert page.session.choices.declined == {"short_video"}
    assert page.choices.isVisibleTo(page)
    page.choices.buttons["short_video"].click()
    assert page.session.choices == Choices()
    assert hours_shown(page)["short_video"] == "2 h"
    assert not page.choices.isVisibleTo(page)


def test_after_declining_the_keyboard_stands_at_the_next_activity(page: WeekPage) -> None:
    page.plan.rows["short_video"].decline.setFocus()
    page.plan.rows["short_video"].decline.click()
    focus = page.window().focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.accessibleName() == "“Reply desk” is not for us"


def test_a_choice_is_undone_from_the_message(window: MainWindow, page: WeekPage) -> None:
    page.plan.rows["short_video"].decline.click()
    message = window.messages.messages()[0]
    assert message.words == "“Short videos” is out of the plan."
    page.session.undo()
    assert page.session.choices == Choices()


def test_what_no_plan_can_meet_is_refused_by_name_and_not_kept(
    window: MainWindow, page: WeekPage
) -> None:
    page.plan.rows["reply_desk"].decline.click()
    words = window.messages.messages()[0].words
    assert words.startswith("Not changed. No plan of five hours a week can meet")
    assert "“Reply desk” is not for you" in words
    assert "reply_desk" not in words
    assert page.session.choices == Choices()
    assert "reply_desk" in page.plan.rows


def test_a_supposition_that_no_plan_can_meet_says_why(page: WeekPage) -> None:
    for key in ("short_video", "instagram_feed"):
        page.plan.rows[key].keep.click()
    page.controls.hours.setValue(1.0)
    assert page.controls.trouble.text().startswith("No plan of one hour a week can meet")
    assert not page.controls.keep.isEnabled()
    page.controls.back.click()
    assert not page.controls.trouble.isVisibleTo(page)


def test_where_choices_leave_no_plan_they_can_be_taken_back_on_the_page(
    qtbot: QtBot, window: MainWindow, page: WeekPage
) -> None:
    page.session.set_choices(Choices(declined=frozenset({"reply_desk"})))
    settle(qtbot, window, page)
    assert page.notice.isVisibleTo(page)
    page.choices.buttons["reply_desk"].click()
    settle(qtbot, window, page)
    assert not page.notice.isVisibleTo(page)
    assert hours_shown(page)["reply_desk"] == "1 h"


def test_an_alternative_can_be_kept(qtbot: QtBot, window: MainWindow, page: WeekPage) -> None:
    key = next(iter(page.alternatives.buttons))
    page.alternatives.buttons[key].click()
    assert key in page.plan.rows
    settle(qtbot, window, page)
    assert key not in page.alternatives.buttons


def test_every_control_of_a_row_names_the_activity(page: WeekPage) -> None:
    row = page.plan.rows["instagram_feed"]
    assert row.keep.accessibleName() == "Keep “Instagram posts” in the plan"
    assert row.decline.accessibleName() == "“Instagram posts” is not for us"
    assert row.why.accessibleName() == "Why 1½ h for “Instagram posts”?"


def test_why_an_activity_has_its_hours_counts_to_its_value(page: WeekPage) -> None:
    row = page.plan.rows["instagram_feed"]
    row.why.click()
    assert row.why.panel is not None
    reason = row.why.panel.reason
    said = {name: number for name, number, _origin in reason.figures.rows}
    found = re.fullmatch(
        r"([\d.]+) × ([\d.]+) × ([\d.]+) ÷ \(1 \+ ([\d.]+) ÷ ([\d.]+)\) = ([\d.]+)",
        said["Value of these hours, in units of the model"],
    )
    assert found is not None
    p, d, e, again, k, value = map(float, found.groups())
    assert e == again
    assert p * d * e / (1 + e / k) == pytest.approx(value, abs=0.005)


def test_why_follows_what_is_supposed(page: WeekPage) -> None:
    why = page.figures.lines["hours"].why
    why.click()
    page.controls.slider.setValue(16)
    assert why.panel is not None
    assert why.panel.reason.value.split() == ["8", "h"]


def test_hours_are_moved_by_keys_alone(page: WeekPage) -> None:
    page.controls.slider.setFocus()
    QTest.keyClick(page.controls.slider, Qt.Key.Key_Right)
    assert figure(page, "hours")[1] == "5½ h"
    QTest.keyClick(page.controls.slider, Qt.Key.Key_PageUp)
    assert page.controls.hours.value() == 7.5
    page.controls.keep.setFocus()
    QTest.keyClick(page.controls.keep, Qt.Key.Key_Space)
    assert page.session.answers["business.hours_per_week"] == 7.5


def test_typed_hours_count_once_they_are_whole(page: WeekPage) -> None:
    page.controls.hours.setFocus()
    page.controls.hours.selectAll()
    QTest.keyClicks(page.controls.hours, "12")
    assert figure(page, "hours")[1] == ""
    QTest.keyClick(page.controls.hours, Qt.Key.Key_Return)
    assert figure(page, "hours")[1] == "12 h"


def test_an_answer_off_the_half_hours_is_not_taken_for_a_supposition(
    qtbot: QtBot, window: MainWindow, page: WeekPage
) -> None:
    page.session.give("business.hours_per_week", 5.333)
    settle(qtbot, window, page)
    assert not page.bench.is_supposing
    assert not page.controls.keep.isEnabled()
    page.controls.tools["email_tool"].click()
    page.controls.keep.click()
    assert page.session.answers["business.hours_per_week"] == 5.333


def test_a_profile_without_essentials_asks_for_them(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile, "week")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, WeekPage)
    assert page.notice.isVisibleTo(page)
    assert page.bench.now is None


def test_a_currency_with_signs_of_markup_is_shown_as_it_is(
    qtbot: QtBot, window: MainWindow, page: WeekPage
) -> None:
    page.session.set_profile(replace(page.session.record.profile, currency="<b>&"))
    settle(qtbot, window, page)
    assert "<b>&" in figure(page, "cost")[0]
    assert page.figures.lines["cost"].now.textFormat() is Qt.TextFormat.PlainText
    assert page.controls.money.suffix() == " <b>&"


def test_the_wheel_scrolls_the_page_and_changes_nothing(page: WeekPage) -> None:
    for each in (page.controls.slider, page.controls.hours, page.controls.patience):
        where = QPointF(each.rect().center())
        event = QWheelEvent(
            where,
            QPointF(each.mapToGlobal(each.rect().center())),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt takes it by place
        )
        QApplication.sendEvent(each, event)
    assert not page.bench.is_supposing


def test_a_row_that_went_comes_back_as_it_was(page: WeekPage) -> None:
    page.controls.slider.setValue(16)
    row = page.plan.rows["stories_live"]
    page.controls.back.click()
    assert "stories_live" not in page.plan.rows
    assert not row.isVisibleTo(page)
    page.controls.slider.setValue(16)
    assert page.plan.rows["stories_live"] is row
    assert row.isVisibleTo(page)
    assert not row.isWindow()


def test_where_it_is_narrow_every_figure_is_a_record(qtbot: QtBot, page: WeekPage) -> None:
    page.controls.slider.setValue(16)
    caption = page.figures.lines["cost"].captions[0]
    page.figures.setMinimumWidth(700)
    qtbot.waitUntil(lambda: not caption.isVisibleTo(page))
    page.figures.setMinimumWidth(0)
    page.figures.setMaximumWidth(300)
    qtbot.waitUntil(lambda: caption.isVisibleTo(page))
    assert caption.text() == "Now planned"
