"""Words of the list: when, how far, and what a profile wants of its owner."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from socialplanner.domain.listing import ProfileEntry, Review
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _, plural

DAYS_IN_WORDS: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a row needs beyond its entry: today, the kinds of business, how much is asked."""

    today: date
    kinds: Mapping[str, str] = field(default_factory=dict)
    questions: int = 0


def changed(moment: datetime, today: date) -> str:
    """Return when something was changed, as one says it: "today", "3 days ago", "10 Jan"."""
    when = moment.astimezone().date()
    days = (today - when).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if 1 < days < DAYS_IN_WORDS:
        return plural("{count} day ago", "{count} days ago", days)
    if when.year == today.year:
        return formats.short_day(when)
    return formats.day(when)


def exact(moment: datetime) -> str:
    """Return a moment in local time: "10 January 2027, 14:05"."""
    local = moment.astimezone()
    return f"{formats.day(local.date())}, {local:%H:%M}"


def kind(entry: ProfileEntry, wording: Wording) -> str:
    """Return the kind of business in words, "" where it is not known."""
    return wording.kinds.get(entry.kind, "")


def progress(entry: ProfileEntry, wording: Wording) -> str:
    """Return how far a profile has come: "Draft, 12 of 63 answered"."""
    from socialplanner.domain.record import AssessmentState  # noqa: PLC0415 - with a row

    if entry.trouble:
        return ""
    if entry.state is AssessmentState.COMPLETE:
        state = _("Complete")
    else:
        state = _("Draft") if entry.answered else _("Not begun")
    if not entry.answered or not wording.questions:
        return state
    answered = min(entry.answered, wording.questions)
    return _("{state}, {answered} of {all} answered").format(
        state=state, answered=answered, all=wording.questions
    )


def share_answered(entry: ProfileEntry, wording: Wording) -> float:
    """Return which part of the questions is answered, 0 to 1."""
    return min(1.0, entry.answered / wording.questions) if wording.questions else 0.0


def reviews(entry: ProfileEntry, today: date) -> tuple[str, ...]:
    """Return why a profile wants another look, a few words each."""
    words = {
        Review.PLAN_ENDED: _("Plan has ended"),
        Review.TO_CONFIRM: plural("{count} to confirm", "{count} to confirm", entry.to_confirm),
        Review.MARKED: plural("{count} marked", "{count} marked", entry.marked),
    }
    return tuple(words[each] for each in entry.reviews(today))


def trouble(entry: ProfileEntry) -> str:
    """Return why a file cannot be opened, in a word or two; "" where it can."""
    words = {
        "damaged": _("Damaged"),
        "newer": _("Made by a newer version"),
        "protected": _("Has a passphrase"),
    }
    return words.get(entry.trouble, _("Cannot be read")) if entry.trouble else ""


def remedy(entry: ProfileEntry) -> str:
    """Return what to do about a file that cannot be opened; "" where it can."""
    words = {
        "damaged": _("Open it to see what can be got back. Nothing is changed before you agree."),
        "newer": _("Install the newer version of this program to open it."),
        "protected": _("Open it and type its passphrase."),
    }
    other = _("Check that the file and its folder may be read.")
    return words.get(entry.trouble, other) if entry.trouble else ""


def spoken(entry: ProfileEntry, wording: Wording, mix: str = "") -> str:
    """Return a row as a screen reader says it behind the name."""
    parts = [
        _("sample") if entry.is_sample else "",
        _("archived") if entry.is_archived else "",
        trouble(entry),
        remedy(entry),
        kind(entry, wording),
        progress(entry, wording),
        *reviews(entry, wording.today),
        mix,
        _("changed {when}").format(when=changed(entry.changed_at, wording.today)),
        _("tags: {tags}").format(tags=", ".join(entry.tags)) if entry.tags else "",
    ]
    return "; ".join(part for part in parts if part)
