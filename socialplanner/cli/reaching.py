"""The command `reach`: the fewest changes that bring a week into its target band."""

from argparse import Namespace
from datetime import date, datetime
from pathlib import Path

from socialplanner import paths
from socialplanner.app.said import Said, said_in, said_of
from socialplanner.cli import streams
from socialplanner.cli.planning import Request, answers_of
from socialplanner.cli.profiles.place import newest, opened
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.domain.assessment import standing
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.reverse_plan import Limits, reverse_plan
from socialplanner.exchange.reach_record import reach_text
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.messages import visible
from socialplanner.presentation import formats
from socialplanner.presentation.summary.reverse import Reach, Way, reach

ANSWERS = frozenset({".toml", ".json"})
"""How the name of an answers file ends; anything else names a profile."""


def run(arguments: Namespace) -> None:
    """Print the ways into the target band, in words or as JSON."""
    catalogue = load_catalogue(paths.catalogue_dir())
    said, day = _said(catalogue, arguments)
    when = arguments.date or day or datetime.now().astimezone().date()
    now = standing(catalogue, said.profile, said.answers, said.choices, when)
    limits = Limits(extra_hours=arguments.extra_hours, money=arguments.money)
    found = reverse_plan(catalogue, now, limits)
    streams.write(reach_text(found) if arguments.json else _text(reach(catalogue, found)))


def _said(catalogue: Catalogue, arguments: Namespace) -> tuple[Said, date | None]:
    """Return what an answers file or a profile says, and the day in the file."""
    name = arguments.name
    if name == streams.STANDARD_STREAM or Path(name).suffix.lower() in ANSWERS:
        file = answers_of(catalogue, Request(file=name, day=arguments.date))
        return said_in(file), file.day
    library = opened(arguments.data_folder)
    _, path = reached(library, arguments)
    record = library.read(path)
    newest(record)  # else refused with what to type
    return said_of(catalogue, record), None


def _text(found: Reach) -> str:
    """Return the ways as one reads them in a terminal; what a person typed cannot steer it."""
    lines = [found.headline, found.lead]
    for way, row in zip(found.ways, found.table.rows, strict=True):
        lines += ["", way.title, *_way(way)]
        lines += [f"  {name}: {cell}" for name, cell in _figures(found, row)]
    lines += ["", found.note] if found.note else []
    return "".join(f"{visible(line.replace(formats.SPACE, ' '))}\n" for line in lines)


def _way(way: Way) -> list[str]:
    more = [line for line in (way.asks, way.instead) if line]
    return [*(f"  - {change}" for change in way.changes), *(f"  {line}" for line in more)]


def _figures(found: Reach, row: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(zip(found.table.head[1:], row[1:], strict=True))
