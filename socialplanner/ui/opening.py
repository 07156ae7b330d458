"""Open what a person names, whatever it is: a profile, a bundle, or an answers file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui.file_choosing import Wanted
from socialplanner.ui.telling import UntilSaved

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplanner.ui.main_window import MainWindow
    from socialplanner.ui.ports import OpenedProfile, Program

RECENT: Final = "recent_files"
MOST: Final = 8


def recent_files(program: Program) -> tuple[Path, ...]:
    """Return the files that were opened last, the newest first, as far as they are still there."""
    paths = (Path(text) for text in program.settings.texts(RECENT))
    return tuple(path for path in paths if path.is_file())[:MOST]


def remember(program: Program, path: Path) -> None:
    """Put a file first among those that were opened last."""
    others = (each for each in recent_files(program) if each != path.absolute())
    kept = (path.absolute(), *others)[:MOST]
    program.settings.put(RECENT, tuple(map(str, kept)))


def begun(program: Program, profile: OpenedProfile) -> OpenedProfile:
    """Return an open profile in which an assessment is begun; bundles may come without one."""
    if profile.record.newest is None:
        from socialplanner.domain.editing import with_assessment  # noqa: PLC0415 - rarely needed

        try:
            record = with_assessment(profile.record, program.new_id(), program.now())
            profile.save(record)
        except UserError:
            profile.close()
            raise
    return profile


def open_file(window: MainWindow, path: Path) -> None:
    """Open a profile, or show at home what a bundle or an answers file would do."""
    from socialplanner.ui.ports.importing import FileKind  # noqa: PLC0415 - with a file

    try:
        kind = window.program.importing.kind(path)
    except UserError as error:
        window.messages.show_message(str(error), tone="danger")
        return
    if kind is FileKind.PROFILE and _is_ready(window, path):
        window.open_profile(path)
        return
    window.go("home")
    if kind is FileKind.PROFILE:
        window.home.panels.open_path(path)
    else:
        remember(window.program, path)
        window.home.panels.show_import(path, kind)


def _is_ready(window: MainWindow, path: Path) -> bool:
    """Return whether nothing has to be asked before a profile can be opened."""
    shelf = window.program.shelf
    return not shelf.is_locked(path) and shelf.entry(path).trouble != "damaged"


def say_unsaved(window: MainWindow, close_without: Callable[[], None]) -> None:
    """Say why the open profile stays open, and what can be done about it."""
    if window.workspace is None:
        return
    session = window.workspace.session
    words = _("Not everything is saved yet, so the plan stays open. {why}")
    message = window.messages.show_message(
        words.format(why=session.save_trouble),
        tone="danger",
        actions=(
            (_("Try again"), session.flush),
            (_("Keep it as a new plan"), lambda: keep_as_new(window)),
            (_("Close without it"), close_without),
        ),
    )
    UntilSaved(message, session)


def keep_as_new(window: MainWindow) -> None:
    """Write the open profile as it is shown into a new file, and go on with that one.

    This is the way out where its own file cannot be written any more.
    """
    if window.workspace is None:
        return
    session, key = window.workspace.session, window.workspace.key
    record = replace(session.record, id=window.program.new_id())
    try:
        path = window.program.shelf.add(record, like=session.profile.path)
    except UserError as error:
        window.messages.show_message(str(error), tone="danger")
        return
    window.close_profile(is_forced=True)
    window.open_profile(path, key)


def ask_for_file(window: MainWindow) -> None:
    """Let the person choose a file to open."""
    known = "*.socialplan *.socialplan-bundle *.pdf *.toml *.json"
    names = (
        _("What SocialPlanner opens") + f" ({known})",
        _("All files") + " (*)",
    )
    wanted = Wanted(
        title=_("Open a file"), start=window.program.shelf.folder, pattern=";;".join(names)
    )
    path = window.home.chooser.to_open(window, wanted)
    if path is not None:
        open_file(window, path)


def export_profile(window: MainWindow) -> None:
    """Show how the open profile can go out, on a page that leads back to where one was."""
    from socialplanner.ui.pages.export import ExportPage  # noqa: PLC0415 - on use

    if window.workspace is None:
        return
    page = ExportPage(window.context, window.workspace.session, window.home.chooser)
    page.finished.connect(window.leave_sheet)
    window.show_sheet(page)
