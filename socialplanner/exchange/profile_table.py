"""Read who it is for and what was chosen: the tables `profile` and `choices`."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import PROFILE_TEXTS, Choices, Profile, is_page_address
from socialplanner.domain.questionnaire import Option
from socialplanner.exchange.choosing import Choosing, ids_at
from socialplanner.exchange.days import DAY_WORDS, day_of
from socialplanner.exchange.spot import Spot, number_at, refuse_unknown_keys, table_at, text_at
from socialplanner.messages import quoted, suggestion

PROFILE_KEYS = (*PROFILE_TEXTS, "date")
KEEPS_EARLIER = "keeps_earlier"
CHOICES_KEYS = ("pinned", "declined", "earlier_plan", KEEPS_EARLIER)
HOURS_IN_A_WEEK = 168

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def profile_at(spot: Spot, value: object) -> tuple[Profile, date | None]:
    """Return the profile and its date; what is wrong is refused and left out."""
    table = table_at(spot, value)
    refuse_unknown_keys(spot, table, PROFILE_KEYS)
    texts = {
        key: text
        for key in PROFILE_TEXTS
        if key in table and (text := text_at(spot.under(key), table[key])) is not None
    }
    if isinstance(value, dict) and not texts.get("name", "-" if "name" in table else "").strip():
        spot.under("name").refuse("The name of the brand is missing; every plan carries it.")
    _check_language(spot.under("language"), texts)
    _check_website(spot.under("website"), texts.get("website", ""))
    day = _day_at(spot.under("date"), table["date"]) if "date" in table else None
    return Profile(**{"name": "", **texts}), day


def choices_at(spot: Spot, value: object, catalogue: Catalogue) -> Choices:
    """Return what was chosen about the plan; what is wrong is refused and left out."""
    table = table_at(spot, value)
    refuse_unknown_keys(spot, table, CHOICES_KEYS)
    pinned, declined = (
        _activities(spot.under(key), table[key], catalogue) if key in table else frozenset[str]()
        for key in ("pinned", "declined")
    )
    for both in sorted(pinned & declined):
        spot.under("pinned").refuse(f"“{both}” is pinned and declined at once; choose one.")
    earlier = table_at(spot.under("earlier_plan"), table.get("earlier_plan", {}))
    plan = _earlier_plan(spot.under("earlier_plan"), earlier, catalogue)
    keeps = table.get(KEEPS_EARLIER, False)
    if not isinstance(keeps, bool):
        spot.under(KEEPS_EARLIER).refuse(f"This must be true or false, not {quoted(keeps)}.")
    return Choices(
        pinned=pinned,
        declined=declined,
        earlier_plan=plan or None,
        keeps_earlier=keeps is True and bool(plan),
    )


def _day_at(spot: Spot, value: object) -> date | None:
    """Return a TOML date, or a text that reads like one."""
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    day = day_of(str(value)) if is_day or isinstance(value, str) else None
    if day is None:
        spot.refuse(f"This must be {DAY_WORDS}, not {quoted(value)}.")
    return day


def _check_language(spot: Spot, texts: dict[str, str]) -> None:
    """Refuse what is no language tag; an empty one means the default."""
    language = texts.get("language")
    if language == "":
        del texts["language"]
    elif language is not None and not _LANGUAGE.fullmatch(language):
        spot.refuse(f"This must be a language tag such as “en” or “de-AT”, not {quoted(language)}.")


def _check_website(spot: Spot, address: str) -> None:
    """Refuse an address that no browser opens as a page."""
    if address and not is_page_address(address):
        wanted = "an address that begins with https:// or http:// and has no spaces"
        spot.refuse(f"This must be {wanted}, not {quoted(address)}.")


def _activities(spot: Spot, value: object, catalogue: Catalogue) -> frozenset[str]:
    options = [
        Option(id=each.id, text=each.name, short=each.short) for each in catalogue.activities
    ]
    known = {option.id for option in options}
    if isinstance(value, list):
        value = [_present(each, catalogue.renamed, known) for each in value]
    choosing = Choosing(prefix="", options=options, renamed={})
    return frozenset(ids_at(spot, choosing, value) or ())


def _present(value: object, renamed: Mapping[str, str], known: set[str]) -> object:
    """Return an activity's id as it is now."""
    is_old = isinstance(value, str) and value not in known
    return renamed.get(str(value), value) if is_old else value


def _earlier_plan(
    spot: Spot, table: Mapping[str, object], catalogue: Catalogue
) -> dict[str, float]:
    known = [activity.id for activity in catalogue.activities]
    plan: dict[str, float] = {}
    for name, value in table.items():
        here, activity_id = spot.under(name), catalogue.renamed.get(name, name)
        hours = number_at(here, value, low=0, high=HOURS_IN_A_WEEK)
        if activity_id not in known:
            here.refuse(f"There is no such activity. {suggestion(name, known)}")
        elif activity_id in plan:
            here.refuse(f"“{activity_id}” stands here twice, once under an older name.")
        elif hours is not None:
            plan[activity_id] = hours
    return plan
