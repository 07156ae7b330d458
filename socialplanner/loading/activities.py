"""Read the activities of one mode."""

from collections.abc import Callable, Iterator, Mapping

from socialplanner.domain.activity import Activity, Phase, Step
from socialplanner.domain.ids import CELLS, Cell, Mode, Origin, cell_name
from socialplanner.loading.lists import mapping, sequence
from socialplanner.loading.reader import Finding, Key, Reader, Values, fields, refused, table
from socialplanner.loading.records import records
from socialplanner.loading.spans import HOURS, POSITIVE, SHARE, Span, number
from socialplanner.loading.values import identifier, one_of, short_text, text
from socialplanner.loading.vocabulary import Vocabulary
from socialplanner.messages import quoted, suggestion

GRID_HOURS = Span(above=0, high=168, step=0.5)
POSITIVE_HOURS = Span(above=0, high=168)
WEEKS = Span(low=0, high=520)
FIT = Span(low=0, high=10)
AUTO_SHARE = {Mode.MEDIA: Span(low=0, high=0.95), Mode.NETWORK: Span(low=0, high=0)}
NUMBERS = (
    "min_hours",
    "half_hours",
    "max_hours",
    "fixed_hours",
    "setup_hours",
    "auto_share",
    "delay_weeks",
    "half_life_weeks",
    "trackable",
    "goals",
    "dimensions",
    "fits",
    "hours_rows",
)

ORIGIN = one_of(Origin)
FILE_ORIGINS = table(dict, {name: Key(ORIGIN) for name in NUMBERS})
STEP = table(fields(Step), {"phase": Key(one_of(Phase)), "text": Key(text)})


def activities(mode: Mode, known: Vocabulary) -> Reader[tuple[Activity, ...]]:
    """Return the reader of the file that holds the activities of one mode."""
    activity = table(
        dict,
        _words(known) | _numbers(mode, known),
        _in_file_of(mode),
        _hours,
        _steps,
        _reach(known),
    )
    keys = {"origins": Key(FILE_ORIGINS), "activity": Key(records(activity))}
    return table(_with_origins, keys)


def _words(known: Vocabulary) -> dict[str, Key]:
    """Return the keys that say what an activity is."""
    return {
        "id": Key(identifier()),
        "name": Key(text),
        "short": Key(short_text),
        "mode": Key(one_of(Mode)),
        "platforms": Key(sequence(known.platforms, at_least=1)),
        "kpis": Key(sequence(known.kpis, at_least=1)),
        "steps": Key(sequence(STEP, at_least=1)),
        "basis": Key(text),
        "evidence": Key(sequence(known.evidence), ()),
        "origins": Key(mapping(_number_name, ORIGIN), {}),
    }


def _numbers(mode: Mode, known: Vocabulary) -> dict[str, Key]:
    """Return the keys that hold the numbers of method section 4.1."""
    return {
        "min_hours": Key(number(GRID_HOURS)),
        "half_hours": Key(number(POSITIVE_HOURS)),
        "max_hours": Key(number(GRID_HOURS)),
        "fixed_hours": Key(number(HOURS)),
        "setup_hours": Key(number(HOURS)),
        "auto_share": Key(number(AUTO_SHARE[mode])),
        "delay_weeks": Key(number(WEEKS)),
        "half_life_weeks": Key(number(POSITIVE)),
        "trackable": Key(number(SHARE)),
        "goals": Key(mapping(known.goals, number(SHARE), total=1)),
        "dimensions": Key(mapping(known.cells[mode], number(SHARE), total=1)),
        "fits": Key(mapping(known.kinds, number(FIT))),
        "hours_rows": Key(mapping(known.hours_rows[mode], number(SHARE), total=1)),
    }


def _number_name(value: object) -> str:
    """Return the name of a number of an activity."""
    name = text(value)
    if name not in NUMBERS:
        raise refused(f"There is no such number {quoted(name)}. {suggestion(name, NUMBERS)}")
    return name


def _in_file_of(mode: Mode) -> Callable[[Values], Iterator[Finding]]:
    """Return a check that an activity lies in the file of its mode."""

    def check(values: Values) -> Iterator[Finding]:
        if values.get("mode", mode) is not mode:
            yield Finding(f"This file holds activities of mode “{mode}” only.", ("mode",))

    return check


def _hours(values: Values) -> Iterator[Finding]:
    """Say where the hours of an activity contradict one another."""
    largest = values.get("max_hours")
    if largest is None:
        return
    if values.get("min_hours", 0) > largest:
        yield Finding(f"This is more than max_hours, {largest:g}.", ("min_hours",))
    if values.get("fixed_hours", 0) >= largest:
        yield Finding(f"This leaves nothing of max_hours, {largest:g}.", ("fixed_hours",))


def _steps(values: Values) -> Iterator[Finding]:
    """Say which phase has no step."""
    phases = {step.phase for step in values.get("steps", ())}
    for phase in (Phase.PREPARE, Phase.BUILD):
        if phases and phase not in phases:
            yield Finding(f"At least one step of phase “{phase}” is needed.", ("steps",))


def _reach(known: Vocabulary) -> Callable[[Values], Iterator[Finding]]:
    """Return a check that somebody can ever be offered an activity."""

    def check(values: Values) -> Iterator[Finding]:
        platforms, fits = values.get("platforms"), values.get("fits")
        acceptable = known.acceptable_platforms
        if platforms and acceptable is not None and acceptable.isdisjoint(platforms):
            yield Finding("No business can ever accept one of these platforms.", ("platforms",))
        if fits is None or known.kinds.known is None:
            return
        if all(fits.get(kind, 1.0) < known.min_fit for kind in known.kinds.known):
            message = f"No kind of business has a fit of {known.min_fit:g} or more."
            yield Finding(message, ("fits",))

    return check


def _with_origins(values: Values) -> tuple[Activity, ...]:
    """Return the activities, each with the origin of every number of its own."""
    return tuple(
        Activity(
            **{
                **each,
                "origins": values["origins"] | each["origins"],
                "dimensions": _by_cell(each["dimensions"]),
            }
        )
        for each in values["activity"]
    )


def _by_cell(shares: Mapping[str, float]) -> dict[Cell, float]:
    """Return shares by cell, given by the names of cells."""
    cells = {cell_name(cell): cell for cell in CELLS}
    return {cells[name]: share for name, share in shares.items()}
