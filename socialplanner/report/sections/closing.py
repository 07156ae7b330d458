"""What is said of the figures whatever else is left out of a plan."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.summary import Summary
from socialplanner.report import components as c
from socialplanner.report.document import Section

TITLE: Final = "About these figures"
HEADLINE: Final = "Whose figures these are, and what they do not know"
WHOSE: Final = (
    "Hours, prices and answers are the owner’s figures. How activities respond to hours, and how "
    "aims move the target, are our assumptions; the whole plan lists each with its origin."
)
NOTE_WITHOUT_APPENDIX: Final = (
    "Hours, prices and answers are your figures. How activities respond to hours, and how aims "
    "move the target, are our assumptions; the last page says more."
)
CONDITION: Final = "What the plan must earn is a condition, not a forecast."
_ALWAYS: Final = ("How sure.", "What it does not know.", "Catalogue.")


def closing_section(
    summary: Summary, left_out: Sequence[str], options: PlanOptions, number: str
) -> Section:
    """Return the page that names what is left out; without the appendix also what it warns of."""
    stack = [*c.section_head(number, TITLE, HEADLINE)]
    if PlanPart.APPENDIX not in options.parts:
        stack += [c.lead(WHOSE), c.body(CONDITION)]
        stack += [
            c.statement(one.title, one.text)
            for one in summary.appendix.method
            if one.title in _ALWAYS
        ]
        stack += [c.opening("Still open", _open(summary))]
    stack += [c.heading("Not in this copy"), *c.bullets(left_out)]
    return Section(title=TITLE, stack=tuple(stack))


def _open(summary: Summary) -> str:
    if not summary.change.open_points.rows:
        return summary.change.open_lead
    return "Some questions are not answered yet. The whole plan lists them."


def without_appendix(summary: Summary) -> Summary:
    """Return the summary without a word that sends the reader to an appendix."""
    overview = replace(summary.overview, note=NOTE_WITHOUT_APPENDIX)
    return replace(summary, overview=overview)
