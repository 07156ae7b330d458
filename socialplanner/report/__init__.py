"""The plan as a PDF: the only room that knows ReportLab, which is imported where it is used."""

import sys

# ReportLab imports HarfBuzz wherever it is installed, which costs each start 27 ms; our own
# `harfbuzz` imports it where a text needs it.
sys.modules.setdefault("uharfbuzz", None)  # type: ignore[arg-type]
