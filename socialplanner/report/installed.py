"""Fonts of the computer, for scripts that are too large to ship or too many: by known file names.

Only fonts with TrueType outlines can be embedded, in files of their own or in collections, and
only where their makers allow it. So Noto Sans CJK, PingFang, Hiragino and Apple SD Gothic Neo,
whose outlines are of the other kind, are passed over. `docs/scripts.md` names what works.
"""

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from socialplanner.report.fonts import Face, Unfit, load

_LOG: Final = logging.getLogger(__name__)


class _File(NamedTuple):
    plain: str
    strong: str = ""


class _Script(NamedTuple):
    codes: tuple[range, ...]
    files: tuple[_File, ...]
    joins: bool = False


_UNIVERSAL: Final = _File("Arial Unicode.ttf")
_HAN: Final = (
    _File("msyh.ttc", "msyhbd.ttc"),
    _File("msjh.ttc", "msjhbd.ttc"),
    _File("Deng.ttf", "Dengb.ttf"),
    _File("simhei.ttf"),
    _File("simsun.ttc"),
    _File("STHeiti Light.ttc", "STHeiti Medium.ttc"),
    _File("wqy-microhei.ttc"),
    _File("wqy-zenhei.ttc"),
    _File("DroidSansFallbackFull.ttf"),
    _File("DroidSansFallback.ttf"),
    _File("uming.ttc"),
    _UNIVERSAL,
)
_KANA: Final = (
    _File("meiryo.ttc", "meiryob.ttc"),
    _File("YuGothM.ttc", "YuGothB.ttc"),
    _File("msgothic.ttc"),
    _File("ipagp.ttf"),
    _File("ipag.ttf"),
    _File("TakaoPGothic.ttf"),
    _File("VL-PGothic-Regular.ttf"),
)
_HANGUL: Final = (
    _File("malgun.ttf", "malgunbd.ttf"),
    _File("gulim.ttc"),
    _File("AppleGothic.ttf"),
    _File("NanumGothic.ttf", "NanumGothicBold.ttf"),
    _File("UnDotum.ttf", "UnDotumBold.ttf"),
)


def _noto(script: str, *others: _File) -> tuple[_File, ...]:
    noto = _File(f"NotoSans{script}-Regular.ttf", f"NotoSans{script}-Bold.ttf")
    return (noto, *others, _UNIVERSAL)


_NIRMALA: Final = (_File("Nirmala.ttf", "NirmalaB.ttf"), _File("Nirmala.ttc"))
_LEELAWADEE: Final = _File("LeelawUI.ttf", "LeelaUIb.ttf")
_SEGOE: Final = _File("segoeui.ttf", "segoeuib.ttf")
_SCRIPTS: Final = (
    _Script((range(0x3040, 0x3100), range(0xFF66, 0xFFA0)), (*_KANA, *_HAN)),
    _Script(
        (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0xAC00, 0xD7A4)), (*_HANGUL, *_HAN)
    ),
    _Script((range(0x2E80, 0x3040), range(0x3100, 0xA4D0)), (*_HAN, *_KANA, *_HANGUL)),
    _Script((range(0xF900, 0xFB00), range(0xFE30, 0xFFF0)), (*_HAN, *_KANA, *_HANGUL)),
    _Script((range(0x20000, 0x33480),), (*_HAN, *_KANA)),
    _Script((range(0x0530, 0x0590),), _noto("Armenian", _SEGOE)),
    _Script(
        (range(0x0900, 0x0980), range(0xA8E0, 0xA900)), _noto("Devanagari", *_NIRMALA), joins=True
    ),
    _Script((range(0x0980, 0x0A00),), _noto("Bengali", *_NIRMALA), joins=True),
    _Script((range(0x0A00, 0x0A80),), _noto("Gurmukhi", *_NIRMALA), joins=True),
    _Script((range(0x0A80, 0x0B00),), _noto("Gujarati", *_NIRMALA), joins=True),
    _Script((range(0x0B80, 0x0C00),), _noto("Tamil", *_NIRMALA), joins=True),
    _Script((range(0x0C00, 0x0C80),), _noto("Telugu", *_NIRMALA), joins=True),
    _Script((range(0x0C80, 0x0D00),), _noto("Kannada", *_NIRMALA), joins=True),
    _Script((range(0x0D00, 0x0D80),), _noto("Malayalam", *_NIRMALA), joins=True),
    _Script((range(0x0D80, 0x0E00),), _noto("Sinhala", *_NIRMALA), joins=True),
    _Script((range(0x0E00, 0x0E80),), _noto("Thai", _LEELAWADEE), joins=True),
    _Script((range(0x0E80, 0x0F00),), _noto("Lao", _LEELAWADEE), joins=True),
    _Script(
        (range(0x1000, 0x10A0),), _noto("Myanmar", _File("mmrtext.ttf", "mmrtextb.ttf")), joins=True
    ),
    _Script((range(0x10A0, 0x1100), range(0x1C90, 0x1CC0)), _noto("Georgian", _SEGOE)),
    _Script((range(0x1200, 0x13A0),), _noto("Ethiopic", _File("ebrima.ttf", "ebrimabd.ttf"))),
    _Script((range(0x1780, 0x1800),), _noto("Khmer", _LEELAWADEE), joins=True),
)


def installed_face(code: int, *, strong: bool) -> Face | None:
    """Return a font of the computer that shows a character, if one of the known ones does."""
    for script in _SCRIPTS:
        if any(code in codes for codes in script.codes):
            names = [name for file in script.files for name in _names(file, strong=strong)]
            found = (_face_of(name, script.joins) for name in names)
            return next((one for one in found if one and code in one.characters), None)
    return None


def _names(file: _File, *, strong: bool) -> tuple[str, ...]:
    return (file.strong, file.plain) if strong and file.strong else (file.plain,)


@cache
def _face_of(name: str, joins: bool) -> Face | None:  # noqa: FBT001 - the cache's key
    path = files().get(name.lower())
    if path is None:
        return None
    try:
        return load(f"installed {name}", path, joins=joins)
    except Unfit as refused:
        _LOG.info("The font %s cannot be embedded: %s", name, refused)
        return None


@cache
def files() -> Mapping[str, Path]:
    """Return the font files of the computer by their names in small letters."""
    return {
        path.name.lower(): path
        for folder in reversed(list(folders()))
        for path in sorted(folder.rglob("*"), reverse=True)
        if path.suffix.lower() in {".ttf", ".ttc"}
    }


def folders() -> Iterator[Path]:
    """Yield the folders in which this system keeps fonts."""
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")
        yield Path.home() / "AppData/Local/Microsoft/Windows/Fonts"
    elif sys.platform == "darwin":
        yield from map(Path, ("/System/Library/Fonts", "/Library/Fonts"))
        yield Path.home() / "Library/Fonts"
    else:
        yield from map(Path, ("/usr/share/fonts", "/usr/local/share/fonts"))
        yield Path.home() / ".local/share/fonts"
        yield Path.home() / ".fonts"
