"""The command `sample`: answers of invented firms, to try out or to start from."""

from pathlib import Path

from socialplanner import paths
from socialplanner.cli import streams
from socialplanner.exchange.output_file import write_whole
from socialplanner.messages import listed, suggestion

SUFFIX = ".toml"


def names() -> tuple[str, ...]:
    """Return the names of all samples in alphabetical order."""
    return tuple(sorted(path.stem for path in paths.samples_dir().glob(f"*{SUFFIX}")))


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
    data = _path(name).read_bytes()
    if output == streams.STANDARD_STREAM:
        streams.write(data)
        return
    path = Path(f"{name}{SUFFIX}" if output is None else output)
    write_whole(path, data, replace=force)
    streams.write(f"The answers of an invented firm are in {path}.\n")


def _path(name: str) -> Path:
    return paths.samples_dir() / f"{name}{SUFFIX}"


def _first_line(name: str) -> str:
    with _path(name).open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").rstrip("\n")
