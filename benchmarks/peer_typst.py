"""A plan by typst: a template that reads the plan as data, one compiler for all plans."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

TEMPLATE = r"""
#let plan = json(bytes(sys.inputs.plan))
#let ink = rgb(plan.colour)
#set document(title: plan.title, author: plan.author)
#set page(
  paper: "a4", margin: (x: 48pt, top: 78pt, bottom: 62pt),
  header: text(8pt, fill: ink, plan.name),
  footer: context text(7.5pt)[#plan.name · #plan.title #h(1fr) #counter(page).display()],
)
#set text(font: "Inter", size: 9pt, lang: "en")
#set par(leading: 0.6em)
#show heading.where(level: 1): it => text(font: "Plan Serif", weight: 600, size: 22pt, it.body)
#show heading.where(level: 2): it => text(font: "Inter", weight: 600, size: 11pt, it.body)
#set table(stroke: none, inset: (x: 4pt, y: 3pt))
#let words(value) = value.split("\n").join(linebreak())
#for piece in plan.pieces {
  if piece.kind == "section" { pagebreak(weak: true); heading(level: 1, piece.text) }
  else if piece.kind == "title" { text(font: "Plan Serif", weight: 600, size: 34pt, piece.text) }
  else if piece.kind == "heading" { heading(level: 2, piece.text) }
  else if piece.kind == "list" { list(..piece.items.map(words)) }
  else if piece.kind == "lead" { par(text(11pt, words(piece.text))) }
  else if piece.kind == "note" { par(text(7.5pt, words(piece.text))) }
  else if piece.kind == "chart" {
    image(bytes(piece.svg), format: "svg", width: calc.min(piece.width, 499) * 1pt, alt: "Chart")
  } else if piece.kind == "table" {
    table(
      columns: (1fr,) * piece.head.len(),
      table.header(..piece.head.map(it => text(font: "Inter", weight: 600, it))),
      table.hline(stroke: 0.7pt + ink),
      ..piece.rows.flatten().map(words),
    )
  } else { par(words(piece.text)) }
}
"""


def engine(fonts: Path, tags: str = "") -> Callable[[dict[str, Any]], bytes]:
    """Return what makes a PDF of pages."""
    compiler = typst.Compiler(font_paths=[str(fonts)], ignore_system_fonts=True)

    def made(pages: dict[str, Any]) -> bytes:
        said = {"plan": json.dumps(pages)}
        data = compiler.compile(
            TEMPLATE.encode(), format="pdf", sys_inputs=said, pdf_tags=tags == "tagged"
        )
        if not isinstance(data, bytes):
            raise TypeError("typst gave no file.")
        return data

    return made
