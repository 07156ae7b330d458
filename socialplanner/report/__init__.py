"""The plan as a PDF: the only room that knows ReportLab, which is imported where it is used."""
