"""A plan by fpdf2: cells, its own tables, charts as SVG."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.fonts import FontFace

FACES = {
    "Plan": "Inter-Regular",
    "Strong": "Inter-SemiBold",
    "Serif": "PlanSerif-SemiBold",
    "Inter Tab": "InterTab-Regular",
}
LOOKS = {
    "title": ("Serif", 34, 41),
    "lead": ("Plan", 11, 16),
    "note": ("Plan", 7.5, 11),
    "heading": ("Strong", 11, 16),
    "section": ("Serif", 22, 28),
}
USUAL = ("Plan", 9, 13.5)
WIDTH = 499.0


class Plan(FPDF):  # type: ignore[misc] # in a Python of its own
    """Writes head and foot on every page."""

    def __init__(self, pages: dict[str, Any], fonts: Path) -> None:
        """Begin a file with its fonts."""
        super().__init__(unit="pt", format="A4")
        self.pages_said = pages
        self.set_title(pages["title"])
        self.set_margins(48, 78)
        self.set_auto_page_break(True, 62)  # noqa: FBT003 - the library's own order
        for name, file in FACES.items():
            self.add_font(name, fname=fonts / f"{file}.ttf")
        self.add_font("Inter Tab", style="B", fname=fonts / "InterTab-SemiBold.ttf")

    def header(self) -> None:
        """Write the running head."""
        self.set_font("Strong", size=8)
        self.text(48, 38, self.pages_said["name"])
        self.set_xy(48, 78)

    def footer(self) -> None:
        """Write the running foot."""
        self.set_font("Plan", size=7.5)
        self.text(48, 812, f"{self.pages_said['name']} · {self.pages_said['title']}")
        self.text(530, 812, str(self.page_no()))


def engine(fonts: Path) -> Callable[[dict[str, Any]], bytes]:
    """Return what makes a PDF of pages."""

    def made(pages: dict[str, Any]) -> bytes:
        pdf = Plan(pages, fonts)
        pdf.add_page()
        for piece in pages["pieces"]:
            put(pdf, piece)
        return bytes(pdf.output())

    return made


def put(pdf: Plan, piece: dict[str, Any]) -> None:
    """Write one piece."""
    match piece["kind"]:
        case "section":
            pdf.add_page()
            pdf.start_section(piece["text"])
            write(pdf, piece["text"], LOOKS["section"])
        case "list":
            for item in piece["items"]:
                write(pdf, f"• {item}", USUAL)
        case "table":
            put_table(pdf, piece)
        case "chart":
            pdf.image(BytesIO(piece["svg"].encode()), w=min(WIDTH, piece["width"]))
        case kind:
            write(pdf, piece["text"], LOOKS.get(kind, USUAL))


def write(pdf: Plan, text: str, look: tuple[str, float, float]) -> None:
    """Write a paragraph."""
    pdf.set_font(look[0], size=look[1])
    pdf.multi_cell(WIDTH, look[2], text, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)


def put_table(pdf: Plan, piece: dict[str, Any]) -> None:
    """Write a table."""
    pdf.set_font("Plan", size=9)
    strong = FontFace(family="Strong", emphasis="")
    with pdf.table(
        width=WIDTH,
        line_height=13.5,
        text_align="LEFT",
        borders_layout="SINGLE_TOP_LINE",
        headings_style=strong,
    ) as table:
        for cells in (piece["head"], *piece["rows"]):
            table.row([*cells])
    pdf.ln(4)
