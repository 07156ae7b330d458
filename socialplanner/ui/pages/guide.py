"""The guide: what each page is for, in a few sentences; F1 opens it at the page one is on."""

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.sheet import Sheet
from socialplanner.ui.profile_pages import SECTION_KEY
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card

QUESTIONS = "section"


class GuidePage(Sheet):
    """The whole guide on one page."""

    def __init__(self, context: Context) -> None:
        """Show all of it."""
        super().__init__(
            "guide",
            _("How it works"),
            context,
            _("From a few answers to a plan for ninety days. You can stop and go on at any time."),
        )
        self.parts: dict[str, Card] = {}
        for key, title, words in guide():
            card = Card(Heading(title, level=2), *(Label(each) for each in words))
            self.parts[key] = card
            self.box.addWidget(card)
        self.box.addStretch(1)

    def entered(self, place: str) -> None:
        """Begin at what is said of a page."""
        super().entered(place)
        part = self.parts.get(QUESTIONS if place.startswith(SECTION_KEY) else place)
        if part is not None:
            self.show_part(part)


def guide() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the parts of the guide: the page's key, a title, and what is to be known."""
    return (
        *_about_answers(),
        *_about_results(),
        *_about_coming_back(),
        *_about_before_and_after(),
        *_about_files(),
    )


def _about_answers() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    whose = (
        _("One plan is for one brand: a shop, a practice, a firm, or you yourself."),
        _("Name and currency stand on the plan as you write them."),
    )
    quick = (
        _("The few questions without which there is no plan. They take some minutes."),
        _("Answer them first; the sections go deeper, and ask nothing twice."),
    )
    questions = (
        _("Choose what fits best. There are no wrong answers, and none is lost."),
        _(
            "“Not applicable” and “do not know” are answers too: the plan then says how unsure "
            "it is, instead of guessing."
        ),
        _("Going back is always safe. Every answer is saved when it is given."),
    )
    return (
        ("profile", _("Who it is for"), whose),
        ("quick", _("Quick check"), quick),
        (QUESTIONS, _("Questions"), questions),
    )


def _about_results() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    standing = _("What your answers say about five sides of your marketing, as bands.")
    mix = _("How much of your time goes online and to people now, and what would fit you.")
    ways = _(
        "“How could I reach the target?” looks for the fewest changes. Try a way on your week, or "
        "keep it beside the plan."
    )
    week = _(
        "The hours of a week, by activity. Keep what you like, put aside what is not for you, "
        "change the hours: the plan follows."
    )
    back = _("Your own figures set beside the hours: what would have to come back.")
    days = _("When to begin with what, and what to look at each week.")
    report = _("The plan as a PDF, as it will be printed. Choose paper and sections beside it.")
    return (
        ("standing", _("Where you stand"), (standing,)),
        ("mix", _("Your mix"), (mix, ways)),
        ("week", _("Your week"), (week, _("Nothing here changes your answers."))),
        ("return", _("Return"), (back,)),
        ("days", _("Next 90 days"), (days,)),
        ("report", _("Report"), (report,)),
    )


def _about_coming_back() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    log = (
        _("A week in a minute: hours as planned or as they were, what you counted, who asked."),
        _("A missed week is no harm. Mark an odd one: nothing is learnt from it."),
        _("Credit an enquiry to any activity. What you typed stays with its week."),
    )
    review = (
        _("Every four weeks: hours, agreed rules and forecasts put to what you logged."),
        _("What your log has taught stands as a range, and what it cannot teach is said."),
    )
    return (("logbook", _("Logbook"), log), ("review", _("Review"), review))


def _about_before_and_after() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    compare = (
        _("Two assessments side by side. A change counts only where it is more than its error."),
        _("Where the questions changed in between, your part and that of the questions are apart."),
    )
    clients = (
        _("All your clients in one table, from home: scores, gaps, hours, and reviews due."),
        _("Export it with aliases to show it around: no name is in such a file."),
    )
    return (
        ("compare", _("Compare"), compare),
        ("portfolio", _("Portfolio"), clients),
    )


def _about_files() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return (
        (
            "files",
            _("Your files"),
            (
                _("Each plan is one file on this machine. Nothing leaves it by itself."),
                _(
                    "Backups are made while you work. They are listed, compared and put back in "
                    "the settings."
                ),
                _("To hand a plan over, export it as a bundle from the File menu."),
            ),
        ),
    )
