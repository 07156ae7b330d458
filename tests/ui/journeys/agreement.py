"""Whether what the window shows, what the session holds and what is on the disk are the same."""

from collections.abc import Iterator

from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.interview import by_present_id
from socialplanner.ui.main_window import MainWindow, window_title
from socialplanner.ui.pages.page import Page
from socialplanner.ui.pages.profile import ProfilePage, tags_of, trouble_with
from socialplanner.ui.session import Session
from socialplanner.ui.wizard.question_card import QuestionCard
from socialplanner.ui.wizard.question_page import QuestionPage
from socialplanner.ui.workspace import Workspace


def disagreements(window: MainWindow) -> list[str]:
    """Return what contradicts what, in words; nothing may.

    What is being typed this moment is saved first: until then two of the three may differ.
    """
    workspace = window.workspace
    if workspace is None:
        return []
    workspace.leave()
    if workspace.isVisible():
        workspace.page.entered("")
    return list(_all(window, workspace))


def _all(window: MainWindow, workspace: Workspace) -> Iterator[str]:
    session = workspace.session
    if session.is_saved and window.program.shelf.read(session.profile.path) != session.record:
        yield "the file holds something else than the session"
    if window.windowTitle() != window_title(session.record.profile.name):
        yield f"the window is called {window.windowTitle()!r}"
    if workspace.journey.answers != session.answers:
        yield "the progress is that of other answers"
    if workspace.isVisible():
        yield from _page(session, workspace.page)


def _page(session: Session, page: Page) -> Iterator[str]:
    if isinstance(page, QuestionPage):
        for group in page.groups:
            for card in group.cards.values():
                yield from _card(session, card)
    if isinstance(page, ProfilePage):
        yield from _profile(session, page)


def _card(session: Session, card: QuestionCard) -> Iterator[str]:
    key = card.question.id
    answer = session.answers.get(key)
    recorded = by_present_id(session.catalogue, session.assessment.answers).get(key)
    shown = None if isinstance(answer, NoAnswer) else answer
    if card.widget.answer != shown:
        yield f"{key} shows {card.widget.answer!r} where {shown!r} is kept"
    if card.extras.none.isChecked() is not (answer is NoAnswer.NOT_APPLICABLE):
        yield f"{key}: “Does not apply” where {answer!r} is kept"
    if card.extras.unknown.isChecked() is not (answer is NoAnswer.UNKNOWN):
        yield f"{key}: “Do not know” where {answer!r} is kept"
    if card.extras.mark.isChecked() is not (recorded is not None and recorded.is_marked):
        yield f"{key}: the mark is not as it is kept"


def _profile(session: Session, page: ProfilePage) -> Iterator[str]:
    profile = session.record.profile
    for name, field in page.fields.items():
        if not trouble_with(name, field.text) and field.text != getattr(profile, name):
            yield f"{name} shows {field.text[:40]!r} where {getattr(profile, name)[:40]!r} is kept"
    if tags_of(page.tags.text) != session.record.tags:
        yield f"tags show {page.tags.text[:40]!r}"
