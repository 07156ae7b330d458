"""Answers are saved as they are given, can be taken back, and are resumed where one stopped."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.editing import AnswerMark, answer_marks, with_reassessment
from socialplanner.domain.record import AnswerChange
from socialplanner.store.library import Library
from socialplanner.store.open_profile import OpenProfile
from socialplanner.store.session import AnswerSession
from socialplanner.store.trouble import StoreError
from tests.store.makers import FIRST, Clock, answered, begun

REPLYING, LISTENING = "style.replying", "style.listening"


def session_of(profile: OpenProfile, clock: Clock) -> AnswerSession:
    return AnswerSession(profile, FIRST, clock.now, clock.seconds)


def waits(session: AnswerSession) -> float | None:
    """Return how long something may still wait to be saved; only while it does, it is not saved."""
    assert session.is_saved == (session.due_in is None)
    return session.due_in


def test_an_answer_that_was_given_is_on_the_disk_and_resumed_at(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        session = session_of(profile, clock)
        session.give(REPLYING, 3.0)
        session.give(LISTENING, 1.0)
        on_disk = library.read(path).assessments[0]
        assert on_disk == session.assessment
    assert on_disk.said() == {REPLYING: 3.0, LISTENING: 1.0}
    assert on_disk.position == LISTENING


def test_what_is_typed_waits_half_a_second_and_no_longer(library: Library, clock: Clock) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        session = session_of(profile, clock)
        for length in range(1, 7):
            session.type(REPLYING, "a friend"[:length])
            session.flush_if_due()
            assert waits(session) is not None
            clock.pass_(milliseconds=90)
        assert waits(session) == 0
        session.flush_if_due()
        assert waits(session) is None
        assert library.read(path).assessments[0].said() == {REPLYING: "a frie"}


def test_typing_elsewhere_saves_what_was_typed_before(library: Library, clock: Clock) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        session = session_of(profile, clock)
        session.type(REPLYING, "one")
        session.type(LISTENING, "two")
        assert library.read(path).assessments[0].said() == {REPLYING: "one"}
        session.undo()
        assert session.assessment.said() == {REPLYING: "one"}


@given(
    steps=st.lists(
        st.tuples(st.sampled_from("abc"), st.none() | st.integers(0, 4).map(float)), max_size=12
    )
)
def test_taking_back_everything_leads_to_the_beginning_and_redoing_it_to_the_end(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, float | None]]
) -> None:
    clock = Clock()
    library = Library(tmp_path_factory.mktemp("data"), clock)
    with library.open(library.add(answered(3))) as profile:
        session = session_of(profile, clock)
        states = [session.assessment.said()]
        for question, value in steps:
            session.give(question, value)
            states.append(session.assessment.said())
        while session.can_undo:
            session.undo()
        assert session.assessment.said() == states[0]
        while session.can_redo:
            session.redo()
        assert session.assessment.said() == states[-1]
        assert library.read(profile.path) == profile.record


def test_taking_back_and_giving_again_names_the_question_and_ends_quietly(
    library: Library, clock: Clock
) -> None:
    with library.open(library.add(begun())) as profile:
        session = session_of(profile, clock)
        assert session.undo() is None
        session.give(REPLYING, 3.0)
        assert session.undo() == REPLYING
        assert session.undo() is None
        assert session.redo() == REPLYING
        assert session.redo() is None
        session.undo()
        session.give(LISTENING, 1.0)
        assert not session.can_redo


def test_every_change_is_in_the_history_also_those_taken_back(
    library: Library, clock: Clock
) -> None:
    with library.open(library.add(begun())) as profile:
        session = session_of(profile, clock)
        session.give(REPLYING, 3.0)
        session.give(REPLYING, 3.0)
        session.give(REPLYING, 1.0)
        session.undo()
        values = [(each.old, each.new) for each in session.assessment.changes]
        first = session.assessment.changes[0]
    assert values == [(None, 3.0), (3.0, 1.0), (1.0, 3.0)]
    assert first == AnswerChange(question_id=REPLYING, old=None, new=3.0, changed_at=clock.moment)


def test_confirming_a_carried_answer_can_be_taken_back(library: Library, clock: Clock) -> None:
    record = with_reassessment(answered(3), "a2", clock.now(), renamed={}, earlier_plan=None)
    with library.open(library.add(record)) as profile:
        session = AnswerSession(profile, "a2", clock.now)
        session.give("style.question_1", 1.0)
        session.give("style.question_2", 4.0)
        marks = answer_marks(profile.record, "a2", {})
        assert marks == {
            "style.question_0": AnswerMark.TO_CONFIRM,
            "style.question_1": AnswerMark.CONFIRMED,
            "style.question_2": AnswerMark.CHANGED,
        }
        session.undo()
        session.undo()
        assert set(answer_marks(profile.record, "a2", {}).values()) == {AnswerMark.TO_CONFIRM}


def test_what_could_not_be_saved_is_kept_and_saved_when_it_can_be(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        session = session_of(profile, clock)
        profile._file.connection.execute("PRAGMA query_only = ON")  # noqa: SLF001 - a disk that refuses
        with pytest.raises(StoreError):
            session.give(REPLYING, 3.0)
        assert waits(session) is not None
        assert session.assessment.said() == {}
        profile._file.connection.execute("PRAGMA query_only = OFF")  # noqa: SLF001 - and takes it
        session.flush()
        assert waits(session) is None
        assert library.read(path).assessments[0].said() == {REPLYING: 3.0}


def test_nothing_that_was_given_on_a_disk_that_refuses_is_forgotten(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        session = session_of(profile, clock)
        profile._file.connection.execute("PRAGMA query_only = ON")  # noqa: SLF001 - it refuses
        for number in range(5):
            with pytest.raises(StoreError):
                session.give(f"style.question_{number}", float(number))
        profile._file.connection.execute("PRAGMA query_only = OFF")  # noqa: SLF001 - and takes it
        session.flush()
    said = library.read(path).assessments[0].said()
    assert said == {f"style.question_{number}": float(number) for number in range(5)}


def test_a_clock_that_is_set_back_lets_nothing_wait_longer(library: Library, clock: Clock) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        session = session_of(profile, clock)
        session.type(REPLYING, "one")
        clock.moment -= timedelta(hours=1)
        clock.elapsed += 0.5
        session.flush_if_due()
        assert library.read(path).assessments[0].said() == {REPLYING: "one"}
