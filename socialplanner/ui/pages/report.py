"""The page “Report”: the pages of the plan as they are printed, beside what can be chosen."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLayout

from socialplanner.domain.readiness import Readiness, readiness
from socialplanner.presentation.i18n import _
from socialplanner.presentation.quality import notices, place_of
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.pages.report_builder import ReportBuilder
from socialplanner.ui.pages.report_maker import Made, PlanMaker
from socialplanner.ui.pages.report_other import OtherFiles
from socialplanner.ui.pages.report_output import PlanOutput
from socialplanner.ui.pages.report_room import ReportRoom
from socialplanner.ui.pages.report_seen import seen, with_nothing_seen, with_seen
from socialplanner.ui.pages.report_viewer import ReportViewer
from socialplanner.ui.pages.report_ways import ReportWays
from socialplanner.ui.ports.printing import PlanOrder
from socialplanner.ui.profile_pages import section_key
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.layouts import column


class ReportPage(Page):
    """“Report”."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with what there is."""
        super().__init__(key, _("Report"))
        self._context = context
        self._session = session
        self._is_here = False
        self._waiting: Callable[[Made], None] | None = None
        self.maker = PlanMaker(context.program.printing, context.tasks, self)
        self.output = PlanOutput(context, session, self)
        self.builder = ReportBuilder(context, session)
        self.check = self.builder.check
        self.viewer = ReportViewer(context)
        self.ways = ReportWays(context)
        self.save = self.ways.save
        self.others = OtherFiles(context, self.builder, self.output, self._hand_out)
        self.room = ReportRoom(context.theme, self.title, self.builder, self.viewer)
        self.setLayout(self._layout())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self._connect()

    def _layout(self) -> QLayout:
        self.room.put_ways(self.ways)
        return column(self.room)

    def _connect(self) -> None:
        session = self._session
        session.answers_changed.connect(self._changed)
        session.results_changed.connect(self.refresh)
        self.maker.changed.connect(self._show_making)
        self.check.went.connect(self._go)
        self.check.accepted.connect(self._accept)
        self.check.asked_again.connect(self._ask_again)
        self.viewer.stop_wanted.connect(self.maker.stop)
        self.viewer.again_wanted.connect(self.maker.again)
        self.save.clicked.connect(self.save_plan)
        self.ways.open.clicked.connect(self.open_plan)
        self.ways.print.clicked.connect(self.print_plan)
        self.ways.other_wanted.connect(self._want_other)

    # Being here.

    def entered(self, place: str) -> None:
        """Show what there is now, and make the plan."""
        del place
        self._is_here = True
        self._session.want_results()
        self.refresh()

    def left(self) -> None:
        """Take what is being typed, and make nothing for nobody."""
        if not self._is_here:
            return
        self.builder.commit()
        self._is_here = False
        self._waiting = None
        self.others.close()
        self._soon.stop()
        self.maker.stop()
        self.viewer.rest()

    def _changed(self, _question: str) -> None:
        if self._is_here:
            self._soon.start(0)

    def refresh(self) -> None:
        """Show the check and the options, and have the plan made where it is another now."""
        if not self._is_here:
            return
        self._session.want_results()
        found = self._readiness()
        record = self._session.record
        told = notices(self._session.catalogue, found, self._session.answers)
        right = seen(record)
        shown = [each for each in told if each.key not in right]
        self.check.show_notices(shown, len(told) - len(shown))
        self.builder.refresh()
        results = self._session.results
        if results is None:
            self.maker.stop()
        else:
            options = self.builder.options
            self.maker.want(PlanOrder(record=record, results=results, options=options))
        self._show_making()

    def _readiness(self) -> Readiness:
        catalogue, session = self._session.catalogue, self._session
        return readiness(
            catalogue.questionnaire,
            catalogue.parameters.scoring,
            session.answers,
            session.assessment.answers,
        )

    def _show_making(self) -> None:
        results = self._session.results
        made = None if results is None else self.maker.made
        self.viewer.show_plan(made, self._instead() if made is None else "")
        self.viewer.show_making(self.maker, is_wanted=results is not None)
        is_made = made is not None and self.maker.is_newest and not self.maker.is_busy
        can = is_made and self._is_current()
        self.ways.let(can=can)
        if can and self._waiting is not None:
            QTimer.singleShot(0, self._hand_out_now)

    def _is_current(self) -> bool:
        """Return whether the results are those of the answers as they are now."""
        session, results = self._session, self._session.results
        if results is None:
            return False
        of = results.assessment
        told = (of.profile, dict(of.answers), of.choices)
        return told == (session.record.profile, dict(session.answers), session.choices)

    def _instead(self) -> str:
        """Return what stands where pages would."""
        if self._session.refusal:
            return self._session.refusal
        if not self._readiness().is_plan_possible:
            return _("A few answers are still needed. Then the pages of your plan stand here.")
        return _("The pages of your plan come in a moment.")

    # What the person does.

    def save_plan(self) -> None:
        """Save the plan where the person says, and keep that it was handed out."""
        self._hand_out(self.output.save)

    def open_plan(self) -> None:
        """Show the plan in the person's own PDF program."""
        self._hand_out(self.output.open)

    def print_plan(self) -> None:
        """Send the plan to a printer."""
        self._hand_out(self.output.send_to_printer)

    def _want_other(self, what: str) -> None:
        self.room.show_options()
        self.others.want(what)

    def _hand_out(self, way: Callable[[Made], None]) -> None:
        """Hand the plan out, now or as soon as it is made; say so where there will be none."""
        made = self.maker.made
        if made is not None and self.save.isEnabled():
            way(made)
        elif self.maker.is_busy or self._is_awaited():
            self._waiting = way
            self._context.messages.show_message(_("The plan is being made. A moment, please."))
        elif self._session.results is None:
            self._context.messages.show_message(self._instead())
        else:
            words = _("These pages are not up to date. Make them again first.")
            self._context.messages.show_message(words)

    def _is_awaited(self) -> bool:
        """Return whether results of the answers as they are now are still to come."""
        is_possible = not self._session.refusal and self._readiness().is_plan_possible
        return is_possible and not self._is_current()

    def _hand_out_now(self) -> None:
        """Do what was asked for while the plan was being made."""
        way, self._waiting = self._waiting, None
        if way is not None and self._is_here:
            self._hand_out(way)

    def _go(self, question_id: str) -> None:
        section = place_of(self._session.catalogue, question_id)
        self._context.go(section_key(section), question_id)

    def _accept(self, key: str) -> None:
        self._session.edit(lambda record: with_seen(record, key))
        announce(self.check, _("Found right."))

    def _ask_again(self) -> None:
        self._session.edit(with_nothing_seen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Save or print where no menu has taken the key."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.save_plan()
        elif event.matches(QKeySequence.StandardKey.Print):
            self.print_plan()
        else:
            super().keyPressEvent(event)
