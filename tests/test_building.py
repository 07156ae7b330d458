"""The build: what is left out of it is what nobody uses, and the program is whole without it."""

import re
import sys
from pathlib import Path

import pytest

import system_packages
import trouble
from tests.house.sources import ROOT

SPEC = (ROOT / "build.spec").read_text("utf-8")


def unused_qt() -> re.Pattern[str]:
    """Return the pattern in build.spec that names what is left out."""
    found = re.search(r're\.compile\(\s*r"""(.*?)"""', SPEC, re.DOTALL)
    assert found is not None
    return re.compile(found[1], re.VERBOSE)


@pytest.mark.parametrize(
    ("name", "is_left_out"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", False),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", False),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", False),
        ("PySide6/Qt/translations/qtbase_fa.qm", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", True),
        ("PySide6/Qt/translations/qt_help_de.qm", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", True),
    ],
)
def test_of_qt_only_what_nobody_uses_is_left_out(name: str, *, is_left_out: bool) -> None:
    assert bool(unused_qt().search(name)) is is_left_out


def test_the_spec_takes_names_from_the_package_and_repeats_none() -> None:
    assert "from socialplanner import COMMAND_NAME" in SPEC
    assert "name=COMMAND_NAME" in SPEC
    compile(SPEC, "build.spec", "exec")


def test_the_build_server_builds_and_asks_the_built_program_whether_it_works() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "tools/dev.py build" in script
    assert "dist/socialplanner/socialplanner --self-check" in script


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Python brings what a build needs")
def test_a_build_names_what_the_system_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "has_libpython", lambda: False)
    with pytest.raises(trouble.Trouble, match=r"libpython3\.\d+ \(for the library of Python\)"):
        system_packages.provide_build_packages(skip=True)


def test_the_library_of_python_is_found_as_a_file_or_by_the_linker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "libpython.so").touch()
    places = {"LIBDIR": str(tmp_path), "INSTSONAME": "libpython.so"}
    monkeypatch.setattr("sysconfig.get_config_var", places.get)
    assert system_packages.has_libpython()
    places["INSTSONAME"] = "absent.so"
    monkeypatch.setattr(system_packages, "loads", lambda _name: False)
    assert not system_packages.has_libpython()


def test_programs_for_tests_are_never_asked_for_with_a_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr(system_packages, "install", pytest.fail)
    system_packages.provide_test_packages(skip=False)


def test_where_programs_for_tests_cannot_be_installed_the_tests_run_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_missing: object, *, skip: bool) -> None:
        raise trouble.Trouble(str(skip))

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    monkeypatch.setattr("shutil.which", {"apt-get": "apt-get"}.get)
    monkeypatch.setattr(system_packages, "install", refuse)
    system_packages.provide_test_packages(skip=False)
    assert "are skipped" in capsys.readouterr().err
