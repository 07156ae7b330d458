"""The virtual environment beside this folder: what is in it, and how it is made.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from system_packages import provide_system_packages
from trouble import call, say

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "socialplanner-stamp.json"


@dataclass(frozen=True)
class Stamp:
    """For what an environment was made, and what it holds."""

    machine: str
    project: str
    extras: tuple[str, ...]
    system_packages: bool

    def satisfies(self, wanted: Stamp) -> bool:
        """Tell whether nothing that is wanted has to be installed."""
        return (
            (self.machine, self.project) == (wanted.machine, wanted.project)
            and set(wanted.extras) <= set(self.extras)
            and (self.system_packages or not wanted.system_packages)
        )

    def together_with(self, earlier: Stamp) -> Stamp:
        """Return this stamp with what an earlier one holds too."""
        return replace(
            self,
            extras=tuple(sorted({*self.extras, *earlier.extras})),
            system_packages=self.system_packages or earlier.system_packages,
        )


def prepare(extras: tuple[str, ...], *, skip_system: bool) -> None:
    """Install what is missing; return at once when nothing is."""
    wanted = wanted_stamp(extras, system_packages=not skip_system)
    if (stamp := read_stamp()) and stamp.satisfies(wanted):
        return
    with alone():
        stamp = read_stamp()
        if stamp and stamp.satisfies(wanted):
            return
        provide_system_packages(skip=skip_system)
        install_project(stamp, wanted)


def install_project(stamp: Stamp | None, wanted: Stamp) -> None:
    """Install the project into a sound environment; the stamp says so only when all is done."""
    STAMP.unlink(missing_ok=True)
    if stamp and stamp.machine == wanted.machine:
        wanted = wanted.together_with(stamp)
    else:
        say(f"Making {VENV} ...")
        call(
            [sys.executable, "-m", "venv", "--clear", str(VENV)],
            f"Python could not make {VENV}. Delete that folder and start again.",
        )
    say("Installing SocialPlanner and what it needs; the first time takes about a minute ...")
    extras = f"[{','.join(wanted.extras)}]" if wanted.extras else ""
    call(
        [python(), "-m", "pip", "install", "--no-input", "--editable", f"{ROOT}{extras}"],
        "pip could not install what SocialPlanner needs; its message stands above. Check the "
        "network connection and the free space, then start the same command again.",
    )
    STAMP.write_text(json.dumps(asdict(wanted)), encoding="utf-8")


def python() -> str:
    """Return the environment's own Python."""
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def site_packages() -> Path:
    """Return the folder of what is installed in the environment."""
    version = "python{}.{}".format(*sys.version_info)
    return VENV / ("Lib" if os.name == "nt" else f"lib/{version}") / "site-packages"


def wanted_stamp(extras: tuple[str, ...], *, system_packages: bool) -> Stamp:
    """Return the stamp of an environment that fits this machine and project.

    A security update of the same Python (apt-get may bring one during the first start) keeps it.
    """
    return Stamp(
        machine=digest(str(sys.implementation.cache_tag), sys.base_prefix, str(ROOT)),
        project=digest((ROOT / "pyproject.toml").read_text(encoding="utf-8")),
        extras=extras,
        system_packages=system_packages,
    )


def digest(*texts: str) -> str:
    """Return a short digest of some texts."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def read_stamp() -> Stamp | None:
    """Return the stamp of a whole environment; None where there is none, or half of one."""
    try:
        stamp = Stamp(**json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    installed = any(site_packages().glob("socialplanner-*.dist-info/RECORD"))
    return stamp if installed and Path(python()).exists() else None


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Wait until no other start is installing; the system lets go of the lock of a killed one."""
    with (ROOT / ".venv.lock").open("w") as lock:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - Windows has no such module

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
