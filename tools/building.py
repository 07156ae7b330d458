"""The program as one folder that needs no Python: PyInstaller's work, and what a desktop wants.

Standard library only, as dev.py, which calls this with an environment that holds PyInstaller.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from environment import ROOT, python
from trouble import call, say

if TYPE_CHECKING:
    from pathlib import Path

DIST = ROOT / "dist"
NAME = "socialplanner"
RESOURCES = ROOT / "resources"
MIB = 1024 * 1024


def build() -> Path:
    """Make dist/socialplanner anew and return where it is."""
    call(
        [
            *(python(), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", str(DIST), "--workpath", str(ROOT / "build"), str(ROOT / "build.spec")),
        ],
        "PyInstaller could not build the program; its message stands above.",
    )
    folder = DIST / NAME
    lay_out(folder / "share")
    size = sum(path.stat().st_size for path in folder.rglob("*") if not path.is_symlink())
    say(f"The program is in {folder}, {size / MIB:.0f} MiB.")
    return folder


def lay_out(share: Path) -> None:
    """Put what a desktop reads where it looks, below a folder `share`: a package copies it."""
    for file, place in desktop_files().items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def desktop_files() -> dict[Path, str]:
    """Return the files that tell a desktop of the program, with their places below `share`."""
    desktop, icons = RESOURCES / "desktop", RESOURCES / "icons" / "app"
    entry = next(desktop.glob("*.desktop"))
    places = {
        entry: f"applications/{entry.name}",
        desktop / f"{entry.stem}.metainfo.xml": f"metainfo/{entry.stem}.metainfo.xml",
        desktop / f"{entry.stem}.xml": f"mime/packages/{entry.stem}.xml",
        icons / f"{NAME}.svg": f"icons/hicolor/scalable/apps/{entry.stem}.svg",
    }
    for picture in icons.glob("*.png"):
        size = re.sub(r"\D", "", picture.stem)
        places[picture] = f"icons/hicolor/{size}x{size}/apps/{entry.stem}.png"
    return places
