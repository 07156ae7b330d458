"""What the sender says before and after the plan."""

from PySide6.QtCore import Signal

from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.ui.pages.written_text import WrittenText
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.fold import FoldCard
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column


class WordsCard(FoldCard):
    """An opening and a closing text; `given` tells that one is another."""

    given = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without words."""
        super().__init__(theme, _("Your own words"))
        self.opening = WrittenText(theme, _("Before the plan"), least=3)
        self.closing = WrittenText(theme, _("After the plan"), least=3)
        box = column(spacing=6)
        for text in (self.opening, self.closing):
            label = Label(text.accessibleName(), role="strong")
            label.setBuddy(text)
            if text is self.closing:
                box.addSpacing(8)
            box.addWidget(label)
            box.addWidget(text)
            text.given.connect(self.given)
        box.addWidget(
            Label(
                _("Printed as you write it. The pencil at a part adds a note there."), role="small"
            )
        )
        self.fill(box)

    def show_options(self, options: PlanOptions) -> None:
        """Show what is written."""
        self.opening.show_text(options.opening)
        self.closing.show_text(options.closing)
        self.show_summary(_written(options))

    def commit(self) -> None:
        """Take what is being written."""
        self.opening.commit()
        self.closing.commit()


def _written(options: PlanOptions) -> str:
    if options.opening and options.closing:
        return _("Before and after the plan")
    if options.opening:
        return _("Before the plan")
    return _("After the plan") if options.closing else _("None")
