"""Let atheris, a fuzzer led by coverage, look for input that a parser cannot take."""

import contextlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from socialplanner import paths
from socialplanner.errors import UserError
from socialplanner.exchange.bundle import bundle_bytes
from socialplanner.exchange.record_file import record_json
from socialplanner.store.library import Library
from socialplanner.store.library_backup import restore_library
from socialplanner.store.recovery import salvage
from tests.exchange import parsers
from tests.exchange.platforms.tables import SAMPLES
from tests.house.sources import ROOT
from tests.store.makers import full, logo
from tests.torture.outcome import Outcome


def parse_profile_file(data: bytes) -> None:
    """Read and salvage a profile file."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder))
        path = library.folder / "any-c0ffee.socialplan"
        path.write_bytes(data)
        for way in (library.read, salvage):
            with contextlib.suppress(UserError):
                way(path)


def parse_library_backup(data: bytes) -> None:
    """Read the backup of a library."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "all")
        path.write_bytes(data)
        with contextlib.suppress(UserError):
            restore_library(Library(Path(folder, "data")), path)


PARSERS: dict[str, Callable[[bytes], None]] = {
    "bundle": parsers.parse_bundle,
    "profile as JSON": parsers.parse_record_json,
    "logo": parsers.parse_logo,
    "answers file": parsers.parse_answers_file,
    "table of a platform": parsers.parse_platform_table,
    "profile file": parse_profile_file,
    "library backup": parse_library_backup,
}


def can_fuzz() -> bool:
    """Return whether atheris is installed."""
    try:
        import atheris  # noqa: F401, PLC0415 - an extra, for Linux alone
    except ImportError:
        return False
    return True


def fuzzed(parser: str, seconds: int) -> Outcome:
    """Fuzz one parser for so long in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        for number, seed in enumerate(_seeds(parser)):
            (seeds / str(number)).write_bytes(seed)
        done = subprocess.run(
            [sys.executable, "-m", "tests.torture.fuzzer", parser, str(seconds), str(seeds)],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        said = done.stderr.decode(errors="replace")
        runs = max((int(each) for each in re.findall(r"^#(\d+)", said, re.MULTILINE)), default=0)
    failures = () if done.returncode == 0 else (f"{parser}: {_reason(said)}",)
    return Outcome(
        fault="Fuzzing",
        what=f"{parser}, {seconds} s of atheris",
        tries=runs,
        figures={"uncaught, over 512 MB, or over 10 s an input": str(len(failures))},
        failures=failures,
    )


def _reason(said: str) -> str:
    """Return the part of a fuzzer's output that says what happened."""
    marks = ("Uncaught Python exception", "ERROR: libFuzzer")
    starts = [place for mark in marks if (place := said.find(mark)) >= 0]
    return said[min(starts, default=0) :][:3000]


def _seeds(parser: str) -> list[bytes]:
    """Return good input to begin with."""
    if parser == "bundle":
        return [bundle_bytes(full())]
    if parser == "profile as JSON":
        return [record_json(full())]
    if parser == "logo":
        return [logo()]
    files = {
        "answers file": paths.samples_dir().glob("*.toml"),
        "table of a platform": SAMPLES.iterdir(),
    }
    if parser in files:
        return [path.read_bytes() for path in files[parser]]
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "data"))
        profile = library.add(full())
        if parser == "profile file":
            return [profile.read_bytes()]
        from socialplanner.store.library_backup import back_up_library  # noqa: PLC0415 - only here

        back_up_library(library, Path(folder, "all"), library.clock())
        return [Path(folder, "all").read_bytes()]
