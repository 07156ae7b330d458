"""Read the definitions of KPIs."""

from collections.abc import Iterator

from socialplanner.domain.ids import Mode, Origin
from socialplanner.domain.kpi import Kpi, Stage
from socialplanner.loading.lists import sequence
from socialplanner.loading.reader import Finding, Key, Reader, Values, refused, table
from socialplanner.loading.records import records
from socialplanner.loading.spans import Span, number, whole_number
from socialplanner.loading.values import identifier, one_of, text, yes_or_no
from socialplanner.loading.vocabulary import Vocabulary
from socialplanner.messages import quoted, suggestion

ALL = "all"
MODES = {mode.value: frozenset({mode}) for mode in Mode} | {"both": frozenset(Mode)}
WEEKS = Span(low=0, high=520)
DIFFICULTY = Span(low=1, high=5)
ORIGINS = table(dict, {name: Key(one_of(Origin)) for name in ("lag_weeks", "difficulty")})


def kpis(known: Vocabulary) -> Reader[dict[str, Kpi]]:
    """Return the reader of the file of KPIs."""
    return table(_by_id, {"origins": Key(ORIGINS), "kpi": Key(records(_kpi(known)))})


def _kpi(known: Vocabulary) -> Reader[Kpi]:
    """Return the reader of one KPI."""
    keys = {
        "id": Key(identifier()),
        "name": Key(text),
        "mode": Key(_modes),
        "goals": Key(sequence(_goal(known), at_least=1)),
        "stage": Key(one_of(Stage)),
        "numerator": Key(text),
        "denominator": Key(text),
        "unit": Key(text),
        "cadence": Key(text),
        "source": Key(text),
        "lag_weeks": Key(number(WEEKS)),
        "difficulty": Key(whole_number(DIFFICULTY)),
        "direct_response": Key(yes_or_no),
        "pitfall": Key(text),
    }
    return table(_build, keys, _all_alone)


def _modes(value: object) -> frozenset[Mode]:
    """Return the modes that a KPI measures."""
    name = text(value)
    if name not in MODES:
        raise refused(f"{quoted(name)} is not possible here. {suggestion(name, MODES)}")
    return MODES[name]


def _goal(known: Vocabulary) -> Reader[str]:
    """Return the reader of a goal, or of the word for every goal."""
    return lambda value: ALL if value == ALL else known.goals(value)


def _all_alone(values: Values) -> Iterator[Finding]:
    """Say where a KPI names goals besides all of them."""
    if ALL in values.get("goals", ()) and len(values["goals"]) > 1:
        yield Finding(f"“{ALL}” stands alone: it means every goal.", ("goals",))


def _build(values: Values) -> Kpi:
    """Return the KPI of these values."""
    rest = {key: value for key, value in values.items() if key != "mode"}
    goals = () if values["goals"] == (ALL,) else values["goals"]
    return Kpi(**{**rest, "modes": values["mode"], "goals": goals})


def _by_id(values: Values) -> dict[str, Kpi]:
    """Return the KPIs by id, in the order of the file."""
    return {kpi.id: kpi for kpi in values["kpi"]}
