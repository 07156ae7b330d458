"""A plan that stays with hours which were taken over at a review, in words."""

from socialplanner.presentation import formats
from socialplanner.presentation.summary.parts import Source


def agreed(source: Source) -> str:
    """Return whose hours these are, and how many stay free beside them."""
    plan = source.assessment.plan
    words = (
        "the hours you took over at a review. They stay until you plan anew."
        if plan.is_kept
        else "as near to the hours you took over at a review as your answers and choices allow."
    )
    amount = plan.hours_available - plan.hours_per_week
    if not amount:
        return words
    spare = formats.sentence_case(formats.hours_in_words(amount))
    return f"{words} {spare} more could be used by planning anew."
