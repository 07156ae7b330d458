"""The system packages that Python's venv and Qt need, and how they get here.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from trouble import SKIP_OPTION, Trouble, call, say

# Every library that Qt's core, windows, offscreen and xcb parts ask the system for, by the Debian
# package that brings it; docs/decisions/0002 says how the list was made.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

BUILD_PARTS = {
    "objcopy": "binutils",
    "the library of Python": "libpython{}.{}".format(*sys.version_info),
}
"""What PyInstaller asks the system for: on the Debian family Python itself does without both."""

TEST_PROGRAMS = {
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "dbus-run-session": "dbus-daemon",
    "desktop-file-validate": "desktop-file-utils",
    "update-mime-database": "shared-mime-info",
    "xauth": "xauth",
    "xmllint": "libxml2-utils",
}
"""What some tests ask, by name or place; a test whose program is missing says so and is skipped."""


def provide_build_packages(*, skip: bool) -> None:
    """Install what only the build needs; raise Trouble where that cannot be done."""
    found = {"objcopy": bool(shutil.which("objcopy")), "the library of Python": has_libpython()}
    is_linux = sys.platform == "linux"
    install({} if not is_linux else {p: BUILD_PARTS[p] for p in found if not found[p]}, skip=skip)


def provide_test_packages(*, skip: bool) -> None:
    """Install the programs that some tests ask where nobody has to be asked for that: as root."""
    missing = {
        name: package
        for name, package in TEST_PROGRAMS.items()
        if not shutil.which(name) and not Path(name).exists()
    }
    may = sys.platform == "linux" and not skip and os.geteuid() == 0 and shutil.which("apt-get")
    if not missing or not may:
        return
    try:
        install(missing, skip=False)
    except Trouble:
        say(f"Tests that need {', '.join(missing)} are skipped.")


def has_libpython() -> bool:
    """Tell whether Python's own library can be shipped."""
    names = (sysconfig.get_config_var(name) for name in ("LIBDIR", "INSTSONAME"))
    return Path(*(name or "" for name in names)).is_file() or loads(
        "libpython{}.{}.so.1.0".format(*sys.version_info)
    )


def provide_system_packages(*, skip: bool) -> None:
    """Install what is missing by apt-get; raise Trouble where that cannot be done.

    `skip` leaves Qt's libraries alone, and installs nothing.
    """
    install(missing_packages(skip_qt=skip), skip=skip)
    if not skip and (still_missing := missing_packages(skip_qt=False)):
        raise Trouble(remedy_for(still_missing))


def install(missing: dict[str, str], *, skip: bool) -> None:
    """Install packages by apt-get; raise Trouble where that cannot or may not be done."""
    if not missing:
        return
    apt_get = None if skip else apt_get_command()
    if apt_get is None:
        raise Trouble(remedy_for(missing))
    packages = list(missing.values())
    say(f"Installing system packages: {' '.join(packages)} ...")
    subprocess.run([*apt_get, "update"], stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    command = [*apt_get, "install", "--yes", "--no-install-recommends", *packages]
    call(command, f"apt-get could not do it; its message stands above. {remedy_for(missing)}")


def missing_packages(*, skip_qt: bool) -> dict[str, str]:
    """Return each part the system lacks, with the Debian package that brings it."""
    if sys.platform != "linux":
        return {}
    missing = {}
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        missing["Python's venv"] = "python{}.{}-venv".format(*sys.version_info)
    libraries = {} if skip_qt else QT_LIBRARIES
    missing.update((name, package) for name, package in libraries.items() if not loads(name))
    return missing


def loads(library: str) -> bool:
    """Tell whether the system's linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_get_command() -> list[str] | None:
    """Return how apt-get is started with the right to install; None where it cannot be."""
    apt_get = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return apt_get
    ask = [] if sys.stdin.isatty() else ["-n"]
    return ["sudo", *ask, *apt_get] if shutil.which("sudo") else None


def remedy_for(missing: dict[str, str]) -> str:
    """Say what is missing and how to go on."""
    names = ", ".join(f"{package} (for {part})" for part, package in missing.items())
    sentence = (
        f"SocialPlanner needs system packages that are missing here, by their Debian names: "
        f"{names}. Install them with your system's package manager, where names may differ a "
        f"little, and start the same command again."
    )
    if missing.keys() <= QT_LIBRARIES.keys():
        sentence += (
            f" The command line works without them: python3 tools/dev.py {SKIP_OPTION} run --help"
        )
    return sentence
