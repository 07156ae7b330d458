"""Bring back a profile whose file is gone: its backups are still there."""

from socialplanner.cli import streams
from socialplanner.cli.profiles.calling import is_handle
from socialplanner.domain.listing import folded
from socialplanner.domain.record import ProfileRecord
from socialplanner.messages import visible
from socialplanner.store.library import Library


def bring_back(library: Library, name: str, *, is_preview: bool) -> bool:
    """Make a profile anew from its newest good backup; False where no lost one is called so.

    A profile that is there, or in the trash, is never meant: those have commands of their own.
    """
    wanted = folded(name.strip())
    if not wanted or any(
        is_handle(entry, name) or folded(entry.name).startswith(wanted)
        for entry in library.entries()
    ):
        return False
    lost = [record for _, record in library.lost() if _is_called(record, wanted, name)]
    if len(lost) != 1:
        return False
    _make_anew(library, lost[0], is_preview=is_preview)
    return True


def _is_called(record: ProfileRecord, wanted: str, name: str) -> bool:
    return record.id == name or folded(record.profile.name).startswith(wanted)


def _make_anew(library: Library, record: ProfileRecord, *, is_preview: bool) -> None:
    name = visible(record.profile.name)
    newest = library.backups(record.id).newest_good()
    when = newest[0].moment.astimezone().strftime("%Y-%m-%d %H:%M:%S") if newest else "earlier"
    if is_preview:
        streams.write(
            f"The file of {name} is gone; restoring would make it anew as it was at {when}. "
            f"Nothing was changed.\n"
        )
        return
    path = library.add(record)
    streams.write(
        f"The file of {name} was gone; it is as it was at {when}, in {visible(str(path))}.\n"
    )
