"""PDFs, as the window wants them."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from math import ceil
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from socialplanner.app.issuing import issued_plan, refuse_other_file, with_plan
from socialplanner.app.plan_names import plan_name
from socialplanner.domain.editing import with_state
from socialplanner.domain.record import AssessmentState, ProfileRecord
from socialplanner.errors import InputError, UserError
from socialplanner.exchange.output_file import write_whole
from socialplanner.messages import visible
from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import PAPERS, PlanOptions, Progress
from socialplanner.ui.ports.planning import Results
from socialplanner.ui.ports.printing import Handout, Picture, PrintedPage, PrintedPlan

if TYPE_CHECKING:
    from socialplanner.app.program import DesktopProgram

_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")
_HAIR: Final = 0.01
_DEFAULT_COLOURS: Final = ("#14365C", "#E4572E")


class PlanPrinter:
    """Satisfies `ui.ports.Printing`."""

    def __init__(self, program: "DesktopProgram") -> None:
        """Work for a program."""
        self._program = program
        self._pdfium = Lock()
        self._aside: Path | None = None
        self._logo: tuple[tuple[str, int], bytes] | None = None

    def house(self) -> PlanOptions:
        """Return how plans look where a profile does not say; what is wrong counts as not set."""
        settings = self._program.settings
        paper = settings.text("paper")
        given = (settings.text("brand_colour"), settings.text("brand_accent"))
        pairs = zip(given, _DEFAULT_COLOURS, strict=True)
        colours = tuple(one if _COLOUR.fullmatch(one) else other for one, other in pairs)
        return PlanOptions(
            paper=paper if paper in PAPERS else PAPERS[0],
            colours=() if colours == _DEFAULT_COLOURS else colours,
            logo=self._house_logo(settings.text("brand_logo")),
            sender=settings.text("brand_name").strip(),
        )

    def _house_logo(self, place: str) -> bytes | None:
        """Return the logo of the settings, read anew only once its file is another."""
        if not place:
            return None
        with suppress(OSError, UserError):
            stamp = (place, Path(place).stat().st_mtime_ns)
            if self._logo is None or self._logo[0] != stamp:
                self._logo = (stamp, self.read_logo(Path(place)))
            return self._logo[1]
        return None

    def make(self, results: Results, options: PlanOptions, progress: Progress) -> PrintedPlan:
        """Return the plan as a PDF; what `progress` raises stops it."""
        from socialplanner.report.plan_document import plan_file  # noqa: PLC0415 - on use

        made = plan_file(results.assessment, results.summary, options, progress)
        return PrintedPlan(
            pdf=made.data, pages=tuple(self._pages(made.data)), unshown=tuple(sorted(made.unshown))
        )

    def _pages(self, pdf: bytes) -> Iterator[PrintedPage]:
        with self._opened(pdf) as document:
            for page in document:
                with closing(page), closing(page.get_textpage()) as text:
                    width, height = page.get_size()
                    yield PrintedPage(width=width, height=height, text=text.get_text_range())

    def picture(
        self, pdf: bytes, page: int, scale: float, strip: tuple[float, float] | None = None
    ) -> Picture:
        """Return a page as pixels, so many to a point, or what lies from one height to another."""
        with self._opened(pdf) as document, closing(document[page]) as shown:
            height = shown.get_height()
            above, below = _cut_off(height, scale, strip or (0.0, height))
            bitmap = shown.render(scale=scale, prefer_bgrx=True, crop=(0, below, 0, above))
            with closing(bitmap):
                return Picture(
                    width=bitmap.width,
                    height=bitmap.height,
                    stride=bitmap.stride,
                    data=bytes(bitmap.buffer),
                )

    @contextmanager
    def _opened(self, pdf: bytes) -> Iterator[Any]:
        """Open a PDF and close it again: PDFium must not be in two threads at once."""
        import pypdfium2  # noqa: PLC0415 - docs/decisions/0015: where a page is shown

        with self._pdfium, closing(pypdfium2.PdfDocument(pdf)) as document:
            yield document

    def read_logo(self, path: Path) -> bytes:
        """Return a picture as a logo is kept; UserError where it cannot be one."""
        from socialplanner.exchange.logo import LARGEST_LOGO, read_logo  # noqa: PLC0415 - on use

        try:
            with path.open("rb") as file:
                data = file.read(LARGEST_LOGO + 1)
        except OSError as error:
            name, reason = visible(str(path)), error.strerror or error
            raise UserError(f"{name} cannot be read: {reason}.") from error
        try:
            return read_logo(data, visible(path.name))
        except InputError as error:
            reasons = " ".join(problem.message for problem in error.problems)
            raise UserError(f"{error} {reasons}") from error

    def file_name(self, record: ProfileRecord) -> str:
        """Return a name for the file that every system takes."""
        return plan_name(record.profile.name, self._program.today())

    def save(self, path: Path, pdf: bytes) -> None:
        """Write a PDF; UserError where that fails or would replace anything but a PDF."""
        refuse_other_file(path, _("Choose another name."))
        write_whole(path, pdf)

    def put_aside(self, name: str, pdf: bytes) -> Path:
        """Write a PDF where it is gone once the program ends, and return where it is."""
        path = self._folder_aside() / name
        write_whole(path, pdf)
        return path

    def _folder_aside(self) -> Path:
        if self._aside is None or not self._aside.is_dir():
            import atexit  # noqa: PLC0415 - only where a plan is opened without being saved
            import shutil  # noqa: PLC0415 - the same
            import tempfile  # noqa: PLC0415 - the same

            try:
                self._aside = Path(tempfile.mkdtemp(prefix="socialplanner-"))
            except OSError as error:
                reason = error.strerror or error
                raise UserError(f"There is no room for a file to show: {reason}.") from error
            atexit.register(shutil.rmtree, self._aside, ignore_errors=True)
        return self._aside

    def handed_out(self, record: ProfileRecord, handout: Handout) -> ProfileRecord:
        """Return the record that knows of a plan handed out; its assessment is complete."""
        issued = issued_plan(
            handout.assessment_id,
            handout.results.assessment,
            self._program.now(),
            handout.options.paper,
            handout.pdf,
        )
        last = record.plans[-1] if record.plans else None
        is_known = last is not None and last.pdf_digest == issued.pdf_digest
        known = record if is_known else with_plan(record, issued)
        now, complete = self._program.now(), AssessmentState.COMPLETE
        return with_state(known, handout.assessment_id, complete, now)


def _cut_off(height: float, scale: float, strip: tuple[float, float]) -> tuple[float, float]:
    """Return how many points to leave out above and below a strip, in whole rows of pixels.

    PDFium's binding rounds rows up: a hair less makes it round to the row that is meant.
    """
    rows = ceil(height * scale)
    above, below = round(strip[0] * scale), rows - min(rows, round(strip[1] * scale))
    return max(0.0, above - _HAIR) / scale, max(0.0, below - _HAIR) / scale
