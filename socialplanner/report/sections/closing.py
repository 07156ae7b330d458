"""What is said of the figures whatever else is left out of a plan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from socialplanner.presentation.summary import Summary
from socialplanner.report import content as c

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
NOTE_ALONE: Final = (
    "Hours, prices and answers are your figures. How activities respond to hours, and how aims "
    "move the target, are our assumptions; the whole plan lists each with its origin. What the "
    "plan must earn is a condition, not a forecast."
)
CONDITION: Final = "What the plan must earn is a condition, not a forecast."
_ONE_PAGE: Final = frozenset({PlanPart.SUMMARY, PlanPart.SHEET})
_ALWAYS: Final = ("How sure.", "What it does not know.", "Catalogue.")


def closing_section(
    summary: Summary, left_out: Sequence[str], options: PlanOptions, number: str
) -> c.Section:
    """Return the page that names what is left out; without the appendix also what it warns of."""
    content = (
        c.SectionHead(number=number, label=TITLE, headline=HEADLINE),
        *(() if PlanPart.APPENDIX in options.parts else _warnings(summary)),
        c.Heading(title="Not in this copy"),
        c.Bullets(items=tuple(left_out)),
    )
    return c.Section(title=TITLE, content=content)


def _warnings(summary: Summary) -> Iterator[c.Node]:
    yield c.lead(WHOSE)
    yield c.body(CONDITION)
    always = (one for one in summary.appendix.method if one.title in _ALWAYS)
    yield c.Findings(statements=tuple(always))
    yield c.Heading(title="Still open", text=_open(summary))


def _open(summary: Summary) -> str:
    if not summary.change.open_points.rows:
        return summary.change.open_lead
    return "Some questions are not answered yet. The whole plan lists them."


def fitted(summary: Summary, options: PlanOptions) -> Summary:
    """Return the summary without a word that sends the reader to pages there are not."""
    if PlanPart.APPENDIX in options.parts:
        return summary
    note = NOTE_WITHOUT_APPENDIX if has_closing(options) else NOTE_ALONE
    return replace(summary, overview=replace(summary.overview, note=note))


def has_closing(options: PlanOptions) -> bool:
    """Return whether a page says at the end what is left out; one page alone says it itself."""
    return bool(options.left_out) and not _ONE_PAGE.issuperset(options.parts)
