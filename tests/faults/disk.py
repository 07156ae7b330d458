"""A disk that forgets what was not synced: the model behind `power.py`.

The model. Bytes written to a file are sure once the file is synced; until then each write is in
doubt by sector, each change of size as a whole. A name that comes, goes or changes is sure once
its folder is synced: by `os.fsync` on the folder, by SQLite's first sync of a new journal and by
its deletion of a journal under synchronous=EXTRA, as its unix VFS does. Until then each change of
a name is in doubt by itself, a rename as a whole (sure once the folder of the new name is synced).
What is in doubt survives with p = 0.5, each by itself: later without earlier, too.

What was there when recording began is sure. Permissions, times and locks are not modelled. The
drive is honest: what it has synced it keeps, and a write harms no bytes beside it.
"""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """Bytes on their way to the disk."""

    offset: int
    data: bytes

    def apply(self, content: bytearray) -> None:
        """Write all of it."""
        put(content, self.offset, self.data)

    def survive(self, content: bytearray, random: Random) -> None:
        """Write those of its sectors that fate lets through."""
        start, end = self.offset, self.offset + len(self.data)
        while start < end:
            stop = min(end, (start // SECTOR + 1) * SECTOR)
            if random.getrandbits(1):
                put(content, start, self.data[start - self.offset : stop - self.offset])
            start = stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Resize:
    """A change of size on its way to the disk."""

    size: int

    def apply(self, content: bytearray) -> None:
        """Cut the file, or lengthen it with zeros."""
        del content[self.size :]
        content.extend(bytes(self.size - len(content)))

    def survive(self, content: bytearray, random: Random) -> None:
        """Happen or not."""
        if random.getrandbits(1):
            self.apply(content)


def put(content: bytearray, offset: int, data: bytes) -> None:
    """Overwrite a part of a content, which grows with zeros up to there if it has to."""
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


@dataclass(slots=True, eq=False)
class Node:
    """A file, whatever its names: what is sure, and what is on its way; or a folder."""

    content: bytearray = field(default_factory=bytearray)
    pending: list[Write | Resize] = field(default_factory=list)
    is_folder: bool = False
    syncs_folder: bool = False

    def sync(self) -> None:
        """Make sure of all that is on its way."""
        for change in self.pending:
            change.apply(self.content)
        self.pending.clear()

    def after_power_loss(self, random: Random) -> bytes:
        """Return one of the contents that may be found."""
        content = bytearray(self.content)
        for change in self.pending:
            change.survive(content, random)
        return bytes(content)


Names = dict[Path, Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A change of names: `source` goes, `target` comes; either may be missing."""

    source: Path | None = None
    target: Path | None = None
    node: Node | None = None

    @property
    def folder(self) -> Path | None:
        """Return the folder whose sync makes sure of the change."""
        path = self.target or self.source
        return path.parent if path else None

    def apply(self, names: Names) -> None:
        """Change the names; what lies in a renamed folder goes along."""
        if self.source is None:
            if self.target and self.node:
                names[self.target] = self.node
        elif self.target is None:
            names.pop(self.source, None)
        elif self.source in names:
            for path in [each for each in names if each.is_relative_to(self.source)]:
                names[self.target / path.relative_to(self.source)] = names.pop(path)


class Disk:
    """All files below a folder: what programs see, what is sure, and what is on its way."""

    def __init__(self, folder: Path) -> None:
        """Start with what is there; all of it is sure."""
        self.folder = folder
        self.sure: Names = {}
        for path in sorted(folder.rglob("*")):
            content = bytearray() if path.is_dir() else bytearray(path.read_bytes())
            self.sure[path] = Node(content=content, is_folder=path.is_dir())
        self.seen: Names = dict(self.sure)
        self.pending: list[Renaming] = []

    def rename(self, change: Renaming) -> None:
        """Change names as programs see them; it is not sure yet."""
        change.apply(self.seen)
        self.pending.append(change)

    def sync_folder(self, folder: Path) -> None:
        """Make sure of the names in a folder."""
        kept = []
        for change in self.pending:
            if change.folder == folder:
                change.apply(self.sure)
            else:
                kept.append(change)
        self.pending = kept

    def after_power_loss(self, random: Random) -> dict[Path, bytes | None]:
        """Return what may be found, by path below the folder; None is a folder."""
        names = dict(self.sure)
        for change in self.pending:
            if random.getrandbits(1):
                change.apply(names)
        found: dict[Path, bytes | None] = {}
        for path in sorted(names):
            parent = path.parent.relative_to(self.folder)
            if parent == Path() or found.get(parent, b"") is None:
                node = names[path]
                content = None if node.is_folder else node.after_power_loss(random)
                found[path.relative_to(self.folder)] = content
        return found
