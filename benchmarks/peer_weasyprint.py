"""A plan by WeasyPrint: HTML and CSS for paged media."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

FACES = {
    "Plan": "Inter-Regular",
    "Strong": "Inter-SemiBold",
    "Serif": "PlanSerif-SemiBold",
    "Inter Tab": "InterTab-Regular",
}
BOLD = {"Inter Tab": "InterTab-SemiBold"}
STYLE = """
@page { size: A4; margin: 78pt 48pt 62pt;
  @top-left { content: string(name); font: 8pt Strong }
  @bottom-left { content: string(name); font: 7.5pt Plan }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Plan } }
body { font: 9pt/1.5 Plan; margin: 0 }
.title { string-set: name content(); font: 34pt/1.2 Serif }
h1 { break-before: page; font: 22pt/1.25 Serif }
h2 { font: 11pt/1.4 Strong }
.lead { font-size: 11pt } .note { font-size: 7.5pt }
p, li, td, th { white-space: pre-line }
table { width: 100%; border-collapse: collapse; margin: 6pt 0 }
th { font-family: Strong; font-weight: normal; text-align: left; border-bottom: .7pt solid }
td, th { padding: 3pt 4pt; vertical-align: top }
svg { max-width: 100% }
"""


def engine(fonts: Path) -> Callable[[dict[str, Any]], bytes]:
    """Return what makes a PDF of pages."""
    found = FontConfiguration()
    faces = "".join(
        f'@font-face {{ font-family: "{name}"; font-weight: {weight}; '
        f"src: url({(fonts / file).as_uri()}.ttf) }}"
        for weight, all_faces in (("normal", FACES), ("bold", BOLD))
        for name, file in all_faces.items()
    )
    style = CSS(string=faces + STYLE, font_config=found)

    def made(pages: dict[str, Any]) -> bytes:
        body = "".join(html(piece) for piece in pages["pieces"])
        head = f"<title>{escape(pages['title'])}</title>"
        page = HTML(string=f'<html lang="en"><head>{head}</head><body>{body}</body></html>')
        data = page.write_pdf(stylesheets=[style], font_config=found)
        if not isinstance(data, bytes):
            raise TypeError("WeasyPrint gave no file.")
        return data

    return made


def html(piece: dict[str, Any]) -> str:
    """Return one piece as HTML."""
    match piece["kind"]:
        case "section":
            return f"<h1>{escape(piece['text'])}</h1>"
        case "heading":
            return f"<h2>{escape(piece['text'])}</h2>"
        case "list":
            return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in piece['items'])}</ul>"
        case "table":
            return f"<table><thead>{row(piece['head'], 'th')}</thead>{rows(piece['rows'])}</table>"
        case "chart":
            return str(piece["svg"])
        case kind:
            return f'<p class="{kind}">{escape(piece["text"])}</p>'


def rows(cells: list[list[str]]) -> str:
    """Return the body of a table."""
    return "".join(row(each, "td") for each in cells)


def row(cells: list[str], tag: str) -> str:
    """Return a row of a table."""
    return f"<tr>{''.join(f'<{tag}>{escape(each)}</{tag}>' for each in cells)}</tr>"
