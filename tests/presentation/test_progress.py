from socialplanner.domain.interview import Tally
from socialplanner.presentation.progress import (
    minutes,
    missing_words,
    progress_words,
    state_words,
)


def tally(*, answered: int = 23, to_confirm: int = 0, marked: int = 0) -> Tally:
    """Return counts over all questions."""
    return Tally(questions=63, answered=answered, to_confirm=to_confirm, marked=marked)


def test_progress_is_said_in_questions_and_minutes_and_shorter_where_there_is_no_room() -> None:
    assert progress_words(tally(), 8 * 60) == (
        "23 of 63 answered, about 8 minutes left",
        "23 of 63 answered",
        "23 of 63",
    )


def test_answers_to_confirm_are_named_and_not_counted_as_done_in_the_shortest_words() -> None:
    words = progress_words(tally(answered=63, to_confirm=12), 48)
    assert words[0] == "63 of 63 answered, 12 to confirm, about 1 minute left"
    assert words[-1] == "51 of 63"


def test_the_end_is_said_without_minutes() -> None:
    assert progress_words(tally(answered=63), 0)[0] == "All 63 questions are answered"


def test_minutes_are_rounded_and_never_none() -> None:
    assert [minutes(each) for each in (0, 5, 89, 90, 304, 864)] == [1, 1, 1, 2, 5, 14]


def test_a_section_says_what_wants_to_be_done() -> None:
    assert state_words(tally()) == "23 of 63 answered"
    assert state_words(tally(answered=63, to_confirm=1, marked=2)) == (
        "all answered, 1 to confirm, 2 marked for review"
    )


def test_what_a_plan_needs_is_counted() -> None:
    assert missing_words(0) == "there is enough for a plan"
    assert missing_words(1) == "1 answer is missing for a plan"
    assert missing_words(2) == "2 answers are missing for a plan"
