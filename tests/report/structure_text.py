"""Read a PDF as a screen reader does: along its structure."""

from io import BytesIO

import pikepdf

from tests.report.pdf_content import page_content
from tests.report.pdf_tree import Content, tree_of


def read_by_structure(data: bytes) -> list[str]:
    """Return the words of every piece that has some, in reading order, each as one text."""
    found = []
    with pikepdf.open(BytesIO(data)) as pdf:
        marks = {
            (page.obj.objgen, mark.number): mark.words
            for page in pdf.pages
            for mark in page_content(page).marks
        }
        for piece in tree_of(pdf).all():
            own = [part for part in piece.parts if isinstance(part, Content)]
            drawn = "".join(marks[part.page, part.number] for part in own)
            words = str(piece.element.get("/ActualText", drawn))
            found.append(" ".join(words.split()))
    return [text for text in found if text]
