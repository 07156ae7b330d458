"""The help at a question, opened in place: what is meant, two examples, and what it is for."""

from socialplanner.domain.questionnaire import Question
from socialplanner.presentation.i18n import _
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import Frame, column


class HelpArea(Frame):
    """Everything the questionnaire says about one question."""

    def __init__(self, question: Question) -> None:
        """Show what there is."""
        box = column(spacing=6, margins=14)
        for title, text in _parts(question):
            if title:
                box.addWidget(Label(title, role="kicker"))
            box.addWidget(Label(text))
        super().__init__("inset", box)
        self.setAccessibleName(_("Help"))

    @property
    def words(self) -> str:
        """Return all of it as one text, for a screen reader."""
        labels = self.findChildren(Label)
        return " ".join(label.text() for label in labels)


def _parts(question: Question) -> tuple[tuple[str, str], ...]:
    use = question.use or _use(question)
    parts = (
        ("", question.help),
        (_("A shop, for example"), question.example_shop),
        (_("A consultant, for example"), question.example_consultant),
        (_("What it is used for"), use),
    )
    return tuple((title, text) for title, text in parts if text)


def _use(question: Question) -> str:
    if question.is_scored:
        return _("One part of a score: where you stand today, not how good you are.")
    if question.cell is not None:
        return _("Your mix today, by the hours you spend.")
    return ""
