"""The project's own files, as the guards of the house read them."""

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = frozenset({".git", ".venv", "__pycache__", "build", "dist", "node_modules"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One Python file: `name` counts from the project's folder, with slashes."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """Return the parsed file."""
        return ast.parse(self.text, self.name)


def package_sources() -> list[Source]:
    """Return every Python file of the program."""
    paths = sorted((ROOT / "socialplanner").rglob("*.py"))
    return [Source(name=name_of(path), text=path.read_text("utf-8")) for path in paths]


def project_files() -> Iterator[Path]:
    """Yield the files a commit would hold, without asking git: a bare machine may lack it."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS and not is_cache(name)]
        yield from (Path(folder, name) for name in files)


def is_cache(folder: str) -> bool:
    """Tell whether a folder is a tool's own: all are hidden, `.ci` is ours."""
    return folder.startswith(".") and folder != ".ci"


def name_of(path: Path) -> str:
    """Return a path counted from the project's folder, with slashes."""
    return path.relative_to(ROOT).as_posix()
