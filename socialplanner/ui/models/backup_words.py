"""What is said of backups: what they hold, what they would change, what was done."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.ports.keeping import BackupLine, Change, Moved

MOST_NAMES = 8


def moment_words(moment: datetime) -> str:
    """Return a moment in local time, as the person writes dates."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def backup_words(backup: BackupLine) -> str:
    """Return a backup as one line: when, and how much it holds."""
    when = moment_words(backup.moment)
    if backup.trouble:
        return _("{when}  ·  cannot be read").format(when=when)
    answers = plural("{count} answer", "{count} answers", backup.answered)
    plans = plural("{count} plan", "{count} plans", backup.plans)
    return f"{when}  ·  {answers}  ·  {plans}"


def changes_words(changes: tuple[Change, ...] | None) -> str:
    """Return what a backup would change, in a sentence."""
    if changes is None:
        return _("The present state cannot be read, so it cannot be compared with this backup.")
    if not changes:
        return _("This backup holds the present state; putting it back would change nothing.")
    parts = [words for change in changes for words in _parts(change)]
    return _("Putting it back: {changes}.").format(changes=", ".join(parts))


def _parts(change: Change) -> list[str]:
    names = _names().get(change.kind, change.kind)
    told = (
        (change.added, _("{count} of the {things} come back")),
        (change.changed, _("{count} of the {things} change")),
        (change.removed, _("{count} of the {things} go away")),
    )
    return [words.format(count=count, things=names) for count, words in told if count]


def _names() -> dict[str, str]:
    return {
        "answers": _("answers"),
        "assessments": _("assessments"),
        "plans": _("plans"),
        "weeks": _("logged weeks"),
        "enquiries": _("enquiries"),
        "details": _("details"),
    }


def backed_up_words(moved: Moved, target: str) -> str:
    """Return what a backup of all profiles holds."""
    done = plural(
        "{count} plan is in {{file}}.", "{count} plans are in {{file}}.", len(moved.done)
    ).format(file=target)
    return " ".join([done, *_left_out(moved)])


def preview_words(moved: Moved) -> str:
    """Return what putting a backup of all profiles back would do."""
    if not moved.done:
        nothing = _("Every plan of this backup is here already; nothing would be added.")
        return " ".join([nothing, *_left_out(moved)])
    added = plural(
        "{count} plan would be added: {{names}}.",
        "{count} plans would be added: {{names}}.",
        len(moved.done),
    ).format(names=_listed(moved.done))
    kept = plural(
        "{count} is here already and stays as it is.",
        "{count} are here already and stay as they are.",
        len(moved.skipped),
    )
    return " ".join([added, *([kept] if moved.skipped else []), *_left_out(moved)])


def put_back_words(moved: Moved) -> str:
    """Return what putting a backup of all profiles back did."""
    done = plural("{count} plan was added.", "{count} plans were added.", len(moved.done))
    return " ".join([done, *_left_out(moved)])


def _left_out(moved: Moved) -> list[str]:
    if not moved.refused:
        return []
    left = plural(
        "{count} could not be taken along:",
        "{count} could not be taken along:",
        len(moved.refused),
    )
    return [left, *moved.refused[:3]]


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:MOST_NAMES])
    return shown if len(names) <= MOST_NAMES else f"{shown} …"
