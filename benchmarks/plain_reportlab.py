"""A plan as ReportLab sets it out of the box, in a process of its own: started by printing.py.

Platypus flowables, the markup parser, charts as drawings, default settings and no accelerator.
Every line on stdin asks for one file; the answer is how many milliseconds its setting took.
"""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import Any
from xml.sax.saxutils import escape

sys.modules["_rl_accel"] = None  # type: ignore[assignment] # as if it were not installed

# ruff: noqa: E402 - nothing of ReportLab may come before that line
from reportlab import rl_config
from reportlab.platypus.doctemplate import SimpleDocTemplate
from reportlab.platypus.flowables import Flowable, HRFlowable, KeepTogether, PageBreak, Spacer
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.tables import Table

from benchmarks.batch import MEASURED, assessed, plan_of
from benchmarks.plain_charts import colour, drawing, looks, name_of, register_fonts
from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report import columns, styles
from socialplanner.report.blocks import Block, Box, Outlined, Rule, Together
from socialplanner.report.document import Plan
from socialplanner.report.drawings import Figure
from socialplanner.report.fonts import Font
from socialplanner.report.styles import MARGIN, Style
from socialplanner.report.text import Text

FRAME_PADDING = 6
Flow = list[Flowable]
Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]
EVERYWHERE = ((0, 0), (-1, -1))


def main() -> None:
    """Write the file that is named, then set it anew for every line."""
    if (rl_config.useA85, rl_config.shapeChecking) != (1, 1):
        raise RuntimeError("These are not ReportLab's default settings.")
    register_fonts()
    plan = plan_of(assessed(MEASURED))
    Path(sys.argv[1]).write_bytes(plain_pdf(plan))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for _ in sys.stdin:
        begin = perf_counter()
        plain_pdf(plan)
        sys.stdout.write(f"{(perf_counter() - begin) * 1000}\n")
        sys.stdout.flush()


class Template(SimpleDocTemplate):
    """Fills the outline, and writes head and foot when a page is full."""

    def __init__(self, file: BytesIO, plan: Plan) -> None:
        """Describe the file as the plan does."""
        margin = MARGIN - FRAME_PADDING
        super().__init__(
            file,
            pagesize=(plan.paper.width, plan.paper.height),
            leftMargin=margin,
            rightMargin=margin,
            topMargin=72,
            bottomMargin=56,
            lang=plan.language,
            title=plan.title,
            author=plan.author,
            subject=plan.subject,
        )
        self.plan = plan
        self.section = ""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Add an entry to the outline."""
        title = getattr(flowable, "outlined", "")
        if title:
            self.section = title
            self.canv.bookmarkPage(title)
            self.canv.addOutlineEntry(title, title)

    def afterPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Write the running lines."""
        if self.page == 1:
            return
        canvas, paper, right = self.canv, self.plan.paper, self.plan.paper.width - MARGIN
        for y in (44, paper.height - 46):
            canvas.setStrokeColor(colour(Colour.RULE))
            canvas.line(MARGIN, y, right, y)
        canvas.setFillColor(colour(Colour.MUTED))
        canvas.setFont(name_of(Font.SANS.value), 7.5)
        canvas.drawString(MARGIN, paper.height - 38, self.plan.name)
        canvas.drawRightString(right, paper.height - 38, self.section)
        canvas.drawString(MARGIN, 30, f"{self.plan.name}   ·   {self.plan.title}")
        canvas.drawRightString(right, 30, str(self.page))


def plain_pdf(plan: Plan) -> bytes:
    """Return the plan's words, tables and charts as Platypus sets them."""
    file = BytesIO()
    flow = cover(plan)
    for section in plan.sections:
        flow += [PageBreak(), *flows(section.stack, plan.paper.text_width)]
    Template(file, plan).build(flow)
    return file.getvalue()


def cover(plan: Plan) -> Flow:
    """Return the cover's words; its ornament is left out, in favour of this side."""
    page = plan.cover
    if page is None:
        raise ValueError("A plan without a cover is not what is compared.")
    large = Style(font=Font.SERIF_SEMI, size=34, leading=40)
    small = [page.kicker.upper(), page.subtitle, *page.details]
    return [
        *(Paragraph(escape(text), looks(large, 0, 0)) for text in (page.name, page.title)),
        *(Paragraph(escape(text), looks(styles.LEAD, 0, 0)) for text in small),
    ]


def flows(stack: Sequence[Block], width: float, *, whole: bool = True) -> Flow:
    """Return a stack as flowables; what stands in a cell cannot be kept together."""
    flow: Flow = []
    for block in stack:
        inner = flowables(block, width, whole=whole)
        if inner:
            inner[0].spaceBefore = max(block.before, inner[0].getSpaceBefore())
            inner[-1].spaceAfter = max(block.after, inner[-1].getSpaceAfter())
            inner[-1].keepWithNext = int(block.keep_next)
        flow += inner
    return flow


def flowables(block: Block, width: float, *, whole: bool) -> Flow:
    """Return one block as flowables."""
    match block:
        case Figure():
            return [Spacer(1, 0), drawing(block, width), Spacer(1, 0)]
        case Outlined():
            inner = flowables(block.block, width, whole=whole)
            vars(inner[0])["outlined"] = block.title
            return inner
        case Together():
            inner = flows(block.stack, width, whole=False)
            return [KeepTogether(inner)] if whole else inner
        case _:
            return [flowable(block, width)]


def flowable(block: Block, width: float) -> Flowable:
    """Return the flowable that stands for a block."""
    match block:
        case Text():
            return paragraph(block, width)
        case columns.Table():
            return table([block.head, *block.rows], width)
        case columns.Columns():
            return listed(block, width) or table([block], width)
        case columns.Card():
            return card(block, width)
        case Rule():
            long = block.length or width
            return HRFlowable(long, block.thickness, color=colour(block.colour), hAlign="LEFT")
        case Box():
            return Spacer(block.side, block.line)
        case _:
            raise TypeError(f"No flowable stands for {type(block).__name__}.")


def paragraph(text: Text, width: float, left: float = 0, bullet: str | None = None) -> Paragraph:
    """Return a text as a paragraph with markup."""
    right = max(0.0, width - left - text.style.widest)
    lines = [[marked(run.text, run.face.name, text) for run in runs] for runs in text.paragraphs]
    markup = "<br/>".join("".join(line) for line in lines)
    return Paragraph(markup, looks(text.style, left, right), bulletText=bullet)


def marked(words: str, face: str, text: Text) -> str:
    """Return words as markup."""
    safe = escape(words)
    return safe if face == text.style.font else f'<font name="{name_of(face)}">{safe}</font>'


def listed(block: columns.Columns, width: float) -> Paragraph | None:
    """Return a point of a list as a paragraph with a bullet, or None for anything else."""
    mark, *others = block.cells
    if len(others) != 1 or not mark.fixed or len(others[0].stack) != 1:
        return None
    text, sign = others[0].stack[0], mark.stack[0]
    if not isinstance(text, Text) or not isinstance(sign, Text):
        return None
    return paragraph(text, width, mark.fixed + block.gap, sign.paragraphs[0][0].text)


def table(rows: Sequence[Block], width: float) -> Table:
    """Return rows as one table; the first is its head where there are several."""
    lines = [row for row in rows if isinstance(row, columns.Columns)]
    widths, first = lines[0].widths(width), lines[0]
    looks_of: list[Command] = [
        ("VALIGN", *EVERYWHERE, "TOP"),
        ("LEFTPADDING", *EVERYWHERE, 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), first.gap),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ]
    for place, line in enumerate(lines):
        span = ((0, place), (-1, place))
        looks_of += [("TOPPADDING", *span, line.padding), ("BOTTOMPADDING", *span, line.padding)]
        if line.rule is not None:
            looks_of.append(("LINEBELOW", *span, line.thickness, colour(line.rule)))
    cells = [
        [flows(cell.stack, own, whole=False) for cell, own in zip(line.cells, widths, strict=True)]
        for line in lines
    ]
    wide = [own + first.gap for own in widths[:-1]] + widths[-1:]
    several = int(len(lines) > 1)
    return Table(cells, wide, repeatRows=several, splitInRow=1 - several, style=looks_of)


def card(block: columns.Card, width: float) -> Table:
    """Return a table of one cell with a ground."""
    sides = ("LEFT", "RIGHT", "TOP", "BOTTOM")
    style: list[Command] = [(f"{side}PADDING", *EVERYWHERE, block.padding) for side in sides]
    style.append(("BACKGROUND", *EVERYWHERE, colour(block.fill)))
    inner = flows(block.stack, width - 2 * block.padding, whole=False)
    return Table([[inner]], [width], style=style)


if __name__ == "__main__":
    main()
