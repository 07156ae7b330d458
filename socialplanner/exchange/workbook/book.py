"""The workbook as it is written: the one door by which anything enters a cell."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from socialplanner.exchange.workbook.look import Look, palette, properties
from socialplanner.exchange.workbook.texts import (
    PLAIN_TEXT,
    Sort,
    cell_text,
    header_text,
    one_line,
    pieces,
    sort_of,
)
from socialplanner.presentation.plan_options import PlanPart, Verbosity

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.presentation.plan_source import PlanSource

Value = str | float | date | None
"""What a cell holds: words, a number, a day, or nothing."""

PAPER_CODES: Final = {"a4": 9, "letter": 1}
EVERYWHERE: Final = "A1:XFD1048576"
NOTHING_IS_READ_INTO_TEXTS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook in the making."""

    source: "PlanSource"
    file: Any
    stream: BytesIO
    colours: dict[str, str]
    formats: dict[tuple[Look, Sort], Any] = field(default_factory=dict)

    @property
    def assessment(self) -> "Assessment":
        """Return what the plan was made from."""
        return self.source.assessment

    @property
    def name(self) -> str:
        """Return the name of the brand, or what stands for it in a copy that names nobody."""
        return self.source.options.alias or self.source.summary.cover.name

    @property
    def is_brief(self) -> bool:
        """Return whether what explains findings and figures is left out."""
        return self.source.options.verbosity is Verbosity.BRIEF

    @property
    def currency(self) -> str:
        """Return the currency as the profile gives it."""
        return self.assessment.profile.currency

    def has(self, part: PlanPart) -> bool:
        """Return whether a part of the plan is wanted."""
        return part in self.source.options.parts

    def note(self, part: PlanPart) -> str:
        """Return what the sender says about a part."""
        return self.source.options.notes.get(part, "")

    def format(self, look: Look, sort: Sort = PLAIN_TEXT) -> Any:  # noqa: ANN401 - untyped library
        """Return the format of a look, made once."""
        key = (look, sort)
        if key not in self.formats:
            self.formats[key] = self.file.add_format(properties(look, self.colours, sort))
        return self.formats[key]

    def sheet(self, name: str, *, is_wide: bool = False) -> Any:  # noqa: ANN401 - untyped library
        """Return a new sheet, ready to be printed."""
        options = self.source.options
        made = self.file.add_worksheet(name)
        made.hide_gridlines(2)
        made.ignore_errors({"number_stored_as_text": EVERYWHERE})
        made.set_paper(PAPER_CODES[options.paper])
        if is_wide:
            made.set_landscape()
        made.fit_to_pages(1, 0)
        made.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        made.set_header(f"&L{header_text(self.name)}&R{header_text(options.mark)}")
        made.set_footer(f"&L{header_text(options.footer or self.name)}&C&A&RPage &P of &N")
        return made

    def write(self, sheet: Any, place: tuple[int, int], value: Value, look: Look) -> None:  # noqa: ANN401 - untyped library
        """Write a value into a cell; no text is ever more than a text."""
        if value is None or value == "":
            sheet.write_blank(*place, None, self.format(look))
        elif isinstance(value, str):
            self._write_text(sheet, place, cell_text(value), look)
        elif isinstance(value, date):
            sheet.write_datetime(*place, datetime.combine(value, time()), self.format(look))
        else:
            sheet.write_number(*place, value, self.format(look))

    def _write_text(self, sheet: Any, place: tuple[int, int], text: str, look: Look) -> None:  # noqa: ANN401 - untyped library
        made = self.format(look, sort_of(text))
        parts = pieces(text)
        if len(parts) == 1:
            sheet.write_string(*place, text, made)
        else:
            others = (each for part in parts[1:] for each in (made, part))
            sheet.write_rich_string(*place, parts[0], *others, made)


def open_book(source: "PlanSource") -> Book:
    """Return an empty workbook with the properties of a plan; the day of the plan is its clock."""
    stream = BytesIO()
    file = xlsxwriter.Workbook(stream, NOTHING_IS_READ_INTO_TEXTS)
    file.set_calc_mode("auto")
    made = Book(source=source, file=file, stream=stream, colours=palette(source.options.colours))
    cover, options = source.summary.cover, source.options
    author = "" if options.alias else cover.prepared_by or options.sender
    file.set_properties(
        {
            "title": one_line(f"{cover.title}: {made.name}"),
            "subject": one_line(cover.kind),
            "author": one_line(author),
            "company": one_line(made.name),
            "comments": "Made offline by SocialPlanner.",
            "created": datetime.combine(source.assessment.today, time(), UTC),
        }
    )
    return made


def closed(book: Book) -> bytes:
    """Return the bytes of a finished workbook."""
    book.file.close()
    return book.stream.getvalue()
