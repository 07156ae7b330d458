"""What tells a desktop of the program: it agrees with the package, and its own tools accept it."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

import building
from socialplanner import APPLICATION_NAME, COMMAND_NAME, DESKTOP_ID, __version__, paths
from socialplanner.cli import window
from socialplanner.exchange.bundle import BUNDLE_SUFFIX
from socialplanner.store.database import APPLICATION_ID
from socialplanner.store.library_backup import LIBRARY_SUFFIX
from socialplanner.store.profile_file import SUFFIX
from tests.house.sources import ROOT

ENTRY = paths.desktop_dir() / f"{DESKTOP_ID}.desktop"
METAINFO = paths.desktop_dir() / f"{DESKTOP_ID}.metainfo.xml"
TYPES = paths.desktop_dir() / f"{DESKTOP_ID}.xml"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
ICONS = paths.application_icons_dir()


def accepted(*command: str | Path) -> str:
    """Return what a checker says; skip where it is not installed."""
    program = str(command[0])
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed here")
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def keys() -> dict[str, str]:
    lines = ENTRY.read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def metainfo() -> ET.Element:
    return ET.parse(METAINFO).getroot()  # noqa: S314 - our own file


def mime_types() -> dict[str, set[str]]:
    """Return the patterns of each type that we define."""
    root = ET.parse(TYPES).getroot()  # noqa: S314 - our own file
    return {
        each.attrib["type"]: {glob.attrib["pattern"] for glob in each.iter(f"{MIME}glob")}
        for each in root.iter(f"{MIME}mime-type")
    }


def test_the_desktops_own_tools_accept_the_entry() -> None:
    assert accepted("desktop-file-validate", ENTRY) == ""


def test_the_software_centres_own_tools_accept_the_metainfo() -> None:
    accepted("appstreamcli", "validate", "--no-net", METAINFO)
    accepted("xmllint", "--noout", METAINFO, TYPES)


def test_the_file_types_are_accepted_and_known_afterwards(tmp_path: Path) -> None:
    building.lay_out(tmp_path)
    accepted("update-mime-database", tmp_path / "mime")
    for kind, patterns in mime_types().items():
        written = (tmp_path / "mime" / f"{kind}.xml").read_text("utf-8")
        assert all(pattern in written for pattern in patterns)


def test_the_entry_starts_the_command_that_opens_files() -> None:
    assert keys()["Exec"] == f"{COMMAND_NAME} {window.OPEN} %F"
    assert keys()["Name"] == APPLICATION_NAME
    assert keys()["Icon"] == DESKTOP_ID


def test_names_and_version_are_the_packages_own() -> None:
    about = metainfo()
    assert about.findtext("id") == DESKTOP_ID
    assert about.findtext("name") == APPLICATION_NAME
    assert about.findtext("launchable") == ENTRY.name
    assert about.findtext("provides/binary") == COMMAND_NAME
    releases = [each.attrib["version"] for each in about.iter("release")]
    assert releases[0] == __version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert about.findtext("project_license") == project["license"]


def test_every_kind_of_file_of_ours_has_a_type() -> None:
    patterns = {pattern for found in mime_types().values() for pattern in found}
    assert patterns == {f"*{SUFFIX}", f"*{BUNDLE_SUFFIX}", f"*{LIBRARY_SUFFIX}"}
    assert f'value="{APPLICATION_ID:#010X}"'.lower() in TYPES.read_text("utf-8").lower()


def test_the_types_that_are_opened_by_a_click_are_the_same_everywhere() -> None:
    opened = set(filter(None, keys()["MimeType"].split(";")))
    assert opened == {each.text for each in metainfo().iter("mediatype")}
    assert opened <= mime_types().keys()


def test_the_icon_is_there_in_every_size_that_desktops_ask_for() -> None:
    sizes = {int(re.sub(r"\D", "", path.stem)) for path in ICONS.glob("*.png")}
    assert {16, 24, 32, 48, 64, 128, 256, 512} <= sizes
    for path in ICONS.glob("*.png"):
        with Image.open(path) as picture:
            size = int(re.sub(r"\D", "", path.stem))
            assert (picture.size, picture.mode) == ((size, size), "RGBA")


@pytest.mark.parametrize(("name", "form"), [("ico", "ICO"), ("icns", "ICNS")])
def test_other_systems_have_the_icon_in_a_form_of_their_own(name: str, form: str) -> None:
    with Image.open(ICONS / f"{COMMAND_NAME}.{name}") as picture:
        assert picture.format == form
        assert max(size[0] for size in picture.info["sizes"]) >= 256


def test_everything_lies_where_a_desktop_looks(tmp_path: Path) -> None:
    building.lay_out(tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert found >= {
        f"applications/{DESKTOP_ID}.desktop",
        f"metainfo/{DESKTOP_ID}.metainfo.xml",
        f"mime/packages/{DESKTOP_ID}.xml",
        f"icons/hicolor/scalable/apps/{DESKTOP_ID}.svg",
        f"icons/hicolor/48x48/apps/{DESKTOP_ID}.png",
    }
