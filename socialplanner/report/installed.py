"""Fonts of the computer, for scripts that are too large to ship or too many: by known file names.

Any kind of outline will do, because glyphs are drawn anew, but only fonts whose makers allow them
to be embedded in part are taken. A plan with such letters is the same to the byte only where the
same fonts are installed.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple
from unicodedata import normalize

from socialplanner.report.fonts import Face, drawn_face


class _File(NamedTuple):
    plain: str
    strong: str = ""
    member: int = 0


class _Script(NamedTuple):
    codes: tuple[range, ...]
    files: tuple[_File, ...]


def _noto_cjk(member: int) -> _File:
    return _File("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", member)


_UNIVERSAL: Final = _File("Arial Unicode.ttf")
_HAN: Final = (
    _File("msyh.ttc", "msyhbd.ttc"),
    _File("PingFang.ttc"),
    _File("Hiragino Sans GB.ttc"),
    _File("STHeiti Light.ttc", "STHeiti Medium.ttc"),
    _noto_cjk(2),
    _File("msjh.ttc", "msjhbd.ttc"),
    _File("simsun.ttc"),
    _File("wqy-microhei.ttc"),
    _File("wqy-zenhei.ttc"),
    _File("DroidSansFallbackFull.ttf"),
    _UNIVERSAL,
)
_KANA: Final = (
    _File("meiryo.ttc", "meiryob.ttc"),
    _File("YuGothM.ttc", "YuGothB.ttc"),
    _File("msgothic.ttc"),
    _File("ヒラギノ角ゴシック W3.ttc", "ヒラギノ角ゴシック W6.ttc"),
    _noto_cjk(0),
    _File("ipagp.ttf"),
    _File("TakaoPGothic.ttf"),
)
_HANGUL: Final = (
    _File("malgun.ttf", "malgunbd.ttf"),
    _File("AppleSDGothicNeo.ttc"),
    _noto_cjk(1),
    _File("NanumGothic.ttf", "NanumGothicBold.ttf"),
    _File("UnDotum.ttf", "UnDotumBold.ttf"),
)
_NIRMALA: Final = (_File("Nirmala.ttf", "NirmalaB.ttf"), _File("Nirmala.ttc"))
_LEELAWADEE: Final = _File("LeelawUI.ttf", "LeelaUIb.ttf")
_SEGOE: Final = _File("segoeui.ttf", "segoeuib.ttf")


def _noto(script: str, *others: _File) -> tuple[_File, ...]:
    noto = _File(f"NotoSans{script}-Regular.ttf", f"NotoSans{script}-Bold.ttf")
    return (noto, *others, _UNIVERSAL)


_SCRIPTS: Final = (
    _Script((range(0x3040, 0x3100), range(0xFF66, 0xFFA0)), (*_KANA, *_HAN)),
    _Script((range(0x1100, 0x1200), range(0x3130, 0x3190)), (*_HANGUL, *_HAN)),
    _Script((range(0xAC00, 0xD7A4),), (*_HANGUL, *_HAN)),
    _Script((range(0x2E80, 0x3040), range(0x3100, 0xA4D0)), (*_HAN, *_KANA, *_HANGUL)),
    _Script((range(0xF900, 0xFB00), range(0xFE30, 0xFFF0)), (*_HAN, *_KANA, *_HANGUL)),
    _Script((range(0x20000, 0x33480),), (*_HAN, *_KANA)),
    _Script((range(0x0530, 0x0590),), _noto("Armenian", _SEGOE)),
    _Script((range(0x0900, 0x0980), range(0xA8E0, 0xA900)), _noto("Devanagari", *_NIRMALA)),
    _Script((range(0x0980, 0x0A00),), _noto("Bengali", *_NIRMALA)),
    _Script((range(0x0A00, 0x0A80),), _noto("Gurmukhi", *_NIRMALA)),
    _Script((range(0x0A80, 0x0B00),), _noto("Gujarati", *_NIRMALA)),
    _Script((range(0x0B80, 0x0C00),), _noto("Tamil", *_NIRMALA)),
    _Script((range(0x0C00, 0x0C80),), _noto("Telugu", *_NIRMALA)),
    _Script((range(0x0C80, 0x0D00),), _noto("Kannada", *_NIRMALA)),
    _Script((range(0x0D00, 0x0D80),), _noto("Malayalam", *_NIRMALA)),
    _Script((range(0x0D80, 0x0E00),), _noto("Sinhala", *_NIRMALA)),
    _Script((range(0x0E00, 0x0E80),), _noto("Thai", _LEELAWADEE)),
    _Script((range(0x0E80, 0x0F00),), _noto("Lao", _LEELAWADEE)),
    _Script((range(0x1000, 0x10A0),), _noto("Myanmar", _File("mmrtext.ttf", "mmrtextb.ttf"))),
    _Script((range(0x10A0, 0x1100), range(0x1C90, 0x1CC0)), _noto("Georgian", _SEGOE)),
    _Script((range(0x1200, 0x13A0),), _noto("Ethiopic", _File("ebrima.ttf", "ebrimabd.ttf"))),
    _Script((range(0x1780, 0x1800),), _noto("Khmer", _LEELAWADEE)),
)


def installed_face(code: int, *, strong: bool, japanese: bool) -> Face | None:
    """Return a font of the computer that shows a character, if one of the known ones does.

    Beside Japanese letters, Chinese ones are written as in Japan.
    """
    for script in _SCRIPTS:
        if any(code in codes for codes in script.codes):
            files = (
                (*_KANA, *script.files) if japanese and _HAN[0] in script.files else script.files
            )
            named = [one for file in files for one in _named(file, strong=strong)]
            found = (_face_of(*one) for one in named)
            return next((one for one in found if one and code in one.characters), None)
    return None


def _named(file: _File, *, strong: bool) -> tuple[tuple[str, int], ...]:
    names = (file.strong, file.plain) if strong and file.strong else (file.plain,)
    return tuple((name, file.member) for name in names)


@cache
def _face_of(name: str, member: int) -> Face | None:
    path = font_files().get(name.lower())
    if path is None:
        return None
    word = "".join(sign for sign in Path(name).stem if sign.isascii() and sign.isalnum())
    return drawn_face(f"{word or 'Font'}-{member}", path, member)


@cache
def font_files() -> Mapping[str, Path]:
    """Return the font files of the computer by their names in small letters."""
    return {
        normalize("NFC", path.name).lower(): path
        for folder in reversed(list(folders()))
        for path in sorted(folder.rglob("*"), reverse=True)
        if path.suffix.lower() in {".ttf", ".ttc", ".otf", ".otc"}
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
