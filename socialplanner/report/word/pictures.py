"""Pictures in the Word document, each with what it shows in words."""

from io import BytesIO

from docx.parts.story import StoryPart
from docx.shared import Pt

from socialplanner.report.office_text import clean
from socialplanner.report.word.elements import Element, node, paragraph


def picture_run(part: StoryPart, png: bytes, width: float, says: tuple[str, str]) -> Element:
    """Return a picture in a line of text, with its title and what it shows in words."""
    inline = part.new_pic_inline(BytesIO(png), width=Pt(width))
    for side in ("distL", "distR"):
        inline.set(side, "0")  # LibreOffice keeps this much apart, Word does not
    inline.docPr.set("name", clean(says[0]))
    inline.docPr.set("descr", clean(says[1]))
    return node("r", node("drawing", inline))


def picture_paragraph(
    part: StoryPart, style: str, png: bytes, width: float, says: tuple[str, str]
) -> Element:
    """Return a picture in a paragraph of its own."""
    return paragraph(style, (picture_run(part, png, width, says),))
