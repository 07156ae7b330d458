"""What the program does to files, each as something that can be tried on a disk that fails."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from socialplanner.domain.editing import with_answer
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.bundle import bundle_bytes, read_bundle_file
from socialplanner.exchange.output_file import write_whole
from socialplanner.store.library import Library
from socialplanner.store.library_backup import back_up_library
from socialplanner.store.trouble import StoreError
from tests.store.makers import BEGINNING, FIRST, NOW, Clock, answered, full
from tests.torture.kills import OLD_FILES

BEFORE = full()
AFTER = with_answer(BEFORE, FIRST, "style.question_9", 4.0, NOW)
OTHER = answered(7, "other")


@dataclass(frozen=True, slots=True)
class Scene:
    """A library in a folder, with one profile in it."""

    folder: Path
    library: Library
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something to try: `allowed` are the states in which it may leave the profile.

    `done` tells whether it was done already, for what cannot be done twice or leaves a file.
    """

    name: str
    set_up: Callable[[Path], Scene]
    act: Callable[[Scene], object]
    allowed: tuple[ProfileRecord, ...]
    done: Callable[[Scene], bool] | None = None


def scene(folder: Path) -> Scene:
    """Make a library with one profile and one backup of it."""
    library = Library(folder, Clock())
    path = library.add(BEFORE)
    with library.open(path) as profile:
        profile.back_up()
    return Scene(folder, library, path)


def old_scene(folder: Path) -> Scene:
    """Make a library with a file of the schema before."""
    library = Library(folder, Clock())
    path = folder / "old-c0ffee.socialplan"
    shutil.copy(OLD_FILES[-1], path)
    path.chmod(0o600)
    return Scene(folder, library, path)


def old_record() -> ProfileRecord:
    """Return what that file holds."""
    with TemporaryDirectory() as folder:
        found = old_scene(Path(folder))
        return found.library.read(found.path)


def changed_scene(folder: Path) -> Scene:
    """Make a library whose profile was changed after its first backup."""
    found = scene(folder)
    save(found)
    return found


def damaged_scene(folder: Path) -> Scene:
    """Make a library with a damaged profile and a backup of it."""
    found = scene(folder)
    found.path.write_bytes(bytes(4096) + found.path.read_bytes()[4096:])
    return found


def trashed_scene(folder: Path) -> Scene:
    """Make a library whose profile lies in the trash."""
    found = scene(folder)
    found.library.delete(found.path)
    return found


def bundle_scene(folder: Path) -> Scene:
    """Make a library with a bundle of another profile beside it."""
    found = scene(folder)
    (folder / "other.bundle").write_bytes(bundle_bytes(OTHER))
    return found


def save(found: Scene) -> None:
    """Save one more answer."""
    with found.library.open(found.path) as profile:
        profile.save(AFTER)


def back_up(found: Scene) -> None:
    """Make a backup; what fails is noted, and then raised here."""
    with found.library.open(found.path) as profile:
        profile.save(AFTER)
        profile.back_up()
        if profile.backup_trouble:
            raise profile.backup_trouble


def restore(found: Scene) -> None:
    """Put the first backup back."""
    found.library.restore(found.path, found.library.backups("c0ffee").listed()[-1].path)


def import_bundle(found: Scene) -> None:
    """Read a bundle and add its profile."""
    found.library.add(read_bundle_file(found.folder / "other.bundle").record)


def has_other(found: Scene) -> bool:
    """Return whether the other profile is there, whole."""
    files = [Path(each.path) for each in found.library.files() if "other" in each.name]
    return [found.library.read(each) for each in files] == [OTHER]


def export(found: Scene) -> None:
    """Write the profile as a bundle."""
    record = found.library.read(found.path)
    write_whole(found.folder / "out.bundle", bundle_bytes(record))


def has_export(found: Scene) -> bool:
    """Return whether the bundle is there, whole."""
    path = found.folder / "out.bundle"
    return path.exists() and read_bundle_file(path).record == BEFORE


def back_up_all(found: Scene) -> None:
    """Write the whole library into one file."""
    report = back_up_library(found.library, found.folder / "all", BEGINNING)
    for _, error in report.refused:
        raise error


def is_deleted(found: Scene) -> bool:
    """Return whether the profile lies in the trash."""
    return not found.path.exists() and len(found.library.trash.listed()) == 1


def is_taken_back(found: Scene) -> bool:
    """Return whether the profile is among the others, and only there."""
    return found.path.exists() and not found.library.trash.listed()


def take_back(found: Scene) -> None:
    """Take the profile out of the trash."""
    for trashed in found.library.trash.listed():
        found.library.take_back(trashed)


DEEDS = (
    Deed(name="save", set_up=scene, act=save, allowed=(BEFORE, AFTER)),
    Deed(name="backup", set_up=scene, act=back_up, allowed=(BEFORE, AFTER)),
    Deed(
        name="migration",
        set_up=old_scene,
        act=lambda found: found.library.open(found.path).close(),
        allowed=(old_record(),),
    ),
    Deed(name="restore", set_up=changed_scene, act=restore, allowed=(BEFORE, AFTER)),
    Deed(
        name="recovery",
        set_up=damaged_scene,
        act=lambda found: found.library.recover(found.path),
        allowed=(BEFORE,),
    ),
    Deed(
        name="import",
        set_up=bundle_scene,
        act=import_bundle,
        allowed=(BEFORE,),
        done=has_other,
    ),
    Deed(name="export", set_up=scene, act=export, allowed=(BEFORE,), done=has_export),
    Deed(name="library backup", set_up=scene, act=back_up_all, allowed=(BEFORE,)),
    Deed(
        name="delete",
        set_up=scene,
        act=lambda found: found.library.delete(found.path),
        allowed=(BEFORE,),
        done=is_deleted,
    ),
    Deed(
        name="undelete",
        set_up=trashed_scene,
        act=take_back,
        allowed=(BEFORE,),
        done=is_taken_back,
    ),
)


def problems(
    deed: Deed, found: Scene, error: Exception | None, *, is_drive_gone: bool = False
) -> Iterator[str]:
    """Yield what is wrong after a deed was tried, and once the disk works again.

    On a drive that is gone nothing can be removed, so that half of an export stays where a person
    wanted it; what stays in the data folder is swept up later.
    """
    if error is not None and not isinstance(error, UserError):
        yield f"{type(error).__name__}: {error}"
    if error is not None and not str(error).endswith((".", "?")) and "type: " not in str(error):
        yield f"no sentence: {error}"
    fresh = Library(found.folder, Clock())
    try:
        record = fresh.read(_where(fresh, found))
    except StoreError as trouble:
        if deed.name != "recovery":
            yield f"the profile cannot be read: {trouble}"
        record = deed.allowed[0]
    if record not in deed.allowed:
        yield "the profile is in neither state"
    Library(found.folder, Clock(datetime.now(UTC) + timedelta(days=1)))
    exports = [] if is_drive_gone else list(found.folder.rglob("*.tmp"))
    if left := [each.name for each in (*exports, *found.folder.rglob("*.socialplan-tmp*"))]:
        yield f"left behind: {left}"
    yield from _again(deed, Scene(found.folder, fresh, found.path), error)


def _where(library: Library, found: Scene) -> Path:
    """Return where the profile is now: among the others, or in the trash."""
    if found.path.exists():
        return found.path
    trashed = [each.path for each in library.trash.listed()]
    return trashed[0] if trashed else found.path


def _again(deed: Deed, found: Scene, error: Exception | None) -> Iterator[str]:
    """Yield what is wrong when it is tried again, with nothing else done."""
    try:
        if error is not None and not (deed.done and deed.done(found)):
            deed.act(found)
        if deed.done and not deed.done(found):
            yield "not done, even once the disk works again"
        if found.library.read(_where(found.library, found)) not in deed.allowed:
            yield "the profile is in neither state, once the disk works again"
    except Exception as trouble:  # noqa: BLE001 - any at all is what is looked for
        yield f"does not work again: {type(trouble).__name__}: {trouble}"
