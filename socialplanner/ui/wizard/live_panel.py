"""The picture as it forms, beside the questions: mix, target, and how many scores can be shown."""

from functools import partial

from PySide6.QtCore import Signal

from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.presentation import formats
from socialplanner.presentation.forming import Forming, forming
from socialplanner.presentation.i18n import _
from socialplanner.presentation.scenes.coverage import coverage_grid
from socialplanner.presentation.scenes.labels import Stage
from socialplanner.presentation.scenes.mix import mix_bars
from socialplanner.presentation.scenes.shapes import Scene
from socialplanner.ui.context import Context
from socialplanner.ui.widgets.buttons import Button, IconButton, escaped
from socialplanner.ui.widgets.chart_view import ChartView
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Frame, ScrollPage, clear, column, row

WIDTH = 364
"""Pixels at ordinary text size: the narrowest chart, with room around it."""


class LivePanel(Frame):
    """Follows every answer; `closed` by its cross, `question_wanted` when a link is pressed."""

    closed = Signal()
    question_wanted = Signal(str)

    def __init__(self, context: Context, catalogue: Catalogue) -> None:
        """Begin with nothing answered."""
        super().__init__("panel")
        self._context = context
        self._catalogue = catalogue
        self._answers: Answers | None = None
        self.shown: Forming = forming(catalogue, {})
        self._target = Label(role="small")
        self._links = FlowLayout(spacing=4)
        self._coverage = Label()
        self.mix = ChartView(context.theme, self._mix_scene)
        self.scores = ChartView(context.theme, self._score_scene)
        self._fill()
        self.setAccessibleName(_("The picture so far"))
        self._show()

    def _fill(self) -> None:
        close = IconButton(self._context.icon("x", "muted"), _("Close the picture"))
        close.clicked.connect(self.closed)
        scroll = ScrollPage(margins=16, spacing=8)
        box = scroll.box
        head = row(Heading(_("The picture so far"), level=2), close)
        head.setStretch(0, 1)
        box.addLayout(head)
        box.addWidget(Heading(_("Your mix today"), level=3))
        box.addWidget(self.mix)
        box.addWidget(self._target)
        box.addLayout(self._links)
        box.addSpacing(12)
        box.addWidget(Heading(_("Scores"), level=3))
        box.addWidget(self._coverage)
        box.addWidget(self.scores)
        least = formats.of_ten(self._catalogue.parameters.scoring.min_coverage)
        words = _("A bar is what is answered; from the mark on, about {least}, a score shows.")
        box.addWidget(Label(words.format(least=least), role="small"))
        self.setLayout(column(scroll))

    def show_answers(self, answers: Answers) -> None:
        """Show what these answers come to."""
        if answers == self._answers:
            return
        self._answers = dict(answers)
        found = forming(self._catalogue, answers)
        is_other = found.missing != self.shown.missing
        self.shown = found
        self._show(with_links=is_other)

    def _show(self, *, with_links: bool = True) -> None:
        found = self.shown
        self.mix.set_maker(self._mix_scene)
        self.scores.set_maker(self._score_scene)
        self._coverage.setText(found.coverage_words + ".")
        self._target.setText(
            _("The target follows once these are answered:")
            if found.missing
            else _("The band is the target that your aims call for; it moves with your answers.")
        )
        if with_links:
            self._show_links()

    def _show_links(self) -> None:
        clear(self._links)
        by_id = self._catalogue.questionnaire.by_id
        for question in (by_id[each] for each in self.shown.missing if each in by_id):
            link = Button(escaped(question.short or question.text), role="link")
            link.clicked.connect(partial(self.question_wanted.emit, question.id))
            self._links.addWidget(link)

    def _modes(self) -> tuple[str, str]:
        return (self._catalogue.modes[Mode.MEDIA].name, self._catalogue.modes[Mode.NETWORK].name)

    def _mix_scene(self, stage: Stage) -> Scene:
        media, network = self._modes()
        return mix_bars(
            self.shown.rows,
            self.shown.band,
            title=_("Your mix today"),
            modes=(network, media),
            stage=stage,
        )

    def _score_scene(self, stage: Stage) -> Scene:
        return coverage_grid(
            self.shown.cells,
            title=_("Scores and how much of each is answered"),
            modes=self._modes(),
            needed=self.shown.needed,
            stage=stage,
        )
