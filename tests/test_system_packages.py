"""System packages: what is asked for, how, and what is said where that cannot be done."""

import os
import shutil
import sys

import pytest

import system_packages
import trouble


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries for Qt")
def test_only_what_the_system_lacks_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "loads", lambda library: library != "libEGL.so.1")
    assert system_packages.missing_packages(skip_qt=False) == {"libEGL.so.1": "libegl1"}
    assert system_packages.missing_packages(skip_qt=True) == {}


def test_the_linker_is_asked_for_the_library_itself() -> None:
    assert not system_packages.loads("libsurely-not-here.so.1")


@pytest.mark.skipif(os.name != "posix", reason="apt-get is a POSIX program")
@pytest.mark.parametrize(
    ("user", "programs", "start"),
    [
        (0, {"apt-get"}, "env"),
        (1000, {"apt-get", "sudo"}, "sudo"),
        (1000, {"apt-get"}, None),
        (0, set(), None),
    ],
    ids=["root", "sudo", "neither", "no apt"],
)
def test_packages_are_installed_as_root_or_through_sudo_or_not_at_all(
    user: int, programs: set[str], start: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(shutil, "which", lambda name: name in programs or None)
    command = system_packages.apt_get_command()
    assert (command and command[0]) == start


def test_where_packages_cannot_be_installed_the_sentence_names_them_and_a_way_on() -> None:
    sentence = system_packages.remedy_for({"libEGL.so.1": "libegl1"})
    assert "libegl1 (for libEGL.so.1)" in sentence
    assert trouble.SKIP_OPTION in sentence


def test_without_venv_no_way_around_the_packages_is_promised() -> None:
    sentence = system_packages.remedy_for({"Python's venv": "python3.11-venv"})
    assert "python3.11-venv" in sentence
    assert trouble.SKIP_OPTION not in sentence


def test_skipping_installs_nothing_but_says_when_python_cannot_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    missing = {"Python's venv": "python3.11-venv"}
    monkeypatch.setattr(system_packages, "missing_packages", lambda **_skip: missing)
    with pytest.raises(trouble.Trouble, match=r"python3\.11-venv"):
        system_packages.provide_system_packages(skip=True)
