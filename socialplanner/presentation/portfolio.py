"""All clients of a consultant, as one table in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.domain.portfolio import (
    FEWEST_CLIENTS,
    Client,
    Ranking,
    Totals,
    WeakPoint,
)
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _, plural

NONE: Final = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRow:
    """One client in words; `halves` are the scores of each dimension, media and networking."""

    client: Client
    name: str
    halves: tuple[tuple[str, str], ...]
    overall: str
    gap: str
    hours: str
    review: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakTable:
    """Questions on which many are weak: a table of words, empty where none is common."""

    lead: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset({1})


def client_row(client: Client, name: str) -> ClientRow:
    """Return a client in words, under a name or an alias."""
    return ClientRow(
        client=client,
        name=name,
        halves=tuple(
            (points(client.scores[each, Mode.MEDIA]), points(client.scores[each, Mode.NETWORK]))
            for each in Dimension
        ),
        overall=points(client.level),
        gap=points(client.gap),
        hours=_hours(client),
        review=_review(client),
    )


def points(amount: float | None) -> str:
    """Return points in whole fives, or that they are not known."""
    return NONE if amount is None else str(formats.fives(amount))


def spoken_half(catalogue: Catalogue, client: Client, dimension: Dimension) -> str:
    """Return both scores of a dimension as they are read out."""
    said = [
        _("{mode} {points}").format(
            mode=catalogue.modes[mode].short, points=_about(client.scores[dimension, mode])
        )
        for mode in Mode
    ]
    name = catalogue.dimensions[dimension].name
    return f"{name}: {', '.join(said)}"


def _about(amount: float | None) -> str:
    return _("not known") if amount is None else formats.about(amount)


def _hours(client: Client) -> str:
    available, planned = client.hours.available, client.hours.planned
    if planned is None:
        return NONE if available is None else _("{hours}, no plan").format(hours=_h(available))
    if available is None:
        return _h(planned)
    return _("{planned} planned of {available}").format(
        planned=formats.half_hours(planned), available=_h(available)
    )


def _h(amount: float) -> str:
    return formats.hours(amount)


def _review(client: Client) -> str:
    if client.due is not None and client.has_ended:
        return _("plan ended {day}").format(day=formats.short_day(client.due))
    if client.due is not None:
        return _("due since {day}").format(day=formats.short_day(client.due))
    return NONE if client.next_review is None else formats.short_day(client.next_review)


def weak_table(catalogue: Catalogue, found: Sequence[WeakPoint], clients: int) -> WeakTable:
    """Return the questions on which many clients are weak."""
    if found:
        lead = _(
            "Questions on whose two lowest levels at least {fewest} of these {clients} clients "
            "stand, by share of those who answered."
        )
    elif clients < FEWEST_CLIENTS:
        lead = _("With fewer than {fewest} clients, no weak point can be called common.")
    else:
        lead = _(
            "No question is a weak point of at least {fewest} of these {clients} clients, so none "
            "is called common."
        )
    rows = [
        (
            catalogue.questionnaire.by_id[point.question_id].text,
            _("{weak} of {answered}").format(weak=point.weak, answered=point.answered),
        )
        for point in found
    ]
    head = (_("Question"), _("Clients"))
    words = lead.format(fewest=formats.in_words(FEWEST_CLIENTS), clients=clients)
    return WeakTable(lead=words, head=head, rows=tuple(rows))


def totals_words(found: Totals) -> str:
    """Return how many clients there are, and the hours of all together."""
    said = [plural("{count} client", "{count} clients", found.clients)]
    sums = (
        (_("{hours} a week to give"), found.available, found.available_of),
        (_("{hours} planned"), found.planned, found.planned_of),
        (
            _("{hours} a week logged (mean of the last four weeks)"),
            found.logged,
            found.logged_of,
        ),
    )
    for words, hours, known in sums:
        if known:
            sentence = words.format(hours=_h(hours))
            said.append(sentence if known == found.clients else f"{sentence}, {_known_of(known)}")
    reviews = plural("{count} review is due", "{count} reviews are due", found.due)
    return f"{'; '.join(said)}. {reviews if found.due else _('No review is due')}."


def _known_of(clients: int) -> str:
    return plural("known of {count} client", "known of {count} clients", clients)


def due_rows(clients: Sequence[Client]) -> tuple[tuple[str, str, str], ...]:
    """Return the reviews that are due, the longest due first: whose, since when, and the next."""
    found = [(each.due, each) for each in clients if each.due is not None]
    found.sort(key=lambda pair: (pair[0], pair[1].name))
    return tuple((each.name, formats.short_day(due), _day(each.next_review)) for due, each in found)


def _day(when: date | None) -> str:
    return NONE if when is None else formats.short_day(when)


def ranking_names() -> Mapping[Ranking, str]:
    """Return the orders of clients in words."""
    return {
        Ranking.BEST: _("Best to worst"),
        Ranking.GAP: _("Largest gap first"),
        Ranking.NAME: _("By name"),
    }


def heads(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the names of the columns of the whole table, two for each dimension."""
    scores = [
        f"{catalogue.dimensions[dimension].short}, {catalogue.modes[mode].short}"
        for dimension in Dimension
        for mode in Mode
    ]
    return (_("Client"), *scores, _("Overall"), _("Gap"), *_hours_heads(), *_review_heads())


def _hours_heads() -> tuple[str, str, str]:
    return (_("Hours to give"), _("Hours planned"), _("Hours logged"))


def _review_heads() -> tuple[str, str]:
    return (_("Review due since"), _("Next review"))


Cell = str | float | date | None


def cells(client: Client, name: str) -> tuple[Cell, ...]:
    """Return a client as a row of the whole table: numbers as numbers, days as days."""
    scores = [_fives(client.scores[each, mode]) for each in Dimension for mode in Mode]
    hours = (client.hours.available, client.hours.planned, client.hours.logged)
    return (
        name,
        *scores,
        _fives(client.level),
        _fives(client.gap),
        *(None if each is None else formats.to_half_hours(each) for each in hours),
        client.due,
        client.next_review,
    )


def _fives(amount: float | None) -> float | None:
    return None if amount is None else float(formats.fives(amount))
