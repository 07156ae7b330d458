"""What a figure of the log rests on: which weeks and enquiries count in it, and which do not."""

from socialplanner.domain.moment import week_of
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats


def weeks_in_words(count: int) -> str:
    """Return "one week", "25 weeks"."""
    return f"{formats.in_words(count)} {'week' if count == 1 else 'weeks'}"


def left_out(facts: Reviewed, *, with_odd: bool) -> str:
    """Return what does not count, as a sentence; "" where every week and enquiry counts.

    Of the weeks between the first and the last with hours, those without hours never count, and
    odd ones only `with_odd`.
    """
    unlogged = sum(not week.is_logged for week in facts.weeks)
    odd = 0 if with_odd else sum(week.is_logged and week.is_odd for week in facts.weeks)
    said = [
        f"{weeks_in_words(count)} {what}"
        for count, what in ((odd, "marked as odd"), (unlogged, "without hours"))
        if count
    ]
    enquiries = _uncounted(facts, with_odd=with_odd)
    if enquiries:
        noun = "enquiry" if enquiries == 1 else "enquiries"
        said.append(f"{formats.in_words(enquiries)} {noun} outside the weeks that count")
    if not said:
        return ""
    is_one = len(said) == 1 and odd + unlogged + enquiries == 1
    return f"{formats.sentence_case(formats.listed(said))} {'is' if is_one else 'are'} left out."


def _uncounted(facts: Reviewed, *, with_odd: bool) -> int:
    """Return how many of all enquiries that were noted lie in no week that counts."""
    counted = {w.monday for w in facts.weeks if w.is_logged and (with_odd or not w.is_odd)}
    return sum(week_of(each.day) not in counted for each in facts.case.log.enquiries)
