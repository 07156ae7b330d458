"""The line that says what all clients together have."""

from socialplanner.domain.portfolio import Totals
from socialplanner.presentation.portfolio import totals_words


def said(*, planned_of: int, due: int) -> str:
    found = Totals(
        clients=3,
        available=15.0,
        available_of=3,
        planned=9.0,
        planned_of=planned_of,
        logged=0.0,
        logged_of=0,
        due=due,
    )
    return totals_words(found).replace("\u00a0", " ")


def test_of_how_many_clients_hours_are_known_is_said_where_it_is_not_all() -> None:
    assert said(planned_of=2, due=1) == (
        "3 clients; 15 h a week to give; 9 h planned, known of 2 clients. 1 review is due."
    )


def test_where_no_review_is_due_it_is_said_without_a_zero() -> None:
    assert said(planned_of=3, due=0) == (
        "3 clients; 15 h a week to give; 9 h planned. No review is due."
    )
