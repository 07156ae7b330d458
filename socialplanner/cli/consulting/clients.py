"""The command `portfolio`: all clients side by side, on the screen or as a file."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from socialplanner.app.portfolio import (
    ClientReader,
    aliases,
    portfolio_bytes,
    refuse_other_table,
)
from socialplanner.cli import streams
from socialplanner.cli.profiles.catalogue import catalogue_in_use
from socialplanner.cli.profiles.columns import prose, table
from socialplanner.cli.profiles.place import opened, today
from socialplanner.cli.profiles.targets import refuse_profile_file
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.portfolio import Client, Ranking, ranked, tagged, totals, weak_points
from socialplanner.errors import UserError
from socialplanner.exchange.output_file import write_whole
from socialplanner.messages import counted, listed, visible
from socialplanner.presentation import portfolio as words


def portfolio(arguments: Namespace) -> None:
    """Print all clients, or write them into a file."""
    if arguments.output:
        refuse_profile_file(Path(arguments.output))
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    day = today(library)
    reader = ClientReader(catalogue, library, lambda: day)
    entries = reader.entries()
    found = reader.read(entries)
    ranking = Ranking.BEST if arguments.alias and arguments.sort == "name" else arguments.sort
    clients = ranked(tagged(found, arguments.tag), Ranking(ranking))
    if not clients:
        raise UserError(_nobody(arguments, visible(str(library.folder))))
    if arguments.output:
        target = Path(arguments.output)
        data = portfolio_bytes(
            catalogue, clients, target.suffix.lower(), day, is_nameless=arguments.alias
        )
        if not arguments.force:
            refuse_other_table(catalogue, target, "Add --force to replace it.")
        write_whole(target, data)
        streams.write(f"The portfolio is in {visible(arguments.output)}.\n")
    else:
        _print(catalogue, clients, is_nameless=arguments.alias)
    if len(found) < len(entries):
        lost = counted(len(entries) - len(found), "profile", "profiles")
        streams.complain(f"Left out, damaged or with a passphrase: {lost}.")


def _nobody(arguments: Namespace, folder: str) -> str:
    if arguments.tag:
        return f"No client in {folder} has the tag {listed(arguments.tag)}."
    return f"There is no client in {folder}; samples and archived profiles are not counted."


def _plain(row: words.ClientRow) -> tuple[str, str]:
    """Return hours and review with ordinary spaces, as a terminal shows them."""
    return row.hours.replace("\u00a0", " "), row.review.replace("\u00a0", " ")


def _print(catalogue: Catalogue, clients: Sequence[Client], *, is_nameless: bool) -> None:
    given = aliases(clients) if is_nameless else {}
    rows = [words.client_row(each, given.get(each.id, each.name)) for each in clients]
    heads = ("Client", *(each.short for each in catalogue.dimensions.values()))
    heads = (*heads, "Overall", "Gap", "Hours", "Review")
    cells = (
        (row.name, *map("/".join, row.halves), row.overall, row.gap, *_plain(row)) for row in rows
    )
    streams.write(table(heads, cells, most=streams.screen_width(), whole=heads[1:]))
    weak = words.weak_table(catalogue, weak_points(catalogue, clients), len(clients))
    both = "/".join(each.short for each in catalogue.modes.values())
    said = f"Scores are {both} in points of 100, in whole fives; one is good to about ±10."
    streams.write(f"\n{prose(said)}{prose(words.totals_words(totals(clients)))}\n")
    streams.write(prose(weak.lead))
    if weak.rows:
        streams.write(table(weak.head, weak.rows, most=streams.screen_width(), whole=weak.head[1:]))
