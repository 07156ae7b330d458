"""The plan as a PDF, as the window asks for it."""

from typing import Protocol


class Printing(Protocol):
    """Makes PDFs, shows their pages and hands them out."""
