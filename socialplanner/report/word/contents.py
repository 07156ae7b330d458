"""The contents of the Word document: a field, with its lines written already.

So the file opens without a question. Lines lead to their parts; their pages are added once the
field is updated, for only the program that sets the pages knows them.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from socialplanner.report import content as c
from socialplanner.report.contents import TITLE
from socialplanner.report.word.body import part_place
from socialplanner.report.word.elements import (
    Element,
    field,
    node,
    paragraph,
    runs,
    text_paragraph,
    twips,
)
from socialplanner.report.word.looks import style_key

_FIELD: Final = 'TOC \\o "1-1" \\h \\z \\t "Headline,2"'
_INDENT: Final = 24.0


def contents(sections: Sequence[c.Section], width: float) -> list[Element]:
    """Return the contents of sections on a page of their own."""
    head = text_paragraph(style_key("TOC Heading"), TITLE, node("pageBreakBefore"))
    lines = list(_lines(sections, width))
    begin, code, between, end = field(_FIELD, ())
    for place, each in enumerate((begin, code, between), start=1):
        lines[0].insert(place, each)
    lines[-1].append(end)
    return [head, *lines]


def _lines(sections: Sequence[c.Section], width: float) -> Iterator[Element]:
    heads = [one for each in sections for one in each.content if isinstance(one, c.SectionHead)]
    for part, head in enumerate(heads, start=1):
        start = node("tab", val="left", pos=twips(_INDENT))
        tabs = node("tabs", start, _end(width))
        content = [*runs(head.number), node("r", node("tab"))] if head.number else []
        yield _line("toc 1", part, [*content, *runs(head.label)], tabs)
        if head.headline:
            yield _line("toc 2", part, list(runs(head.headline)))


def _end(width: float) -> Element:
    """Return where the pages stand once they are known."""
    return node("tab", val="right", leader="dot", pos=twips(width))


def _line(style: str, part: int, content: list[Element], *properties: Element) -> Element:
    """Return a line that leads to a part."""
    link = node("hyperlink", *content, anchor=part_place(part), history=1)
    return paragraph(style_key(style), (link,), *properties)
