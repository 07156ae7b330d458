"""Folders that others write in as well are recognised by their names and their mounts."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from socialplanner.store.places import (
    cloud_service,
    is_conflicted_copy,
    is_network_path,
    mount_type,
    place_warning,
    system_mounts,
)

MAC, LINUX = PurePosixPath("/", "Users", "ana"), PurePosixPath("/", "home", "ana")
WINDOWS = PureWindowsPath("C:/", "Users", "ana")

CLOUD: dict[str, list[PurePath]] = {
    "OneDrive": [
        WINDOWS / "OneDrive/SocialPlanner",
        WINDOWS / "OneDrive - Contoso Ltd/plans",
        MAC / "Library/CloudStorage/OneDrive-Personal/plans",
        LINUX / "OneDrive (2)/plans",
    ],
    "Dropbox": [
        LINUX / "Dropbox",
        PureWindowsPath("D:/Dropbox (Personal)/plans"),
        MAC / "Library/CloudStorage/Dropbox/plans",
    ],
    "iCloud Drive": [
        MAC / "Library/Mobile Documents/com~apple~CloudDocs/plans",
        WINDOWS / "iCloudDrive/plans",
    ],
    "Google Drive": [
        MAC / "Library/CloudStorage/GoogleDrive-ana@example.com/My Drive",
        PureWindowsPath("G:/My Drive/plans"),
        MAC / "Google Drive/plans",
    ],
    "Nextcloud": [LINUX / "Nextcloud/plans"],
    "ownCloud": [LINUX / "ownCloud/plans"],
    "Syncthing": [LINUX / "Sync/plans"],
    "Proton Drive": [WINDOWS / "Proton Drive/ana/My files"],
    "MEGA": [LINUX / "MEGA/plans"],
    "Box": [MAC / "Library/CloudStorage/Box-Box/plans"],
    "pCloud": [WINDOWS / "pCloud Drive/plans"],
    "Yandex Disk": [LINUX / "Yandex.Disk/plans"],
}

LOCAL: list[PurePath] = [
    LINUX / ".local/share/socialplanner",
    WINDOWS / "AppData/Local/socialplanner",
    MAC / "Library/Application Support/socialplanner",
    LINUX / "Boxes/plans",
    LINUX / "Synchronised/plans",
    LINUX / "OneDriver/plans",
]


@pytest.mark.parametrize(
    ("service", "folder"),
    [(service, folder) for service, folders in CLOUD.items() for folder in folders],
    ids=str,
)
def test_the_folder_of_a_cloud_service_is_recognised(service: str, folder: PurePath) -> None:
    assert cloud_service(folder) == service


@pytest.mark.parametrize("folder", LOCAL, ids=str)
def test_an_ordinary_folder_is_not_warned_about(folder: PurePath) -> None:
    assert cloud_service(folder) is None
    assert not is_network_path(str(folder))


@pytest.mark.parametrize(
    ("path", "is_network"),
    [
        (r"\\server\share\plans", True),
        ("//server/share/plans", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\C:\plans", False),
        (r"\\.\C:\plans", False),
        ("///home/ana", False),
        ("/home/ana", False),
        (r"C:\plans", False),
    ],
)
def test_a_share_of_another_machine_is_recognised(path: str, *, is_network: bool) -> None:
    assert is_network_path(path) == is_network


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "fuse.rclone"])
def test_a_network_mount_is_warned_about_with_what_to_do(kind: str) -> None:
    mounts = [("/", "ext4"), ("/mnt/office", kind)]
    warning = place_warning(Path("/mnt/office/plans"), mounts)
    assert warning is not None
    assert warning.is_network
    assert str(warning).startswith("/mnt/office/plans is on the network")
    assert str(warning).endswith("put exported files there instead.")
    assert place_warning(Path("/mnt/officer/plans"), mounts) is None


def test_the_innermost_mount_counts() -> None:
    mounts = [("/", "nfs4"), ("/data", "ext4"), ("/data/share", "cifs")]
    assert mount_type(Path("/data/plans"), mounts) == "ext4"
    assert mount_type(Path("/data/share/plans"), mounts) == "cifs"
    assert mount_type(Path("/srv"), mounts) == "nfs4"
    assert mount_type(Path("/srv"), []) == ""


def test_the_mounts_of_this_machine_are_read_where_it_tells_them() -> None:
    assert all(point.startswith("/") and kind for point, kind in system_mounts())


@pytest.mark.parametrize(
    ("name", "is_copy"),
    [
        ("Café-c0ffee (Ana's conflicted copy 2027-01-31).socialplan", True),
        ("Café-c0ffee.sync-conflict-20270131-120000-ABCDEFG.socialplan", True),
        ("Café-c0ffee (1).socialplan", True),
        ("Café-c0ffee-DESKTOP-4GH7.socialplan", True),
        ("Café-c0ffee (In Konflikt stehende Kopie).socialplan", True),
        ("Café-c0ffee.socialplan", False),
        ("Conflicts-Ltd-c0ffee.socialplan", False),
    ],
)
def test_a_second_version_saved_by_a_service_is_recognised(name: str, *, is_copy: bool) -> None:
    assert is_conflicted_copy(PurePosixPath(name)) == is_copy
