"""Files of plans, as the window wants them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from socialplanner.app.house import House
from socialplanner.app.issuing import issued_plan, refuse_other_file, with_plan
from socialplanner.app.plan_names import plan_stem
from socialplanner.domain.editing import with_state
from socialplanner.domain.record import AssessmentState, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.output_file import write_whole
from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.plan_options import USUAL_TIMES, PlanOptions, PlanPart, Progress
from socialplanner.presentation.report_presets import is_progress_report
from socialplanner.ui.ports.printing import (
    Carried,
    FileOrder,
    Handout,
    Picture,
    PlanOrder,
    PrintedPage,
    PrintedPlan,
)

if TYPE_CHECKING:
    from socialplanner.app.program import DesktopProgram
    from socialplanner.presentation.plan_source import PlanSource
    from socialplanner.presentation.summary import Summary

_HAIR: Final = 0.01


class PlanPrinter:
    """Satisfies `ui.ports.Printing`."""

    def __init__(self, program: "DesktopProgram") -> None:
        """Work for a program."""
        self._program = program
        self._aside: Path | None = None
        self._house = House(program.settings)

    def house(self) -> PlanOptions:
        """Return how plans look where a profile does not say; what is wrong counts as not set."""
        return self._house.options()

    def make(self, order: PlanOrder, progress: Progress) -> PrintedPlan:
        """Return the plan as a PDF; what `progress` raises stops it."""
        from socialplanner.report.plan_document import plan_file  # noqa: PLC0415 - on use

        source = self._source(order)
        made = plan_file(source.assessment, source.summary, source.options, progress)
        return PrintedPlan(
            pdf=made.data, pages=tuple(self._pages(made.data)), unshown=tuple(sorted(made.unshown))
        )

    def _source(self, order: PlanOrder) -> "PlanSource":
        """Return what a plan is made from; results are used as they are unless it has an alias."""
        from socialplanner.app.reports import printed_as, source_of  # noqa: PLC0415 - on use
        from socialplanner.presentation.plan_source import PlanSource  # noqa: PLC0415 - on use

        catalogue, results = self._program.catalogue, order.results
        if order.options.alias:
            options = printed_as(order.record, self.house())
            return source_of(catalogue, order.record, options, results.assessment.today)
        return PlanSource(
            catalogue=catalogue,
            assessment=results.assessment,
            summary=self._summary(order),
            options=order.options,
            profile_id=order.record.id,
            weeks=order.record.weeks,
            enquiries=order.record.enquiries,
        )

    def _summary(self, order: PlanOrder) -> "Summary":
        """Return the words of a plan; some need what was before, the logbook, or other times."""
        results, catalogue = order.results, self._program.catalogue
        options, shows_progress = order.options, PlanPart.PROGRESS in order.options.parts
        if not shows_progress and options.times == USUAL_TIMES:
            return results.summary
        from socialplanner.app.reports import summary_of  # noqa: PLC0415 - on use
        from socialplanner.app.said import said_of  # noqa: PLC0415 - on use

        said = said_of(catalogue, order.record)
        return summary_of(catalogue, said, results.assessment, options)

    def file(self, order: FileOrder) -> bytes:
        """Return the plan as a file of any kind; UserError where there can be none."""
        if order.kind is Format.PDF:
            return self._finished(order)
        source = self._source(order.plan)
        if order.kind is Format.ICS and order.times is not None:
            from socialplanner.exchange.calendar_file import (  # noqa: PLC0415 - on use
                calendar_file,
            )

            return calendar_file(source, order.times)
        from socialplanner.app.reports import report_bytes  # noqa: PLC0415 - on use

        return report_bytes(source, order.kind)

    def _finished(self, order: FileOrder) -> bytes:
        """Return the pages as they were made, locked or carrying their profile where asked."""
        if not order.password and order.carried is Carried.NOTHING:
            return order.pdf
        from socialplanner.report.finishing import Finish, finished  # noqa: PLC0415 - on use

        attachment = None
        if order.carried is not Carried.NOTHING:
            from socialplanner.app.carrying import Carrying, carried  # noqa: PLC0415 - on use

            is_scrubbed = order.carried is Carried.SCRUBBED
            carrying = Carrying(is_scrubbed=is_scrubbed, passphrase=order.passphrase)
            plan = order.plan
            day, alias = plan.results.assessment.today, plan.options.alias
            attachment = carried(plan.record, self._program.catalogue, carrying, day, alias)
        return finished(order.pdf, Finish(password=order.password, attachment=attachment))

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
        """Open a PDF and close it again, while nobody else is in PDFium."""
        from socialplanner.report.pdfium import opened  # noqa: PLC0415 - where a page is shown

        with opened(pdf) as document:
            yield document

    def read_logo(self, path: Path) -> bytes:
        """Return a picture as a logo is kept; UserError where it cannot be one."""
        from socialplanner.app.brand import logo_in  # noqa: PLC0415 - on use

        return logo_in(path)

    def file_name(self, order: PlanOrder, kind: Format) -> str:
        """Return a name for a file that every system takes; it names nobody who is not named."""
        name = order.options.alias or order.record.profile.name
        is_progress = is_progress_report(order.options)
        return f"{plan_stem(name, self._program.today(), is_progress=is_progress)}.{kind}"

    def save(self, path: Path, data: bytes, kind: Format) -> None:
        """Write a file; UserError where that fails or would replace anything of another kind."""
        refuse_other_file(path, _("Choose another name."), kind)
        write_whole(path, data)

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
