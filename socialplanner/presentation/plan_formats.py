"""The files that a plan can be handed out as."""

from enum import StrEnum, unique

from socialplanner.presentation.i18n import _


@unique
class Format(StrEnum):
    """A kind of file, by the ending of its name."""

    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    ICS = "ics"


EDITED = frozenset({Format.DOCX, Format.PPTX, Format.XLSX})
"""Formats that people go on writing in: such a file may hold work that is nowhere else."""


def format_title(kind: Format) -> str:
    """Return what a kind of file is called where one chooses it."""
    return {
        Format.PDF: _("PDF"),
        Format.DOCX: _("Word document"),
        Format.PPTX: _("Slides"),
        Format.XLSX: _("Workbook"),
        Format.ICS: _("Calendar"),
    }[kind]
