"""How far an assessment has come, and with which question it goes on."""

from dataclasses import dataclass

from socialplanner.cli.profiles.columns import prose
from socialplanner.cli.profiles.hints import command, typed_name
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.interview import interview
from socialplanner.domain.questionnaire import Question, QuestionKind
from socialplanner.domain.record import ProfileRecord, RecordedAssessment
from socialplanner.exchange.stored_answers import present_answers
from socialplanner.presentation import formats


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many questions have an answer that counts, and what is to be answered next."""

    answered: int
    questions: int
    to_confirm: int
    next_question: Question | None


def progress(catalogue: Catalogue, assessment: RecordedAssessment) -> Progress:
    """Return how far an assessment has come."""
    answers = present_answers(catalogue, assessment.said()).answers
    found = interview(catalogue, answers, assessment)
    whole = found.tally()
    return Progress(
        answered=whole.answered,
        questions=whole.questions,
        to_confirm=whole.to_confirm,
        next_question=found.next_after(found.position),
    )


def resume_sentence(found: Progress, record: ProfileRecord) -> str:
    """Return where to go on, with the words of the question."""
    question = found.next_question
    if question is None:
        return f"All {found.questions} questions are answered."
    name = typed_name(record.profile.name, record.id)
    how = command("answer", name, f"{question.id}=…")
    return f"Go on with {question.id}: {question.text}\n  {how}"


def question_help(question: Question) -> str:
    """Return a question with everything one may answer, a line each."""
    lines = [f"{question.id}: {question.text}", *_possible(question)]
    lines += [f"  {question.help}"] if question.help else []
    return prose("\n".join(lines))


def _possible(question: Question) -> list[str]:
    """Return the answers that a question takes."""
    match question.kind:
        case QuestionKind.ANCHORED:
            return [f"  {level}  {text}" for level, text in enumerate(question.levels)]
        case QuestionKind.NUMBER:
            return [f"  a number{_bounds(question)}, {question.unit}".rstrip(", ")]
        case QuestionKind.TABLE:
            columns = ", ".join(f'"{column.id}": …' for column in question.columns)
            return [f"  rows in JSON: [{{{columns}}}]"]
        case QuestionKind.SINGLE:
            return _options(question)
        case QuestionKind.MULTIPLE:
            return ["  any of these, with commas between:", *_options(question)]
        case QuestionKind.RANK:
            most = f"{question.maximum or len(question.options):.0f}"
            first = f"  up to {most} of these, with commas between, the most important first:"
            return [first, *_options(question)]


def _options(question: Question) -> list[str]:
    width = max((len(option.id) for option in question.options), default=0)
    return [f"  {option.id:<{width}}  {option.text}" for option in question.options]


def _bounds(question: Question) -> str:
    low = "" if question.minimum is None else f" from {formats.number(question.minimum)}"
    high = "" if question.maximum is None else f" to {formats.number(question.maximum)}"
    return low + high
