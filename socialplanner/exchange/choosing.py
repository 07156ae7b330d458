"""Read ids of options: what can be chosen at one place, and what it was called before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socialplanner.domain.questionnaire import Option
from socialplanner.exchange.spot import Spot, rows_at
from socialplanner.messages import listed, quoted, suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """What can be chosen at one place, and what it was called before."""

    prefix: str
    options: Sequence[Option]
    renamed: Mapping[str, str]

    def option_at(self, spot: Spot, value: object) -> str | None:
        """Return the id of the option, following renames, or refuse it."""
        ids = [option.id for option in self.options]
        if not isinstance(value, str):
            spot.refuse(
                f"This must be an id in quotes, not {quoted(value)}. Allowed: {listed(ids)}."
            )
            return None
        found = self.renamed.get(f"{self.prefix}.{value}", value).rpartition(".")[2]
        if found in ids:
            return found
        meant = self._by_words(value)
        spot.refuse(f"{quoted(value)} is not possible here. {suggestion(meant, ids)}")
        return None

    def _by_words(self, value: str) -> str:
        """Return the id of the option whose words these are, else the value itself."""
        words = value.strip().casefold()
        same = (o.id for o in self.options if words in (o.text.casefold(), o.label.casefold()))
        return next(same, value)


def ids_at(spot: Spot, choosing: Choosing, value: object) -> tuple[str, ...] | None:
    """Return a list of ids, each given once, or refuse what is wrong in it."""
    before = len(spot.problems)
    example = f'["{choosing.options[0].id}"]' if choosing.options else "[]"
    read = [choosing.option_at(spot, each) for each in rows_at(spot, value, example)]
    chosen = [each for each in read if each is not None]
    for each in dict.fromkeys(chosen):
        if chosen.count(each) > 1:
            spot.refuse(f"“{each}” is given {chosen.count(each)} times; once is enough.")
    return tuple(chosen) if len(spot.problems) == before else None
