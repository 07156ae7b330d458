"""What the program is made of, and under which licences: names at hand, texts read when asked."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from socialplanner import APPLICATION_NAME, paths
from socialplanner.presentation.i18n import _

LICENCE_WORDS: Final = ("licen", "copying", "notice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One part; its texts come from the files of distributions, and from files of ours."""

    name: str
    licence: str
    distributions: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()


def components() -> tuple[Component, ...]:
    """Return every part of the program, ours first."""
    fonts = paths.fonts_dir()
    qt = (paths.licences_dir() / "LGPL-3.txt", paths.licences_dir() / "GPL-3.txt")
    own = paths.resources_dir().parent / "LICENSE"
    return (
        _own(APPLICATION_NAME, "MIT", ("socialplanner",), own),
        Component(
            name="Qt, Qt for Python",
            licence="LGPL 3",
            distributions=("PySide6_Essentials", "shiboken6"),
            files=qt,
        ),
        *_libraries(),
        _own("Python", "PSF", (), paths.licences_dir() / "Python.txt"),
        _own("Inter", "OFL 1.1", (), fonts / "Inter-OFL.txt"),
        _own("Source Serif", "OFL 1.1", (), fonts / "PlanSerif-OFL.txt"),
        _own("Vazirmatn", "OFL 1.1", (), fonts / "Vazirmatn-OFL.txt"),
        _own("Noto Sans Hebrew", "OFL 1.1", (), fonts / "NotoSansHebrew-OFL.txt"),
        _own("Noto Emoji", "OFL 1.1", (), fonts / "NotoEmoji-OFL.txt"),
        _own("Lucide", "ISC", (), paths.icons_dir() / "LICENSE"),
    )


def _libraries() -> tuple[Component, ...]:
    """Return what others wrote and we call."""
    return (
        _own("ReportLab", "BSD", ("reportlab", "rl_accel")),
        _own(
            "uharfbuzz, HarfBuzz",
            "Apache 2.0, MIT",
            ("uharfbuzz",),
            paths.licences_dir() / "HarfBuzz.txt",
        ),
        _own("PDFium, pypdfium2", "BSD, Apache 2.0", ("pypdfium2",)),
        _own("pikepdf, qpdf, packaging", "MPL 2.0, Apache 2.0, BSD", ("pikepdf", "packaging")),
        _own("NumPy", "BSD", ("numpy",)),
        _own("Pillow", "MIT-CMU", ("pillow",)),
        _own("cryptography", "Apache 2.0, BSD", ("cryptography",)),
        _own("SQLCipher", "BSD", ("sqlcipher3",)),
        _own("XlsxWriter, xlrd", "BSD", ("xlsxwriter", "xlrd")),
        _own(
            "python-docx, python-pptx, lxml",
            "MIT, BSD",
            ("python-docx", "python-pptx", "lxml", "typing_extensions"),
        ),
        _own(
            "icalendar, dateutil, six, tzdata",
            "BSD, Apache 2.0, MIT",
            ("icalendar", "python-dateutil", "six", "tzdata"),
        ),
        _own("filelock", "MIT", ("filelock",)),
        _own("platformdirs", "MIT", ("platformdirs",)),
        _own("charset-normalizer", "MIT", ("charset-normalizer",)),
    )


def _own(name: str, licence: str, distributions: tuple[str, ...], *files: Path) -> Component:
    return Component(name=name, licence=licence, distributions=distributions, files=files)


def shipped(component: Component) -> bool:
    """Return whether a part is in this program: some come with an extra alone."""
    return bool(component.files) or any(
        _files(each) is not None for each in component.distributions
    )


def text_of(component: Component) -> str:
    """Return the texts of a part's licences, or how it is licensed where none is at hand."""
    found = [*_distributed(component), *_own_texts(component)]
    if not found:
        words = _("{name} comes under this licence: {licence}. Its text is not in this copy.")
        found = [words.format(name=component.name, licence=component.licence)]
    return "\n\n\n".join(dict.fromkeys(found))


def _distributed(component: Component) -> Iterator[str]:
    for name in component.distributions:
        for path in _files(name) or ():
            with suppress(OSError):
                yield path.read_text("utf-8", errors="replace").strip()


def _own_texts(component: Component) -> Iterator[str]:
    if component.distributions and not component.files:
        return
    for path in component.files:
        with suppress(OSError):
            yield path.read_text("utf-8", errors="replace").strip()


def _files(distribution: str) -> tuple[Path, ...] | None:
    """Return the licence files that a distribution ships, None where it is not there."""
    from importlib.metadata import PackageNotFoundError, files  # noqa: PLC0415 - on use

    try:
        listed = files(distribution) or []
    except PackageNotFoundError:
        return None
    found = (
        each
        for each in listed
        if each.parts[0].endswith(".dist-info")
        and ("licenses" in each.parts or any(w in each.name.lower() for w in LICENCE_WORDS))
    )
    return tuple(Path(str(each.locate())) for each in found)


def how_to_replace_qt() -> str:
    """Return what the LGPL wants people to know about the libraries of Qt."""
    return _(
        "Qt and Qt for Python are used under the GNU LGPL, version 3. They are separate libraries "
        "that you may replace by versions of your own: where {program} was installed with pip, "
        "install another PySide6_Essentials beside it; in the built program, replace the files in "
        "its folder PySide6 by those of a compatible version. Their source is published by The Qt "
        "Company."
    ).format(program=APPLICATION_NAME)
