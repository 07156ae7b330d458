"""What is chosen less often: the cover, a contents page, tags, and a copy that names nobody."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import LONGEST_LINE, CoverKind, PlanOptions
from socialplanner.presentation.plan_settings import one_line
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.fold import FoldCard
from socialplanner.ui.widgets.labels import Label, named
from socialplanner.ui.widgets.layouts import column
from socialplanner.ui.widgets.wheelless import CalmChoice

LEAST_CHARACTERS: Final = 8


class CoverCard(FoldCard):
    """Cover, contents and tags; `chosen` has them by the names of options."""

    chosen = Signal(dict)

    def __init__(self, theme: Theme) -> None:
        """Offer everything; `show_options` says what is chosen."""
        super().__init__(theme, _("Cover and contents"))
        self.cover = cover_choice()
        self.contents = QCheckBox(_("Contents page"))
        self.contents.setAccessibleName(_("Contents page"))
        self.tagged = QCheckBox(_("Readable by screen readers"))
        self.tagged.setAccessibleName(_("Readable by screen readers"))
        label = Label(_("Cover"), role="strong")
        label.setBuddy(self.cover)
        why = Label(
            _(
                "Headings, tables and charts are told apart, and charts told in words. "
                "The file is somewhat larger."
            ),
            role="small",
        )
        self.fill(column(label, self.cover, self.contents, self.tagged, why, spacing=6))
        self.cover.activated.connect(self._take)
        self.contents.clicked.connect(self._take)
        self.tagged.clicked.connect(self._take)

    def show_options(self, options: PlanOptions) -> None:
        """Show what is chosen."""
        self.cover.setCurrentIndex(self.cover.findData(options.cover.value))
        self.contents.setChecked(options.has_contents)
        self.tagged.setChecked(options.is_tagged)
        said = [self.cover.currentText()]
        said += [_("with a contents page")] if options.has_contents else []
        said += [] if options.is_tagged else [_("not for screen readers")]
        self.show_summary(", ".join(said))

    def _take(self) -> None:
        self.chosen.emit(
            {
                "cover": CoverKind(self.cover.currentData()),
                "has_contents": self.contents.isChecked(),
                "is_tagged": self.tagged.isChecked(),
            }
        )


class AliasCard(FoldCard):
    """The name that stands in the place of the client's; `given` tells that it is another."""

    given = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin with the client's own name."""
        super().__init__(theme, _("A copy that names nobody"))
        self.alias = QLineEdit()
        self.alias.setMaxLength(LONGEST_LINE)
        self.alias.setPlaceholderText(_("Such as: A café in the south"))
        words = _(
            "This name stands in the place of your client’s, also in your words and in the file’s "
            "name. The client’s logo, colours, lines and website are left out. Figures stay: "
            "somebody who knows the firm may know it by them."
        )
        label = Label(_("Name instead"), role="strong")
        label.setBuddy(self.alias)
        named(self.alias, _("Name instead"), words)
        self.fill(column(label, self.alias, Label(words, role="small"), spacing=6))
        self.alias.editingFinished.connect(self.given)

    @property
    def text(self) -> str:
        """Return the name that is written."""
        return one_line(self.alias.text())

    def show_options(self, options: PlanOptions) -> None:
        """Show the name."""
        if not self.alias.hasFocus():
            self.alias.setText(options.alias)
        self.show_summary(options.alias or _("No, with the client’s name"))


def cover_choice() -> CalmChoice:
    """Return a choice of covers; its data are their values."""
    choice = CalmChoice()
    choice.setAccessibleName(_("Cover"))
    for kind, words in (
        (CoverKind.PROFILE, _("With the client’s own profile")),
        (CoverKind.PLAIN, _("Plain")),
        (CoverKind.NONE, _("No cover")),
    ):
        choice.addItem(words, kind.value)
    choice.setSizeAdjustPolicy(CalmChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(LEAST_CHARACTERS)
    return choice
