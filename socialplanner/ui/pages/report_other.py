"""Files of the plan beside the pages: what they need is asked in place, then they are saved."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimeZone

from socialplanner.domain.agenda import WeekTimes
from socialplanner.presentation.plan_formats import Format
from socialplanner.ui.context import Context
from socialplanner.ui.pages.home_panel import Panel
from socialplanner.ui.pages.report_builder import ReportBuilder
from socialplanner.ui.pages.report_maker import Made
from socialplanner.ui.pages.report_output import PlanOutput
from socialplanner.ui.pages.report_saving import CalendarPanel, LockedPanel, Locking
from socialplanner.ui.pages.report_ways import LOCKED
from socialplanner.ui.ports.printing import FileOrder

HandOut = Callable[[Callable[[Made], None]], None]
"""Hands the plan out in a way, as soon as it is made."""


class OtherFiles(QObject):
    """Asks and saves; `hand_out` waits for the plan."""

    def __init__(
        self, context: Context, builder: ReportBuilder, output: PlanOutput, hand_out: HandOut
    ) -> None:
        """Ask nothing yet."""
        super().__init__(builder)
        self._context = context
        self._builder = builder
        self._output = output
        self._hand_out = hand_out
        self.panel: Panel | None = None

    def want(self, what: str) -> None:
        """Save a kind of file, after a question where it needs one."""
        if what == LOCKED:
            locked = LockedPanel()
            locked.wanted.connect(self._save_locked)
            self._show(locked)
        elif what == Format.ICS:
            calendar = CalendarPanel(self._builder.options.times)
            calendar.wanted.connect(self._save_calendar)
            self._show(calendar)
        else:
            kind = Format(what)
            self._hand_out(lambda made: self._save(made, _order(made, kind)))

    def _show(self, panel: Panel) -> None:
        self.close()
        self.panel = panel
        panel.closed.connect(self.close)
        self._builder.put_panel(panel)

    def close(self) -> None:
        """Take the question away."""
        if self.panel is not None:
            self._builder.drop_panel(self.panel)
            self.panel = None

    def _save_calendar(self, times: WeekTimes) -> None:
        """Keep the times with the plan, and save; what it is in the zone here is not kept."""
        self._builder.take(replace(self._builder.options, times=times))
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore")
        here = replace(times, zone=zone)

        def way(made: Made) -> None:
            order = _order(made, Format.ICS)
            self._save(made, FileOrder(plan=order.plan, kind=order.kind, pdf=b"", times=here))

        self._hand_out(way)

    def _save_locked(self, locking: Locking) -> None:
        def way(made: Made) -> None:
            outside, inside = (
                ("", locking.password) if locking.is_inside else (locking.password, "")
            )
            self._save(
                made,
                FileOrder(
                    plan=made.order,
                    kind=Format.PDF,
                    pdf=made.plan.pdf,
                    password=outside,
                    carried=locking.kind,
                    passphrase=inside,
                ),
            )

        self._hand_out(way)

    def _save(self, made: Made, order: FileOrder) -> None:
        """Ask where to and save; the question goes once that is said."""
        path = self._output.asked(made, order.kind)
        if path is not None:
            self.close()
            self._output.save_file(made, order, path)


def _order(made: Made, kind: Format) -> FileOrder:
    return FileOrder(plan=made.order, kind=kind, pdf=made.plan.pdf)
