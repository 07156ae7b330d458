"""The zip file around a workbook: parts by name, never more of them unpacked than may be."""

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import NoReturn
from xml.parsers import expat

from socialplanner.exchange.platforms.grid import unreadable

MOST_PARTS = 1_000
LARGEST_PART = 100_000_000
LARGEST_TOTAL = 200_000_000
HIGHEST_RATIO = 200
RATIO_COUNTS_FROM = 1_000_000
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_CHUNK = 65_536
_AGAIN = "Open it in a spreadsheet program and save it as CSV"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is told of each element's begin and end, by its name without namespace, and of text."""

    start: Start
    end: End
    text: Text


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a workbook."""

    file: zipfile.ZipFile
    name: str

    def has(self, part: str) -> bool:
        """Return whether there is a part of that name."""
        return part in self.file.NameToInfo

    def parse(self, part: str, handlers: Handlers) -> Iterator[None]:
        """Tell the handlers what stands in a part, and yield after each piece of it."""
        parser = _parser(handlers)
        try:
            with self.file.open(part) as opened:
                while piece := opened.read(_CHUNK):
                    parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by place only
                    yield
                parser.Parse(b"", True)  # noqa: FBT003 - the same
                yield
        except KeyError as error:
            raise self.refusal("a part of the workbook is missing") from error
        except _DoctypeError as error:
            reason = "it holds definitions of its own, as no spreadsheet program writes them"
            raise self.refusal(reason) from error
        except (*_DAMAGE, LookupError, expat.ExpatError) as error:
            raise self.refusal("it is damaged or cut off") from error

    def read(self, part: str, handlers: Handlers) -> None:
        """Tell the handlers all that stands in a part."""
        for _ in self.parse(part, handlers):
            pass

    def refusal(self, reason: str) -> Exception:
        """Return the refusal of the whole workbook."""
        return unreadable(self.name, reason, _AGAIN)


class _DoctypeError(Exception):
    """A document type: the only way to entities, and to files elsewhere."""


def opened_archive(data: bytes, name: str) -> Archive:
    """Return the parts of a workbook, or raise UserError for what no spreadsheet program makes."""
    try:
        file = zipfile.ZipFile(BytesIO(data))
    except _DAMAGE as error:
        raise unreadable(name, "it is damaged or cut off", _AGAIN) from error
    archive = Archive(file, name)
    parts = file.infolist()
    if len(parts) > MOST_PARTS:
        raise archive.refusal(f"it has {len(parts):,} parts; a workbook has at most {MOST_PARTS:,}")
    for part in parts:
        _check(archive, part)
    if sum(part.file_size for part in parts) > LARGEST_TOTAL:
        raise archive.refusal(f"it unpacks to more than {LARGEST_TOTAL:,} bytes")
    return archive


def part_path(folder: str, target: str) -> str:
    """Return the name of a part that another one points at."""
    joined = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined).lstrip("/")


def _check(archive: Archive, part: zipfile.ZipInfo) -> None:
    """Raise UserError for a part that is locked, packed oddly, or a bomb."""
    if part.flag_bits & _ENCRYPTED or part.compress_type not in _METHODS:
        raise archive.refusal("it has a password, or was packed in a way no workbook is")
    if part.file_size > LARGEST_PART:
        raise archive.refusal(f"a part of it unpacks to more than {LARGEST_PART:,} bytes")
    if part.file_size > max(RATIO_COUNTS_FROM, HIGHEST_RATIO * part.compress_size):
        raise archive.refusal(f"a part of it is packed more than {HIGHEST_RATIO} times smaller")


def _parser(handlers: Handlers) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    start, end = handlers.start, handlers.end
    parser.StartElementHandler = lambda tag, found: start(_local(tag), found)
    parser.EndElementHandler = lambda tag: end(_local(tag))
    parser.CharacterDataHandler = handlers.text
    return parser


def _refuse_doctype(*_: object) -> NoReturn:
    raise _DoctypeError


@lru_cache(maxsize=1_000)
def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]
