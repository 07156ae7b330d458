"""What a plan says, part by part, as its options ask: one content for every format."""

from collections.abc import Callable
from functools import partial
from typing import Final

from socialplanner.presentation.plan_options import (
    CoverKind,
    PlanOptions,
    PlanPart,
    Progress,
    Verbosity,
)
from socialplanner.presentation.summary import Summary
from socialplanner.report import content as c
from socialplanner.report.document import fits_one_page
from socialplanner.report.sections import (
    appendix,
    change,
    closing,
    days,
    measuring,
    mixture,
    overview,
    progress,
    review,
    sheet,
    standing,
    week,
)
from socialplanner.report.setting import blocks
from socialplanner.report.styles import A4, LETTER

PAPERS: Final = {"a4": A4, "letter": LETTER}
OPENING: Final = "To begin with"
CLOSING: Final = "In closing"
REMARK: Final = "A remark"
_FEW: Final = 600

TITLES: Final = {
    PlanPart.SUMMARY: overview.TITLE,
    PlanPart.PROGRESS: progress.TITLE,
    PlanPart.STANDING: standing.TITLE,
    PlanPart.MIX: mixture.TITLE,
    PlanPart.WEEK: week.TITLE,
    PlanPart.SHEET: sheet.TITLE,
    PlanPart.DAYS: days.TITLE,
    PlanPart.MEASURING: measuring.TITLE,
    PlanPart.CHANGE: change.TITLE,
    PlanPart.APPENDIX: appendix.TITLE,
}
"""The name of each part in the plan."""


def plan_sections(summary: Summary, options: PlanOptions, told: Progress) -> tuple[c.Section, ...]:
    """Return what is printed after the cover: the chosen parts, numbered from one without a gap.

    The sender's own words stand before and after them, and what is always said at the end. A part
    made is a step of the progress.
    """
    shown = closing.fitted(summary, options)
    sections: list[c.Section] = []
    for place, part in enumerate(options.parts, start=1):
        number = str(place) if len(options.parts) > 1 or closing.has_closing(options) else ""
        made = _makers(shown, options, number)[part]()
        sections += (_framed(one, options) for one in made)
        told(place, len(options.parts))
    if options.opening.strip() and options.cover is not CoverKind.NONE:
        sections.insert(0, _opening(options.opening))
    if closing.has_closing(options):
        left_out = [TITLES[part] for part in options.left_out]
        number = str(len(options.parts) + 1)
        sections.append(closing.closing_section(summary, left_out, options, number))
    return tuple(sections)


def _opening(text: str) -> c.Section:
    """Return the page of the sender's own words before the plan."""
    head = c.SectionHead(number="", label=OPENING, headline="")
    return c.Section(title=OPENING, content=(head, c.body(text)))


def _framed(section: c.Section, options: PlanOptions) -> c.Section:
    """Return a section as the options have it: brief or not, with the sender's words on it.

    What is said of a part stands after its first sentences, what is said in closing at the end of
    the last part before the appendix; without a cover the opening words begin the first part.
    """
    content = section.content
    if options.verbosity is Verbosity.BRIEF:
        content = tuple(node for node in content if not isinstance(node, c.Detail))
    is_begun = isinstance(content[0], c.SectionHead)
    note = options.notes.get(section.part, "") if section.part else ""
    if is_begun and note.strip():
        place = 2 if isinstance(content[1], c.Passage) else 1
        content = (*content[:place], c.Remark(title=REMARK, text=note), *content[place:])
    is_bare = options.cover is CoverKind.NONE and options.opening.strip()
    if is_begun and is_bare and section.part is options.parts[0]:
        content = (c.Remark(title=OPENING, text=options.opening), *content)
    if options.closing.strip() and _is_last(section, options):
        content = (*content, *_closing_words(options.closing))
    return c.Section(title=section.title, content=content, part=section.part)


def _closing_words(text: str) -> c.Content:
    """Return the sender's words at the end: few of them on one page, many begin where they may."""
    if len(text) > _FEW:
        return (c.Heading(title=CLOSING), c.body(text))
    return (c.Whole(content=(c.Heading(title=CLOSING, text=text),)),)


def _fits(section: c.Section, options: PlanOptions) -> bool:
    """Return whether a section stands on one page with everything that is put on it."""
    return fits_one_page(blocks(_framed(section, options).content), PAPERS[options.paper])


def _is_last(section: c.Section, options: PlanOptions) -> bool:
    """Return whether the closing words stand at the end of a section.

    A section that is continued goes on with the next.
    """
    parts: list[PlanPart] = [part for part in options.parts if part is not PlanPart.APPENDIX]
    last = (parts or list(options.parts))[-1]
    return section.part is last and not section.is_continued


def _makers(
    summary: Summary, options: PlanOptions, number: str
) -> dict[PlanPart, Callable[[], tuple[c.Section, ...]]]:
    def one(make: Callable[[], c.Section]) -> Callable[[], tuple[c.Section, ...]]:
        return lambda: (make(),)

    paper = PAPERS[options.paper]
    fits = partial(_fits, options=options)
    return {
        PlanPart.SUMMARY: one(partial(overview.overview_section, summary, paper, number, fits)),
        PlanPart.PROGRESS: partial(
            review.progress_sections,
            summary,
            paper,
            number,
            has_appendix=PlanPart.APPENDIX in options.parts,
        ),
        PlanPart.STANDING: partial(standing.standing_sections, summary, paper, number),
        PlanPart.MIX: one(partial(mixture.mix_section, summary, paper, number)),
        PlanPart.WEEK: one(partial(week.week_section, summary, paper, number)),
        PlanPart.SHEET: one(partial(sheet.sheet_section, summary, number, fits)),
        PlanPart.DAYS: one(partial(days.days_section, summary, paper, number)),
        PlanPart.MEASURING: one(partial(measuring.measuring_section, summary, number)),
        PlanPart.CHANGE: one(partial(change.change_section, summary, paper, number)),
        PlanPart.APPENDIX: one(partial(appendix.appendix_section, summary, number)),
    }
