"""The plan as a Word document; python-docx is imported with it."""

from socialplanner.report.word.document import word_file

__all__ = ["word_file"]
