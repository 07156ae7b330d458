"""The page “Your week”: the plan as a workbench."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from socialplanner.domain.kept_scenario import KeptScenario
from socialplanner.domain.supposition import Supposition
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.pages.results_page import ResultsPage
from socialplanner.ui.pages.scenario_steps import tried_at
from socialplanner.ui.pages.week_bench import Workbench
from socialplanner.ui.pages.week_charts import WeekCharts, hours_maker
from socialplanner.ui.pages.week_choices import AlternativesCard, ChoicesCard
from socialplanner.ui.pages.week_controls import ControlsCard
from socialplanner.ui.pages.week_figures import FiguresCard
from socialplanner.ui.pages.week_kept import KeptCard
from socialplanner.ui.pages.week_plan import PlanCard
from socialplanner.ui.pages.week_scenarios import ScenariosCard
from socialplanner.ui.pages.week_time import TimeCards
from socialplanner.ui.ports import Results
from socialplanner.ui.session import Session
from socialplanner.ui.telling import offer_undo
from socialplanner.ui.widgets.layouts import Card
from socialplanner.ui.widgets.resting import laid_out_once

if TYPE_CHECKING:
    from socialplanner.presentation.what_if import Bench


class WeekPage(ResultsPage):
    """“Your week”: what is planned, what might be, and what the person decides."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin without a plan."""
        super().__init__(key, _("Your week"), context, session)
        self.bench = Workbench(context, session, self)
        self._wanted: KeptScenario | None = None
        self._has_widgets = False
        self.choices = ChoicesCard(context, session)
        self.choices.decided.connect(self._decide)
        self.choices.hide()
        self.page.box.addWidget(self.choices)
        self.page.box.addStretch(1)
        self.bench.changed.connect(self._show_bench)
        session.answers_changed.connect(self._follow)

    def build(self) -> None:
        """Make the cards."""
        self.kept = KeptCard(self.context, self.session)
        self.controls = ControlsCard(self.context, self.session)
        self.figures = FiguresCard(self.context, self.bench)
        self.plan = PlanCard(self.context, self.bench)
        self.alternatives = AlternativesCard(self.context)
        self.controls.supposed.connect(self._suppose)
        self.controls.keep_requested.connect(self._keep)
        self.controls.back_requested.connect(self._go_back)
        self.plan.decided.connect(self._decide)
        self.alternatives.decided.connect(self._decide)
        for card in (self.kept, self.controls, self.figures, self.plan, self.alternatives):
            self.content.addWidget(card)

    def _make_charts(self, bench: "Bench") -> None:
        """Make the charts once there are figures for them."""
        self.charts = WeekCharts(self.context, bench)
        self.time = TimeCards(self.context, self.bench, hours_maker(bench))
        self.content.insertWidget(3, self.charts.mix)
        for card in (self.charts.split, self.charts.curves, *self.time.cards):
            self.content.addWidget(card)
        self.scenarios = ScenariosCard(self.context, self.session, self.bench)
        self.scenarios.opened.connect(self._open_scenario)
        self.scenarios.taken.connect(self._take_over)
        self.content.insertWidget(4, self.scenarios)
        self._has_widgets = True

    # What there is.

    def entered(self, place: str) -> None:
        """Show the plan of the present answers."""
        self.bench.supposition, self.bench.opened = Supposition(), None
        self.bench.refresh()
        self._wanted = tried_at(place, self.session.catalogue)
        super().entered(place)
        self._show_choices()
        self._try_wanted()

    def left(self) -> None:
        """Suppose nothing any more; what was not kept was never an answer."""
        super().left()
        self._wanted = None
        self.bench.stop()
        if self._has_widgets:
            self.scenarios.figures.stop()
        self.bench.supposition, self.bench.opened = Supposition(), None
        self.bench.forget()

    def show_results(self, results: Results) -> None:
        """Show what the whole assessment says, and the figures with it."""
        week = results.summary.week
        self.set_head(week.headline, week.lead)
        self.kept.show_kept(is_kept=results.assessment.plan.is_kept)
        self.bench.refresh()
        self._try_wanted()

    def _follow(self, question_id: str) -> None:
        """Let the figures follow an answer or a choice at once."""
        del question_id
        if self._is_shown:
            self.bench.refresh()
            self._show_choices()

    def _show_choices(self) -> None:
        has_plan = not self.session.refusal and self.bench.now is not None
        self.choices.show_choices(self.session.choices, has_plan=has_plan)

    def _show_bench(self) -> None:
        """Show the figures; rows and charts stay where they are."""
        now, supposed = self.bench.now, self.bench.supposed
        if now is None or not self._is_built:
            return
        from socialplanner.presentation.what_if import bench as in_words  # noqa: PLC0415 - NumPy

        shown = in_words(self.session.catalogue, now, supposed)
        if not self._has_widgets:
            self._make_charts(shown)
        with laid_out_once(self.content, *(card.box for card in self._cards())):
            self._show_all(shown, is_compared=supposed is not None)

    def _cards(self) -> tuple[Card, ...]:
        return (
            self.controls,
            self.figures,
            self.plan,
            self.alternatives,
            *self.charts.cards,
            *self.time.cards,
        )

    def _show_all(self, shown: "Bench", *, is_compared: bool) -> None:
        is_supposing = self.bench.is_supposing
        if not is_supposing:
            self.controls.show_answers()
        self.controls.show_state(is_supposing=is_supposing, trouble=self.bench.trouble)
        self.figures.show_bench(shown)
        self.plan.show_bench(shown, self._labels(), is_supposing=is_compared)
        self.charts.show_bench(shown)
        self.time.show_bench(hours_maker(shown))
        self._show_checked()
        self.scenarios.refresh()

    def _labels(self) -> dict[str, str] | None:
        """Return how sure each planned activity is, None while it is being checked."""
        checked = self.bench.checked
        if checked is None:
            return None
        from socialplanner.presentation.summary.firmness import label_of  # noqa: PLC0415 - NumPy

        return {a.id: label_of(a) for a in checked.assessment.plan.activities}

    def _show_checked(self) -> None:
        """Show what rests on the repeats; what is not of this plan any more is greyed."""
        checked = self.bench.checked or self.results
        if checked is None:
            return
        is_known = self.bench.checked is not None
        self.plan.note.setText(checked.summary.week.labels_note)
        catalogue = self.session.catalogue
        found = []
        for each in checked.assessment.plan.alternatives:
            activity = catalogue.activity(each.id)
            often = _("chosen in {share} repeats").format(share=formats.of_ten(each.chosen_share))
            found.append((each.id, activity.name, often))
        self.alternatives.show_alternatives(found, is_known=is_known)
        self.time.show_words(checked.summary.week, is_known=is_known)

    # What a person does.

    def _suppose(self, supposition: object) -> None:
        if isinstance(supposition, Supposition):
            self.bench.suppose(supposition)
            if self.figures.verdict.text():
                announce(self.figures, self.figures.verdict.text())

    def _go_back(self) -> None:
        self.controls.show_answers()
        self.bench.go_back()
        self.controls.slider.setFocus()
        announce(self, _("This is the plan again."))

    def _keep(self) -> None:
        self.bench.keep()
        self.controls.slider.setFocus()
        words = _("Kept: your answers were changed, and the plan with them.")
        offer_undo(self.context.messages, self.session, words)

    def _try_wanted(self) -> None:
        """Try what another page handed over, once there is a plan to try it on."""
        if self._wanted is None or self.results is None:
            return
        scenario, self._wanted = self._wanted, None
        self.page.verticalScrollBar().setValue(0)
        self._open_scenario(scenario)

    def _open_scenario(self, scenario: KeptScenario) -> None:
        """Try a scenario in the workbench; nothing is saved."""
        session = self.session
        self.bench.open(scenario)
        self.controls.show_supposed(scenario.answers(session.answers))
        self.controls.slider.setFocus()
        announce(self, _("“{name}” is open in the workbench.").format(name=scenario.name))

    def _take_over(self, scenario: KeptScenario) -> None:
        """Make a scenario the plan's answers and choices, in one step that can be undone."""
        self._open_scenario(scenario)
        if self.bench.is_supposing and not self.bench.trouble:
            self._keep()

    def _decide(self, key: str, deed: str) -> None:
        """Do what was decided about an activity, and keep the keyboard near it."""
        neighbour = self._neighbour(key) if deed == "decline" else None
        deeds = {"pin": self.bench.pin, "free": self.bench.take_back, "decline": self.bench.decline}
        if not deeds[deed](key):
            self._show_bench()
            return
        self._tell(key, deed)
        shown = self.plan.rows.get(key) if self._has_widgets else None
        near = neighbour or self.choices.first_button() if shown is None else shown.keep
        if near is not None:
            near.setFocus()

    def _tell(self, key: str, deed: str) -> None:
        """Say what was done; what is seen where it was pressed is said to screen readers alone."""
        activity = self.session.catalogue.activity(key)
        words = {
            "pin": _("“{name}” is kept in the plan."),
            "free": _("“{name}” is left to the plan again."),
            "decline": _("“{name}” is out of the plan."),
        }[deed].format(name=activity.short or activity.name)
        if deed == "decline":
            offer_undo(self.context.messages, self.session, words)
        else:
            announce(self, words)

    def _neighbour(self, key: str) -> QWidget | None:
        """Return what takes the keyboard where the pressed button goes away with its row."""
        neighbour = self.plan.neighbour(key) if self._has_widgets else None
        return None if neighbour is None else neighbour.decline
