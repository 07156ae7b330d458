"""Recognise folders that others write in as well: those of cloud services and of networks.

A service that copies files while they are written, or writes them itself, is the commonest way
to a damaged database. It is recognised by the names its folders have; a folder that was renamed
is not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from socialplanner.messages import visible

CLOUD_FOLDERS = {
    "OneDrive": r"OneDrive(?: ?- ?.+| \(.+\))?",
    "Dropbox": r"Dropbox(?: \(.+\))?",
    "iCloud Drive": r"Mobile Documents|com~apple~CloudDocs|iCloud ?Drive|iCloudDrive",
    "Google Drive": r"Google ?Drive(?:-.+| \(.+\))?|GoogleDrive-.+|My Drive|DriveFS",
    "Nextcloud": r"Nextcloud\d*",
    "ownCloud": r"ownCloud\d*",
    "pCloud": r"pCloud ?(?:Drive|Sync)",
    "Box": r"Box(?: Sync)?|Box-Box",
    "MEGA": r"MEGA(?:sync)?",
    "Proton Drive": r"Proton ?Drive(?:-.+)?",
    "Syncthing": r"Syncthing|Sync",
    "Yandex Disk": r"Yandex\.?Disk",
    "Creative Cloud": r"Creative Cloud Files(?: .+)?",
}
_CLOUD = {
    name: re.compile(pattern, re.IGNORECASE | re.DOTALL) for name, pattern in CLOUD_FOLDERS.items()
}

NETWORK_TYPES = frozenset(
    {
        *("9p", "afpfs", "afs", "ceph", "cifs", "davfs", "ncpfs", "nfs", "nfs4", "smb", "smb2"),
        *("smb3", "smbfs", "sshfs", "webdav", "fuse.davfs2", "fuse.google-drive-ocamlfuse"),
        *("fuse.gvfsd-fuse", "fuse.onedriver", "fuse.rclone", "fuse.sshfs"),
    }
)

CONFLICT = re.compile(
    r"conflicted copy|\bconflict\b|sync-conflict|in Konflikt stehende Kopie|copie en conflit"
    r"| \(\d+\)$|-(?:DESKTOP|LAPTOP)-[0-9A-Z]+(?:-\d+)?$|\[Conflict\]",
    re.IGNORECASE,
)
"""What services put into the name of a second version of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWarning:
    """Why a folder is no safe place for profiles: the service or the network it belongs to."""

    folder: str
    service: str
    is_network: bool = False

    def __str__(self) -> str:
        """Return the warning as a sentence, with what to do instead."""
        what = "on the network" if self.is_network else "copied by a cloud service"
        return (
            f"{visible(self.folder)} is {what} ({self.service}). Profiles kept there can be "
            f"damaged while they are written. Keep them on this machine, and put exported files "
            f"there instead."
        )


def place_warning(
    folder: Path, mounts: Iterable[tuple[str, str]] | None = None
) -> PlaceWarning | None:
    """Return why a folder is no safe place, or None; `mounts` are mount points with their types."""
    shown = str(folder)
    if service := cloud_service(folder):
        return PlaceWarning(folder=shown, service=service)
    if is_network_path(shown):
        return PlaceWarning(folder=shown, service="a shared folder", is_network=True)
    kind = mount_type(folder, system_mounts() if mounts is None else mounts)
    if kind in NETWORK_TYPES:
        return PlaceWarning(folder=shown, service=kind, is_network=True)
    return None


def cloud_service(folder: PurePath) -> str | None:
    """Return the cloud service whose folder this lies in, or None."""
    for part in folder.parts:
        for name, pattern in _CLOUD.items():
            if pattern.fullmatch(part):
                return name
    return None


def is_network_path(text: str) -> bool:
    r"""Return whether a path is a share of another machine, such as ``\\server\share``."""
    plain = text.replace("\\", "/")
    if plain.startswith(("//?/", "//./")):
        return plain[4:].lower().startswith("unc/")
    return plain.startswith("//") and not plain.startswith("///")


def mount_type(folder: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """Return the type of the file system that a folder lies on, "" where it is not known."""
    absolute = folder.absolute()
    covering = [(len(point), kind) for point, kind in mounts if absolute.is_relative_to(point)]
    return max(covering, default=(0, ""))[1]


def system_mounts() -> list[tuple[str, str]]:
    """Return the mount points of this machine with their types; nothing where it tells none."""
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []
    fields = (line.split(" ") for line in lines)
    return [(_unescaped(each[1]), each[2]) for each in fields if len(each) > 2]  # noqa: PLR2004


def is_conflicted_copy(path: PurePath) -> bool:
    """Return whether a file's name says that a service saved a second version of it."""
    return CONFLICT.search(path.stem) is not None


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)
