"""How the plan of a profile is printed: what the profile keeps, over what the house has.

What a profile says is kept as texts, by names that begin with ``report.`` and ``brand.``; what it
says as the house does is not kept, and follows the house. A text that is unknown or damaged counts
as not said. Colours, logo and lines are kept with the brand.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from socialplanner.domain.agenda import DAYS_A_WEEK, WeekTimes
from socialplanner.domain.record import LONGEST_NOTE, Brand, ProfileRecord
from socialplanner.presentation.contrast import is_colour
from socialplanner.presentation.plan_options import (
    ALL_PARTS,
    LONGEST_LINE,
    LONGEST_MARK,
    MOST_LINES,
    PAPERS,
    CoverKind,
    PlanOptions,
    PlanPart,
    Verbosity,
)

Settings = Mapping[str, str]

PARTS_KEPT: Final = "report.parts"
LEFT_OUT_KEPT: Final = "report.left_out"
"""What earlier versions kept in the place of `PARTS_KEPT`; read, and not written any more."""

DAYS_KEPT: Final = "report.days"
START_KEPT: Final = "report.start"
NOTE_KEPT: Final = "report.note."
WITHOUT_KEPT: Final = "brand.without"
"""Which of colours, logo and lines a profile goes without, though the house has them."""

_CHOICES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "paper": ("report.paper", PAPERS),
    "cover": ("report.cover", tuple(CoverKind)),
    "verbosity": ("report.verbosity", tuple(Verbosity)),
}
_FLAGS: Final = {"has_contents": "report.contents", "is_tagged": "report.tagged"}
_ANSWERS: Final = {"yes": True, "no": False}
_LINES: Final = {
    "alias": ("report.alias", LONGEST_LINE),
    "sender": ("brand.sender", LONGEST_LINE),
    "recipient": ("brand.recipient", LONGEST_LINE),
    "footer": ("brand.footer", LONGEST_LINE),
    "mark": ("brand.mark", LONGEST_MARK),
}
_TEXTS: Final = {"opening": "report.opening", "closing": "report.closing"}
_DAYS: Final = {str(day): day for day in range(DAYS_A_WEEK)}
_CLOCK: Final = "%H:%M"
_PARTS: Final = {part.value: part for part in PlanPart}
_BRAND: Final = ("colours", "logo", "lines")
_MOST_COLOURS: Final = 2


def options_of(record: ProfileRecord, house: PlanOptions) -> PlanOptions:
    """Return how the plan of a profile is printed; what it does not say is as in the house."""
    settings = record.settings
    found: dict[str, Any] = {
        **dict(_choices(settings)),
        **dict(_flags(settings)),
        **dict(_words(settings)),
        **dict(_brand(record)),
        **dict(_times(settings, house)),
    }
    parts = _parts(settings)
    if parts:
        found["parts"] = parts
    notes = {**house.notes, **dict(_notes(settings))}
    return replace(house, **found, notes={part: note for part, note in notes.items() if note})


def with_options(record: ProfileRecord, options: PlanOptions, house: PlanOptions) -> ProfileRecord:
    """Return the record whose plan is printed so; what is as in the house is not kept."""
    others = {name: text for name, text in record.settings.items() if not _is_ours(name)}
    brand = Brand(
        colours=() if options.colours == house.colours else options.colours,
        logo=None if options.logo == house.logo else options.logo,
        lines=() if options.lines == house.lines else options.lines,
    )
    return replace(record, brand=brand, settings={**others, **dict(_said(options, house))})


def with_printing_of(record: ProfileRecord, other: ProfileRecord) -> ProfileRecord:
    """Return the record whose plan is printed as that of another, or of its own earlier state."""
    others = {name: text for name, text in record.settings.items() if not _is_ours(name)}
    ours = {name: text for name, text in other.settings.items() if _is_ours(name)}
    return replace(record, brand=other.brand, settings={**others, **ours})


def one_line(text: str, longest: int = LONGEST_LINE) -> str:
    """Return a text as it is kept where a line is asked for."""
    return " ".join(_storable(text).split())[:longest].rstrip()


def whole_text(text: str) -> str:
    """Return a text as it is kept where paragraphs are asked for; one that is blank is none."""
    kept = _storable(text).replace("\r\n", "\n")[:LONGEST_NOTE]
    return kept if kept.strip() else ""


def brand_lines(text: str) -> tuple[str, ...]:
    """Return the lines of the sender that are kept of a text."""
    lines = (one_line(line) for line in text.splitlines())
    return tuple(line for line in lines if line)[:MOST_LINES]


def _storable(text: str) -> str:
    """Return a text without what no file takes: NUL, and halves of a character."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


# What is kept is read.


def _choices(settings: Settings) -> Iterator[tuple[str, str]]:
    kinds: dict[str, type[str]] = {"cover": CoverKind, "verbosity": Verbosity}
    for name, (kept, allowed) in _CHOICES.items():
        if settings.get(kept) in allowed:
            yield name, kinds.get(name, str)(settings[kept])


def _flags(settings: Settings) -> Iterator[tuple[str, bool]]:
    for name, kept in _FLAGS.items():
        if settings.get(kept) in _ANSWERS:
            yield name, _ANSWERS[settings[kept]]


def _times(settings: Settings, house: PlanOptions) -> Iterator[tuple[str, WeekTimes]]:
    """Yield the days and the hour that are said; what is none of them is as in the house."""
    found: dict[str, Any] = {}
    days = [_DAYS[each] for each in settings.get(DAYS_KEPT, "").split() if each in _DAYS]
    if days:
        found["days"] = tuple(sorted(set(days)))
    with suppress(ValueError):
        start = datetime.strptime(settings.get(START_KEPT, ""), _CLOCK).time()  # noqa: DTZ007 - no day
        found["start"] = start
    if found:
        yield "times", replace(house.times, **found)


def _words(settings: Settings) -> Iterator[tuple[str, str]]:
    for name, (kept, longest) in _LINES.items():
        if kept in settings:
            yield name, one_line(settings[kept], longest)
    for name, kept in _TEXTS.items():
        if kept in settings:
            yield name, whole_text(settings[kept])


def _notes(settings: Settings) -> Iterator[tuple[PlanPart, str]]:
    for part in PlanPart:
        if NOTE_KEPT + part in settings:
            yield part, whole_text(settings[NOTE_KEPT + part])


def _parts(settings: Settings) -> tuple[PlanPart, ...]:
    """Return the parts that are said, in their order; none where nothing usable is."""
    if PARTS_KEPT in settings:
        said = dict.fromkeys(settings[PARTS_KEPT].split())
        return tuple(_PARTS[each] for each in said if each in _PARTS)
    left_out = settings.get(LEFT_OUT_KEPT, "").split()
    return tuple(part for part in ALL_PARTS if part not in left_out) if left_out else ()


def _brand(record: ProfileRecord) -> Iterator[tuple[str, object]]:
    brand, without = record.brand, record.settings.get(WITHOUT_KEPT, "").split()
    colours = brand.colours[:_MOST_COLOURS]
    lines = tuple(filter(None, map(one_line, brand.lines)))[:MOST_LINES]
    if colours and all(map(is_colour, colours)):
        yield "colours", colours
    elif "colours" in without:
        yield "colours", ()
    if brand.logo or "logo" in without:
        yield "logo", brand.logo
    if lines or "lines" in without:
        yield "lines", lines


# What is said is kept.


def _is_ours(name: str) -> bool:
    plain = {
        PARTS_KEPT,
        LEFT_OUT_KEPT,
        WITHOUT_KEPT,
        DAYS_KEPT,
        START_KEPT,
        *_FLAGS.values(),
        *_TEXTS.values(),
    }
    kept = {each for each, _limit in (*_CHOICES.values(), *_LINES.values())}
    return name in plain or name in kept or name.startswith(NOTE_KEPT)


def _said(options: PlanOptions, house: PlanOptions) -> Iterator[tuple[str, str]]:
    """Yield what is said otherwise than in the house, under the name it is kept by."""
    usual = dict(_kept(house))
    yield from ((kept, text) for kept, text in _kept(options) if text != usual[kept])
    without = [each for each in _BRAND if not getattr(options, each) and getattr(house, each)]
    if without:
        yield WITHOUT_KEPT, " ".join(without)


def _kept(options: PlanOptions) -> Iterator[tuple[str, str]]:
    """Yield everything that can be said but the brand, under the name it is kept by."""
    yield PARTS_KEPT, " ".join(options.parts)
    for name, (kept, _limit) in (*_CHOICES.items(), *_LINES.items()):
        yield kept, str(getattr(options, name))
    for name, kept in _TEXTS.items():
        yield kept, str(getattr(options, name))
    for name, kept in _FLAGS.items():
        yield kept, "yes" if getattr(options, name) else "no"
    for part in PlanPart:
        yield NOTE_KEPT + part, options.notes.get(part, "")
    yield DAYS_KEPT, " ".join(map(str, options.times.days))
    yield START_KEPT, options.times.start.strftime(_CLOCK)
