"""What the rail shows of each page: an icon and words for how far it has come."""

from socialplanner.domain.interview import Tally
from socialplanner.presentation.i18n import _
from socialplanner.presentation.progress import missing_words, state_words
from socialplanner.ui.context import Context
from socialplanner.ui.profile_pages import Group, PageSpec, section_key
from socialplanner.ui.widgets.step_rail import StepRail
from socialplanner.ui.wizard.journey import Journey

Look = tuple[str, str]
"""The name of an icon, and its colour."""


def look_of(tally: Tally) -> Look:
    """Return how a section's state is drawn; what wants the person's eye comes first."""
    if tally.to_confirm:
        return "refresh-cw", "info"
    if tally.marked:
        return "flag", "warning"
    if tally.is_done:
        return "circle-check", "success"
    return ("circle-dot", "accent_text") if tally.answered else ("circle", "muted")


def show_rail(rail: StepRail, specs: tuple[PageSpec, ...], journey: Journey) -> None:
    """Show the state of every page in the rail."""
    found = journey.interview
    questions = {"quick": journey.quick.questions}
    for section in journey.questionnaire.sections:
        questions[section_key(section.id)] = section.questions
    missing = len(journey.missing)
    for spec in specs:
        if spec.key in questions:
            tally = found.tally(questions[spec.key])
            name, colour = look_of(tally)
            rail.show_state(spec.key, name, colour, state_words(tally))
        elif spec.group is Group.PLAN:
            colour = "muted" if missing else "accent_text"
            rail.show_state(spec.key, spec.icon, colour, missing_words(missing))
        else:
            rail.show_state(spec.key, spec.icon, "accent_text", "")


def fill_rail(rail: StepRail, specs: tuple[PageSpec, ...], context: Context) -> None:
    """Add every page to the rail, under the captions of their groups."""
    group = None
    for spec in specs:
        if spec.group is not group:
            group = spec.group
            rail.add_caption(_caption(group))
        rail.add_step(spec.key, spec.title, context.icon(spec.icon, "muted"))
    rail.end()


def _caption(group: Group) -> str:
    """Return what stands above the pages of a group."""
    captions = {
        Group.QUESTIONS: _("Questions"),
        Group.PLAN: _("Your plan"),
        Group.WEEKS: _("Week by week"),
    }
    return captions[group]
