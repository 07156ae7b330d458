"""The pages of the plan: what they show, what they lack, and that they follow the answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.domain.profile import Choices
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.results_copy import CopyLine
from socialplanner.ui.pages.results_page import ResultsPage
from socialplanner.ui.session import Session
from socialplanner.ui.theme import Appearance, Theme
from socialplanner.ui.widgets.chart_card import ChartCard
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.text_table import TextTableView
from socialplanner.ui.widgets.why import WhyButton

PAGES = ("standing", "mix", "return", "days")


def opened(qtbot: QtBot, window: MainWindow, path: Path, key: str) -> ResultsPage:
    """Show a page of the plan, and wait until it is complete."""
    if window.workspace is None:
        window.open_profile(path, key)
    window.go(key)
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, ResultsPage)
    qtbot.waitUntil(lambda: page.is_complete, timeout=10_000)
    QGuiApplication.processEvents()
    return page


def session_of(window: MainWindow) -> Session:
    """Return the session of the open profile."""
    assert window.workspace is not None
    return window.workspace.session


def said(widget: QWidget) -> str:
    """Return all words that are shown."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("key", PAGES)
def test_a_page_shows_the_headline_and_lead_of_the_summary_and_a_why_at_its_numbers(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path], key: str
) -> None:
    page = opened(qtbot, window, sample_profile("tax_adviser"), key)
    assert page.results is not None
    summary = page.results.summary
    heads = {
        "standing": (summary.standing.headline, summary.standing.lead),
        "mix": (summary.mix.headline, summary.mix.lead),
        "return": (summary.measuring.headline, summary.measuring.lead),
        "days": (summary.days.headline, summary.days.lead),
    }
    assert (page.heading.text(), page.lead.text()) == heads[key]
    whys = page.findChildren(WhyButton)
    assert len(whys) >= 7
    for why in whys:
        why.click()
        assert why.panel is not None
        assert why.panel.title.text()
        assert why.panel.isVisible()
        why.click()


def test_the_charts_are_those_of_the_report(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    path = sample_profile("cafe")
    titles = []
    for key in PAGES:
        page = opened(qtbot, window, path, key)
        titles += [card.chart.scene.title for card in page.findChildren(ChartCard)]
    assert titles == [
        "Five dimensions in two modes",
        "Ten scores and their targets",
        "The mix now, its target, and the plan",
        "Why this target",
        "Thirteen weeks",
    ]


def test_the_page_on_return_has_every_formula_account_kpi_link_and_rule(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    page = opened(qtbot, window, sample_profile("web_shop"), "return")
    assert page.results is not None
    part = page.results.summary.measuring
    words = said(page)
    for name, formula, result in part.break_even.formulas.rows:
        assert name in words
        assert formula in words
        assert result in words
    for row in part.kpis.rows:
        assert row[1] in words
        assert row[2] in words
    for rule in part.rules:
        assert rule.text in words
    links = [line.text.text() for line in page.findChildren(CopyLine)]
    assert links == [row[2] for row in part.links.rows]


def test_a_link_and_the_question_are_copied_by_their_buttons(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    page = opened(qtbot, window, sample_profile("cafe"), "return")
    line = page.findChildren(CopyLine)[0]
    line.button.click()
    assert QGuiApplication.clipboard().text() == line.text.text()
    assert "utm_source" in line.text.text()
    ask = next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == "Copy the question"
    )
    ask.click()
    assert QGuiApplication.clipboard().text().startswith("How did you find us?")


@pytest.mark.parametrize("key", PAGES)
def test_a_page_without_the_essential_answers_names_them_and_leads_to_them(
    qtbot: QtBot, window: MainWindow, empty_profile: Path, key: str
) -> None:
    window.open_profile(empty_profile, key)
    assert window.workspace is not None
    page = window.workspace.page
    qtbot.waitUntil(lambda: "needed first" in said(page))
    links = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Go to the question: ")
    ]
    assert len(links) == 5
    links[0].click()
    assert window.workspace.key == "section:business"


def test_a_plan_that_cannot_be_says_why_and_comes_back_when_the_choices_change(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    page = opened(qtbot, window, sample_profile("cafe"), "mix")
    session = session_of(window)
    before = session.choices
    every = frozenset(each.id for each in session.catalogue.activities)
    session.set_choices(Choices(declined=every))
    qtbot.waitUntil(lambda: "No plan can meet all of this" in said(page), timeout=10_000)
    assert session.refusal
    assert session.refusal in said(page)
    assert page.heading.text() == "Your mix"
    session.set_choices(before)
    qtbot.waitUntil(lambda: page.is_complete, timeout=10_000)
    assert page.results is not None
    assert page.heading.text() == page.results.summary.mix.headline


def test_what_is_shown_stays_until_the_new_results_are_there_and_keeps_its_place(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    page = opened(qtbot, window, sample_profile("cafe"), "return")
    qtbot.waitUntil(lambda: page.page.verticalScrollBar().maximum() > 400)
    page.page.verticalScrollBar().setValue(300)
    old = page.results
    session_of(window).give("business.hour_cost", 90.0)
    assert page.results is old
    assert page.heading.isVisible()
    assert page.content.count() > 3
    qtbot.waitUntil(lambda: page.results is not old and page.is_complete, timeout=10_000)
    assert page.page.verticalScrollBar().value() == 300
    qtbot.waitUntil(lambda: "€90 an hour" in said(page))


def test_a_page_that_is_not_shown_makes_no_results(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    page = opened(qtbot, window, sample_profile("cafe"), "days")
    old = page.results
    window.go("profile")
    session_of(window).give("business.hours_per_week", 9.0)
    qtbot.wait(50)
    assert page.results is old
    window.go("days")
    qtbot.waitUntil(lambda: page.results is not old and page.is_complete, timeout=10_000)


def test_few_answers_show_what_is_open_and_the_way_to_the_next_question(
    qtbot: QtBot, window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile, "profile")
    session = session_of(window)
    session.give("business.kind", "local_retail")
    session.give("business.goals", ("awareness",))
    session.give("business.hours_per_week", 5.0)
    session.give("business.platforms", ("instagram",))
    session.give("business.patience", "quarter")
    page = opened(qtbot, window, empty_profile, "standing")
    qtbot.waitUntil(lambda: "Scores that still need answers: 10 of 10" in said(page))
    charts = [card for card in page.findChildren(ChartCard) if card.isVisible()]
    assert [card.heading.text() for card in charts] == ["Ten scores and their targets"]
    assert "not enough answers yet" in said(page)


def test_an_answer_behind_a_number_is_one_press_away(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    page = opened(qtbot, window, sample_profile("cafe"), "return")
    why = page.findChildren(WhyButton)[0]
    why.click()
    assert why.panel is not None
    link = next(
        each for each in why.panel.links if each.accessibleName().endswith("Cost of an hour")
    )
    link.click()
    assert window.workspace is not None
    assert window.workspace.key == "section:business"


@pytest.mark.parametrize("key", PAGES)
def test_everything_has_a_name_and_every_persons_text_is_plain(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path], key: str
) -> None:
    page = opened(qtbot, window, sample_profile("plumber"), key)
    for why in page.findChildren(WhyButton):
        why.click()
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            told = QAccessible.queryAccessibleInterface(widget)
            assert told.text(QAccessible.Text.Name), widget
    names = [why.accessibleName() for why in page.findChildren(WhyButton)]
    assert all(name.startswith("Why ") and name.endswith("?") for name in names)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_asks_for_more_width_than_the_least_window_has(
    qtbot: QtBot,
    window: MainWindow,
    sample_profile: Callable[[str], Path],
    theme: Theme,
    scale: float,
) -> None:
    theme.apply(Appearance.DARK, scale)
    window.resize(860, 560)
    path = sample_profile("saas_start_up")
    try:
        for key in PAGES:
            page = opened(qtbot, window, path, key)
            for why in page.findChildren(WhyButton)[:3]:
                why.click()
            qtbot.waitUntil(lambda page=page: page.page.horizontalScrollBar().maximum() == 0)  # type: ignore[misc]
            for view in page.findChildren(TextTableView):
                assert view.verticalScrollBar().maximum() == 0
    finally:
        theme.apply(Appearance.LIGHT)


def test_long_and_odd_names_break_no_page(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    window.open_profile(sample_profile("tax_adviser"), "profile")
    session = session_of(window)
    name = "<b>Ann</b> & Söhne =1+1 \N{PARTY POPPER} \u0633\u0644\u0627\u0645" + "x" * 250
    person: dict[str, str | float] = {"name": name, "hours": 6.0, "strength": "both"}
    session.give("business.people", (person,))
    page = opened(qtbot, window, Path(), "days")
    tables = page.findChildren(TextTableView)
    assert any(name in row for view in tables for row in view.table.rows)
    assert page.page.horizontalScrollBar().maximum() == 0


def test_the_parts_of_a_page_are_headings_in_order(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    page = opened(qtbot, window, sample_profile("cafe"), "return")
    levels = [each.level for each in page.findChildren(Heading) if each.isVisible()]
    assert levels.count(1) == 1
    assert set(levels) <= {1, 2, 3}
    assert all(isinstance(each, Label) for each in page.findChildren(Heading))
    assert page.findChildren(QLineEdit)
