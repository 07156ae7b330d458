"""People who answer the shipped questionnaire in any way it allows."""

from collections.abc import Iterator

from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.business import ESSENTIAL
from socialplanner.domain.profile import Choices
from socialplanner.domain.questionnaire import ColumnKind, Question, QuestionKind
from tests.domain.builders import shipped_catalogue

LARGEST = 1e12
NOT_SAID = st.sampled_from(NoAnswer)


@st.composite
def any_answers(draw: st.DrawFn) -> dict[str, Answer]:
    """Return answers to the essential questions, and to any of the others."""
    answers: dict[str, Answer] = {}
    diligence = draw(st.sampled_from([0.0, 0.3, 0.9, 1.0]))
    for question in shipped_catalogue().questionnaire:
        if question.id in ESSENTIAL:
            answers[question.id] = draw(said(question))
        elif draw(st.floats(0, 1)) < diligence:
            answers[question.id] = draw(said(question) | NOT_SAID)
    return answers


def any_choices() -> st.SearchStrategy[Choices]:
    """Return choices of any activities, known to the plan or not, and any earlier plan."""
    ids = [activity.id for activity in shipped_catalogue().activities]
    few = st.frozensets(st.sampled_from(ids), max_size=3)
    hours = st.integers(1, 12).map(lambda steps: steps / 2)
    earlier = st.dictionaries(st.sampled_from(ids), hours, max_size=6)
    some = st.builds(Choices, pinned=few, declined=few, earlier_plan=st.none() | earlier)
    return st.just(Choices()) | st.builds(Choices, declined=few) | some


def said(question: Question) -> st.SearchStrategy[Answer]:
    """Return the answers that a question allows."""
    ids = [option.id for option in question.options]
    match question.kind:
        case QuestionKind.ANCHORED:
            return st.integers(0, question.highest_level).map(float)
        case QuestionKind.SINGLE:
            return st.sampled_from(ids)
        case QuestionKind.NUMBER:
            return _number(question)
        case QuestionKind.MULTIPLE:
            return st.sets(st.sampled_from(ids)).map(lambda chosen: _in_order(ids, chosen))
        case QuestionKind.RANK:
            low, high = int(question.minimum or 0), int(question.maximum or len(ids))
            ranked = st.lists(st.sampled_from(ids), min_size=low, max_size=high, unique=True)
            return ranked.map(tuple)
        case QuestionKind.TABLE:
            return st.lists(_row(question), max_size=3).map(tuple)


def _in_order(ids: list[str], chosen: set[str]) -> tuple[str, ...]:
    return tuple(option for option in ids if option in chosen)


def _number(question: Question) -> st.SearchStrategy[float]:
    low = question.minimum or 0.0
    high = LARGEST if question.maximum is None else question.maximum
    extremes = st.sampled_from([low, high])
    return extremes | st.floats(low, high) | st.floats(low, min(high, 20.0))


def _row(question: Question) -> st.SearchStrategy[dict[str, str | float]]:
    return st.fixed_dictionaries(dict(_cells(question)))


def _cells(question: Question) -> Iterator[tuple[str, st.SearchStrategy[str | float]]]:
    for column in question.columns:
        match column.kind:
            case ColumnKind.TEXT:
                yield column.id, st.sampled_from(["", "Ada", "Bo"])
            case ColumnKind.NUMBER:
                yield column.id, st.sampled_from([0.0, 1.5, 40.0, LARGEST])
            case ColumnKind.CHOICE:
                yield column.id, st.sampled_from([option.id for option in column.options])
