"""The command `sample`: answers of invented firms, to try out or to start from."""

from datetime import UTC, datetime
from pathlib import Path

from socialplanner import paths
from socialplanner.app import half_year
from socialplanner.cli import streams
from socialplanner.exchange.output_file import write_whole
from socialplanner.messages import listed, suggestion

SUFFIX = ".toml"
OF_HALF_YEAR = (
    "A garden designer’s first half-year: answers, weeks, enquiries and a test (invented)."
)
"""What the list says of the sample that is a whole profile."""


def names() -> tuple[str, ...]:
    """Return the names of all samples in alphabetical order."""
    found = [path.stem for path in paths.samples_dir().glob(f"*{SUFFIX}")]
    return tuple(sorted((*found, half_year.NAME)))


def refusal(name: str | None) -> str:
    """Return why a name names no sample."""
    if name is None:
        return f"Name a sample: {listed(names())}; or add --list"
    return f"There is no sample “{name}”. {suggestion(name, names())}"


def list_all() -> None:
    """Print each sample with the sentence it begins with."""
    width = max(map(len, names()), default=0)
    lines = (f"{name:<{width}}  {_first_line(name)}\n" for name in names())
    streams.write("".join(lines))


def write(name: str, output: str | None, *, force: bool) -> None:
    """Write a sample to a file or to standard output, and say where it is."""
    is_whole = name == half_year.NAME
    data = _half_year() if is_whole else _path(name).read_bytes()
    if output == streams.STANDARD_STREAM:
        streams.write(data)
        return
    usual = half_year.FILE if is_whole else f"{name}{SUFFIX}"
    path = Path(usual if output is None else output)
    write_whole(path, data, replace=force)
    if is_whole:
        streams.write(f"The half-year of an invented firm is in {path}. To keep it, type:\n")
        streams.write(f"  socialplanner profiles import {path}\n")
        return
    streams.write(f"The answers of an invented firm are in {path}.\n")


def _half_year() -> bytes:
    """Return the half-year as a bundle that ends in these days."""
    from socialplanner.exchange.bundle import bundle_bytes  # noqa: PLC0415 - on use

    return bundle_bytes(half_year.half_year(datetime.now(UTC).astimezone().date()))


def _path(name: str) -> Path:
    return paths.samples_dir() / f"{name}{SUFFIX}"


def _first_line(name: str) -> str:
    if name == half_year.NAME:
        return OF_HALF_YEAR
    with _path(name).open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").rstrip("\n")
