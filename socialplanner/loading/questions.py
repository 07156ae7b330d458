"""Read one question of the questionnaire, with its options, levels or columns."""

from collections.abc import Iterator

from socialplanner.domain.ids import Dimension, Mode
from socialplanner.domain.questionnaire import (
    Column,
    ColumnKind,
    Option,
    Question,
    QuestionKind,
)
from socialplanner.loading.lists import sequence
from socialplanner.loading.reader import Finding, Key, Values, fields, table
from socialplanner.loading.records import records
from socialplanner.loading.spans import POSITIVE, number
from socialplanner.loading.values import (
    QUESTION_ID,
    identifier,
    one_of,
    short_text,
    text,
    yes_or_no,
)

LEVELS = 5
ABSENT = (None, (), "")
SCORING_KEYS = ("dimension", "mode", "weight")

NEEDED: dict[QuestionKind, tuple[str, ...]] = {
    QuestionKind.SINGLE: ("options",),
    QuestionKind.MULTIPLE: ("options",),
    QuestionKind.RANK: ("options", "minimum", "maximum"),
    QuestionKind.NUMBER: ("unit",),
    QuestionKind.TABLE: ("columns",),
    QuestionKind.ANCHORED: ("levels",),
}
POSSIBLE: dict[QuestionKind, tuple[str, ...]] = {
    QuestionKind.SINGLE: (),
    QuestionKind.MULTIPLE: ("levels", *SCORING_KEYS),
    QuestionKind.RANK: (),
    QuestionKind.NUMBER: ("minimum", "maximum", "dimension", "mode"),
    QuestionKind.TABLE: (),
    QuestionKind.ANCHORED: SCORING_KEYS,
}
OF_SOME_KINDS = tuple(
    dict.fromkeys(key for kinds in (NEEDED, POSSIBLE) for keys in kinds.values() for key in keys)
)


def _column_options(values: Values) -> Iterator[Finding]:
    """Say where a column has options without being a choice, or the other way round."""
    kind, given = values.get("kind"), values.get("options")
    if kind is ColumnKind.CHOICE and given == ():
        yield Finding("A choice needs options.", ("options",))
    if kind in {ColumnKind.TEXT, ColumnKind.NUMBER} and given:
        yield Finding("Only a choice has options.", ("options",))


def _keys_of_kind(values: Values) -> Iterator[Finding]:
    """Say which keys this kind of question lacks and which it cannot have."""
    kind = values.get("kind")
    if kind is None:
        return
    for key in OF_SOME_KINDS:
        if key not in values:
            continue
        is_given = values[key] not in ABSENT
        if not is_given and key in NEEDED[kind]:
            yield Finding(f"A question of kind “{kind}” needs this key.", (key,))
        if is_given and key not in (*NEEDED[kind], *POSSIBLE[kind]):
            yield Finding(f"A question of kind “{kind}” cannot have this key.", (key,))


def _scoring(values: Values) -> Iterator[Finding]:
    """Say what a scored question lacks, and what a question that is not scored cannot have."""
    levels, dimension, mode = (values.get(key, "?") for key in ("levels", "dimension", "mode"))
    if (dimension is None) != (mode is None):
        yield Finding("Dimension and mode are given together or not at all.", ("dimension",))
    if "levels" not in values:
        return
    if levels:
        for key in SCORING_KEYS:
            if key in values and values[key] is None:
                yield Finding("A question with levels needs this key.", (key,))
        return
    if values.get("weight") is not None:
        yield Finding("Only a question with levels has a weight.", ("weight",))
    if values.get("quick"):
        yield Finding("Only a question with levels can stand for its cell.", ("quick",))


def _bounds(values: Values) -> Iterator[Finding]:
    """Say where the smallest answer is larger than the largest, or a rank is too long."""
    low, high = values.get("minimum"), values.get("maximum")
    if low is not None and high is not None and low > high:
        yield Finding(f"This is more than the maximum, {high:g}.", ("minimum",))
    if values.get("kind") is not QuestionKind.RANK:
        return
    count = len(values.get("options", ()))
    for key, bound in (("minimum", low), ("maximum", high)):
        if bound is not None and count and (bound % 1 or not 1 <= bound <= count):
            yield Finding(f"A rank has 1 to {count} places, not {bound:g}.", (key,))


def _counted_options(values: Values) -> Iterator[Finding]:
    """Say where a question scored by counting has too few options to reach its highest level."""
    options, is_counted = values.get("options"), values.get("kind") is QuestionKind.MULTIPLE
    if is_counted and values.get("levels") and options and len(options) < LEVELS - 1:
        yield Finding("This question needs at least four options.", ("options",))


def _question(values: Values) -> Question:
    """Return the question of these values."""
    weight = values["weight"]
    return Question(**{**values, "weight": 1.0 if weight is None else weight})


OPTION = table(
    fields(Option),
    {"id": Key(identifier()), "text": Key(text), "short": Key(short_text, "")},
)
OPTIONS = records(OPTION, at_least=2)
COLUMN = table(
    fields(Column),
    {
        "id": Key(identifier()),
        "text": Key(text),
        "kind": Key(one_of(ColumnKind)),
        "options": Key(OPTIONS, ()),
        "optional": Key(yes_or_no, False),  # noqa: FBT003 - the default of a key
    },
    _column_options,
)
QUESTION = table(
    _question,
    {
        "id": Key(identifier(QUESTION_ID)),
        "kind": Key(one_of(QuestionKind)),
        "text": Key(text),
        "short": Key(short_text),
        "help": Key(text),
        "use": Key(text, ""),
        "example_shop": Key(text, ""),
        "example_consultant": Key(text, ""),
        "required": Key(yes_or_no, False),  # noqa: FBT003 - the default of a key
        "quick": Key(yes_or_no, False),  # noqa: FBT003 - the same
        "dimension": Key(one_of(Dimension), None),
        "mode": Key(one_of(Mode), None),
        "weight": Key(number(POSITIVE), None),
        "levels": Key(sequence(text, at_least=LEVELS, at_most=LEVELS), ()),
        "options": Key(OPTIONS, ()),
        "columns": Key(records(COLUMN), ()),
        "unit": Key(text, ""),
        "minimum": Key(number(), None),
        "maximum": Key(number(), None),
    },
    _keys_of_kind,
    _scoring,
    _bounds,
    _counted_options,
)
