"""The command `profiles answer`: answers given as arguments, saved all together or not at all."""

from argparse import Namespace
from dataclasses import dataclass, replace
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.catalogue import catalogue_in_use, now
from socialplanner.cli.profiles.columns import prose
from socialplanner.cli.profiles.hints import command, typed_name
from socialplanner.cli.profiles.place import COMMAND_LINE, newest, opened, working
from socialplanner.cli.profiles.profile_record import progress_record
from socialplanner.cli.profiles.progress import progress, question_help, resume_sentence
from socialplanner.cli.profiles.sitting import sit
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.answers import Answer, plain_answer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now, with_answer, with_assessment, with_mark, with_note
from socialplanner.domain.questionnaire import Question
from socialplanner.domain.record import (
    LONGEST_NOTE,
    AssessmentState,
    ProfileRecord,
)
from socialplanner.errors import UserError
from socialplanner.exchange.answer_pairs import PairReader, value_text
from socialplanner.messages import counted, visible
from socialplanner.store.library import Library
from socialplanner.store.naming import new_id

OPTIONS = ("note", "clear", "mark", "unmark", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Everything one command asks to be kept, already judged; None opens a question again."""

    answers: dict[str, Answer | None]
    notes: dict[str, str]
    marks: dict[str, bool]


def answer(arguments: Namespace) -> None:
    """Answer questions of the newest assessment, from arguments or line by line."""
    library, catalogue = opened(arguments.data_folder), catalogue_in_use()
    _, path = reached(library, arguments)
    if arguments.pairs == [streams.STANDARD_STREAM] or _is_piped(arguments):
        _line_by_line(library, catalogue, path)
        return
    if _says_nothing(arguments):
        _help(catalogue, _begun(library.read(path), now(library, catalogue)))
        return
    reader = PairReader(catalogue, COMMAND_LINE, [])
    asked = _asked(reader, arguments)
    reader.raise_problems()
    edit = now(library, catalogue)
    with working(library, path) as profile:
        record = _begun(profile.record, edit)
        _refuse_complete(record)
        profile.save(_given(record, asked, arguments, edit))
        record = profile.record
    if arguments.json:
        streams.write(json_text(_record(catalogue, record, asked)))
        return
    streams.write("".join(f"saved {_saved_text(*each)}\n" for each in asked.answers.items()))
    _say_progress(catalogue, record)


def _line_by_line(library: Library, catalogue: Catalogue, path: Path) -> None:
    """Take answers from standard input; UserError at the end where a line would not do."""
    with working(library, path) as profile:
        record = _begun(profile.record, now(library, catalogue))
        _refuse_complete(record)
        profile.save(record)
        wrong = sit(profile, catalogue, lambda: now(library, catalogue))
        _say_progress(catalogue, profile.record)
    if wrong:
        what = counted(wrong, "line was", "lines were")
        raise UserError(f"{what} not understood; everything else is saved.")


def _says_nothing(arguments: Namespace) -> bool:
    return not arguments.pairs and not any(getattr(arguments, each) for each in OPTIONS)


def _is_piped(arguments: Namespace) -> bool:
    """Return whether nothing is said in the arguments and something may come from a pipe."""
    return _says_nothing(arguments) and not streams.is_terminal()


def _begun(record: ProfileRecord, edit: Now) -> ProfileRecord:
    """Return the record, with an assessment where it had none."""
    return record if record.newest else with_assessment(record, new_id(), edit)


def _refuse_complete(record: ProfileRecord) -> None:
    """Raise UserError where the newest assessment is no draft any more."""
    assessment = newest(record)
    if assessment.state is AssessmentState.COMPLETE:
        name = typed_name(record.profile.name, record.id)
        raise UserError(
            f"The assessment of {assessment.day} is complete; nothing was saved. Open it again: "
            f"{command('change', name, '--reopen')}; or begin the next one: "
            f"{command('reassess', name)}"
        )


def _asked(reader: PairReader, arguments: Namespace) -> Asked:
    """Return what was asked for; everything wrong in it is refused."""
    answers: dict[str, Answer | None] = {}
    pairs = [pair for text in arguments.pairs if (pair := reader.pair(text))]
    cleared = [(question, None) for question in _questions(reader, arguments.clear)]
    for question, value in (*pairs, *cleared):
        if question.id in answers:
            reader.refuse(question.id, "This question is answered twice; once is enough.")
        answers[question.id] = value
    marks = {question.id: True for question in _questions(reader, arguments.mark)}
    marks |= {question.id: False for question in _questions(reader, arguments.unmark)}
    return Asked(answers=answers, notes=_notes(reader, arguments), marks=marks)


def _questions(reader: PairReader, names: list[str] | None) -> list[Question]:
    return [question for name in names or () if (question := reader.question(name))]


def _notes(reader: PairReader, arguments: Namespace) -> dict[str, str]:
    notes: dict[str, str] = {}
    for text in arguments.note or ():
        if halves := reader.halves(text):
            question, note = halves
            notes[question.id] = note
            if len(note) > LONGEST_NOTE:
                most = f"{LONGEST_NOTE:,} characters, not {len(note):,}"
                reader.refuse(question.id, f"A note has at most {most}.")
            if any("\ud800" <= each <= "\udfff" for each in note):
                reader.refuse(question.id, "This note holds half of a character; type it again.")
    return notes


def _given(record: ProfileRecord, asked: Asked, arguments: Namespace, edit: Now) -> ProfileRecord:
    """Return the record with everything kept that was asked for."""
    assessment_id = newest(record).id
    for question_id, value in asked.answers.items():
        record = with_answer(record, assessment_id, question_id, value, edit)
    for question_id, note in asked.notes.items():
        record = with_note(record, assessment_id, question_id, note, edit)
    for question_id, is_marked in asked.marks.items():
        record = with_mark(record, assessment_id, question_id, edit, is_marked=is_marked)
    if arguments.date is None:
        return record
    dated = replace(newest(record), day=arguments.date)
    return replace(record, assessments=(*record.assessments[:-1], dated), changed_at=edit.moment)


def _saved_text(question_id: str, value: Answer | None) -> str:
    return question_id if value is None else f"{question_id}={visible(value_text(value))}"


def _say_progress(catalogue: Catalogue, record: ProfileRecord) -> None:
    """Say how far the assessment has come and where to go on."""
    state = progress(catalogue, newest(record))
    done = f"{state.answered} of {state.questions} questions are answered. "
    streams.write(prose(f"{done if state.next_question else ''}{resume_sentence(state, record)}"))


def _help(catalogue: Catalogue, record: ProfileRecord) -> None:
    """Print the next open question with everything one may answer."""
    state = progress(catalogue, newest(record))
    if state.next_question is not None:
        streams.write(question_help(state.next_question))
    streams.write(prose(resume_sentence(state, record)))


def _record(catalogue: Catalogue, record: ProfileRecord, asked: Asked) -> dict[str, object]:
    """Return what was saved and where to go on, for other programs."""
    return {
        "saved": {
            key: None if value is None else plain_answer(value)
            for key, value in asked.answers.items()
        },
        "notes": asked.notes,
        "marks": asked.marks,
        **progress_record(progress(catalogue, newest(record))),
    }
