"""What is done with scenarios, from whichever page: kept beside the plan, or handed over to try."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from socialplanner.domain.kept_scenario import (
    MOST_SCENARIOS,
    KeptScenario,
    free_key,
    kept_scenarios,
    read_scenario,
    scenario_text,
    with_scenario,
    with_setting_of,
)
from socialplanner.presentation.i18n import _

if TYPE_CHECKING:
    from socialplanner.domain.catalogue import Catalogue
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.ui.session import Session

TRY: Final = "try:"
"""Begins a place on “Your week” that names no part of it, but a scenario to be tried there."""


def try_place(scenario: KeptScenario) -> str:
    """Return the place on “Your week” where a scenario is tried."""
    return TRY + scenario_text(scenario)


def tried_at(place: str, catalogue: "Catalogue") -> KeptScenario | None:
    """Return the scenario that a place hands over, None where it hands over none."""
    return read_scenario(place.removeprefix(TRY), catalogue) if place.startswith(TRY) else None


def put_scenario(session: "Session", key: str, scenario: KeptScenario | None) -> None:
    """Keep a scenario under a key, or none, in a step that can be undone."""
    old, moment = session.record, session.program.now().moment

    def edit(record: "ProfileRecord") -> "ProfileRecord":
        return replace(with_scenario(record, key, scenario), changed_at=moment)

    session.do("", edit, lambda record: with_setting_of(record, key, old))


def name_trouble(session: "Session", name: str, *, but: str = "") -> str:
    """Return why a scenario cannot have a name, "" where it can; `but` is the one renamed."""
    taken = kept_scenarios(session.record, session.catalogue)
    others = {each.name.casefold() for key, each in taken.items() if key != but}
    if name.casefold() in others:
        return _("There is a scenario of that name already.")
    return ""


def room_trouble(session: "Session") -> str:
    """Return why no further scenario can be kept, "" where one can."""
    if free_key(session.record, session.catalogue) is not None:
        return ""
    full = _("There are {count} scenarios, as many as are kept. Delete one first.")
    return full.format(count=MOST_SCENARIOS)


def free_name(session: "Session", name: str) -> str:
    """Return a name, with a number where it is taken."""
    wanted, number = name, 1
    while name_trouble(session, wanted):
        number += 1
        wanted = f"{name} {number}"
    return wanted


def kept_alike(session: "Session", scenario: KeptScenario) -> KeptScenario | None:
    """Return the scenario that is kept already and is the same but for its name, if any."""
    found = kept_scenarios(session.record, session.catalogue).values()
    return next((each for each in found if replace(each, name=scenario.name) == scenario), None)
