"""Cut the power at any moment of a recorded workload, and look at what the disk would hold.

    with recorded(folder) as recording:
        for k in range(1, 50):
            save(k)
            recording.acknowledge(k)
    for state in crash_states(recording, 500, seed=1, into=tmp_path / "states"):
        check(state.folder / "file.db", at_least=state.acknowledged)

`disk.py` says what the model is. Its limits: an honest drive; states are samples, no proof.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.disk import Disk, Node, Renaming, Resize, Write
from tests.faults.operations import Answer, Kind, Layer, Operation
from tests.faults.vfs import OPEN_CREATE
from tests.faults.watching import watched

SYNC_FOLDER = 1
JOURNALS = 0x00000800 | 0x00004000 | 0x00080000
"""SQLite's flags at xOpen for main journals, super-journals and WAL files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """A moment at which the workload told somebody that something is saved."""

    number: int


@dataclass(slots=True)
class Recording:
    """What was there at first, and all that happened then."""

    disk: Disk
    log: list[Operation | Acknowledgement] = field(default_factory=list)

    def __call__(self, operation: Operation) -> Answer:
        """Record an operation that changes the disk, or makes it sure."""
        if operation.mutates or operation.kind is Kind.OPEN:
            self.log.append(operation)
        return None

    def acknowledge(self, number: int) -> None:
        """Note that `number` is said to be saved from here on."""
        self.log.append(Acknowledgement(number=number))


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashState:
    """What was found after one power loss: `acknowledged` is the last number noted before."""

    folder: Path
    acknowledged: int
    cut: int
    number: int


@contextmanager
def recorded(folder: Path) -> Iterator[Recording]:
    """Record what happens to the files below a folder; what is there already counts as sure."""
    folder = folder.resolve()
    recording = Recording(Disk(folder))
    with watched(recording, folder):
        yield recording


def crash_states(
    recording: Recording, count: int, *, seed: int, into: Path, keep: bool = False
) -> Iterator[CrashState]:
    """Yield `count` states, the earlier cuts first; each lies in a folder that goes afterwards.

    The folder of a state stays when the check raises, or with `keep`.
    """
    if not any(isinstance(event, Operation) for event in recording.log):
        raise RuntimeError("nothing was recorded: open connections within `recorded`")
    disk = deepcopy(recording.disk)
    random = Random(seed)  # noqa: S311 - to be repeated
    cuts = sorted(random.randint(0, len(recording.log)) for _ in range(count))
    place = acknowledged = 0
    for number, cut in enumerate(cuts):
        for event in recording.log[place:cut]:
            if isinstance(event, Acknowledgement):
                acknowledged = event.number
            else:
                replay(disk, event)
        place = cut
        folder = into / f"state-{number}"
        lay_out(disk.after_power_loss(random), folder)
        yield CrashState(folder=folder, acknowledged=acknowledged, cut=cut, number=number)
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


def lay_out(found: dict[Path, bytes | None], folder: Path) -> None:
    """Write what was found after a power loss into a folder."""
    folder.mkdir(parents=True)
    for path, content in found.items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)


def replay(disk: Disk, operation: Operation) -> None:
    """Do an operation of the log; one that must have failed, as a second mkdir, does nothing."""
    node = disk.seen.get(operation.path)
    match operation.kind:
        case Kind.OPEN | Kind.MKDIR:
            _create(disk, operation, node)
        case Kind.WRITE | Kind.TRUNCATE | Kind.SYNC:
            _change(disk, operation, node)
        case Kind.DELETE | Kind.RMDIR:
            _delete(disk, operation, node)
        case Kind.RENAME if node:
            disk.rename(Renaming(source=operation.path, target=operation.target))
        case Kind.LINK if node and operation.target not in disk.seen:
            disk.rename(Renaming(target=operation.target, node=node))
        case _:
            pass


def _create(disk: Disk, operation: Operation, node: Node | None) -> None:
    parent = operation.path.parent
    if node is None and (parent == disk.folder or parent in disk.seen):
        if operation.creates or operation.kind is Kind.MKDIR:
            node = Node(is_folder=operation.kind is Kind.MKDIR)
            disk.rename(Renaming(target=operation.path, node=node))
    elif node and operation.size == 0:
        node.pending.append(Resize(size=0))
    if node and operation.layer is Layer.SQLITE and operation.kind is Kind.OPEN:
        is_new_journal = operation.flags & OPEN_CREATE and operation.flags & JOURNALS
        node.syncs_folder = bool(is_new_journal)


def _change(disk: Disk, operation: Operation, node: Node | None) -> None:
    if operation.kind is Kind.SYNC and (operation.path == disk.folder or (node and node.is_folder)):
        disk.sync_folder(operation.path)
        return
    if node is None:
        raise LookupError(f"{operation.path} was made by something that the recording did not see")
    if operation.kind is Kind.WRITE:
        node.pending.append(Write(offset=operation.offset, data=operation.data))
    elif operation.kind is Kind.TRUNCATE:
        node.pending.append(Resize(size=operation.size or 0))
    else:
        node.sync()
        if node.syncs_folder:
            node.syncs_folder = False
            disk.sync_folder(operation.path.parent)


def _delete(disk: Disk, operation: Operation, node: Node | None) -> None:
    inside = any(path.parent == operation.path for path in disk.seen)
    if node and not inside:
        disk.rename(Renaming(source=operation.path))
    if operation.layer is Layer.SQLITE and operation.flags & SYNC_FOLDER:
        disk.sync_folder(operation.path.parent)
