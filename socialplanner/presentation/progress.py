"""How far the questions have come, in words."""

from math import floor
from typing import Final

from socialplanner.domain.interview import Tally
from socialplanner.presentation.i18n import _, plural

MINUTE: Final = 60.0


def minutes(seconds: float) -> int:
    """Return an estimate in whole minutes, never less than one."""
    return max(1, floor(seconds / MINUTE + 0.5))


def progress_words(tally: Tally, seconds: float) -> tuple[str, ...]:
    """Return "23 of 63 answered, about 8 minutes left", and shorter words for less room."""
    if tally.is_done:
        words = plural(
            "The question is answered", "All {count} questions are answered", tally.questions
        )
        return words, _("All answered")
    left = plural("about {count} minute left", "about {count} minutes left", minutes(seconds))
    without_minutes = ", ".join([_answered(tally), *_to_confirm(tally)])
    done = tally.answered - tally.to_confirm
    short = _("{done} of {questions}").format(done=done, questions=tally.questions)
    return f"{without_minutes}, {left}", without_minutes, short


def estimate_words() -> str:
    """Return whose figure the minutes are."""
    return _("The minutes are our estimate, from ten seconds to three quarters of a minute each.")


def state_words(tally: Tally) -> str:
    """Return the state of a section, "3 of 8 answered, 1 to confirm, 2 marked for review"."""
    first = _("all answered") if not tally.open else _answered(tally)
    marked = [plural("{count} marked for review", "{count} marked for review", tally.marked)]
    return ", ".join([first, *_to_confirm(tally), *(marked if tally.marked else [])])


def missing_words(count: int) -> str:
    """Return how many answers are missing for a plan."""
    if not count:
        return _("there is enough for a plan")
    return plural(
        "{count} answer is missing for a plan", "{count} answers are missing for a plan", count
    )


def _answered(tally: Tally) -> str:
    words = _("{answered} of {questions} answered")
    return words.format(answered=tally.answered, questions=tally.questions)


def _to_confirm(tally: Tally) -> list[str]:
    if not tally.to_confirm:
        return []
    return [plural("{count} to confirm", "{count} to confirm", tally.to_confirm)]
