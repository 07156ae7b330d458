"""The plan as slides; python-pptx is imported with it."""

from socialplanner.report.slides.document import slides_file

__all__ = ["slides_file"]
