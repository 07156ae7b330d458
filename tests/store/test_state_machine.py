"""Whatever is done to a library in whatever order, it holds what a plain model holds."""

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
)

from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.editing import (
    duplicated,
    new_record,
    with_answer,
    with_assessment,
    with_mark,
    with_note,
    with_reassessment,
)
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import LoggedWeek, ProfileRecord
from socialplanner.store.library import Library
from socialplanner.store.naming import new_id
from tests.store.makers import QUESTIONS, Clock

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
VALUES = st.none() | st.integers(0, 4).map(float) | TEXTS | st.sampled_from(NoAnswer)


class LibraryAndModel(RuleBasedStateMachine):
    """A library on disk beside a dict of records."""

    profiles: Bundle[str] = Bundle("profiles")

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.library = Library(Path(self.place.name, "data"), self.clock)
        self.model: dict[str, ProfileRecord] = {}
        self.paths: dict[str, Path] = {}

    def teardown(self) -> None:
        self.place.cleanup()

    def save(self, key: str, record: ProfileRecord) -> None:
        with self.library.open(self.paths[key]) as profile:
            profile.save(record)
        self.model[key] = record

    @initialize(target=profiles, name=TEXTS)
    def first(self, name: str) -> str:
        return self.add(name)

    @rule(target=profiles, name=TEXTS)
    def new(self, name: str) -> str:
        return self.add(name)

    def add(self, name: str) -> str:
        record = with_assessment(
            new_record(new_id(), Profile(name=name), self.clock.now()), new_id(), self.clock.now()
        )
        self.paths[record.id] = self.library.add(record)
        self.model[record.id] = record
        return record.id

    @rule(key=profiles, question=st.sampled_from(QUESTIONS[:6]), value=VALUES)
    def answer(self, key: str, question: str, value: float | str | NoAnswer | None) -> None:
        record = self.model[key]
        self.clock.pass_(minutes=1)
        newest = record.assessments[-1]
        self.save(key, with_answer(record, newest.id, question, value, self.clock.now()))

    @rule(key=profiles, question=st.sampled_from(QUESTIONS[:6]), note=TEXTS, mark=st.booleans())
    def remark(self, key: str, question: str, note: str, mark: bool) -> None:  # noqa: FBT001
        newest, now = self.model[key].assessments[-1], self.clock.now()
        noted = with_note(self.model[key], newest.id, question, note, now)
        self.save(key, with_mark(noted, newest.id, question, now, is_marked=mark))

    @rule(key=profiles)
    def reassess(self, key: str) -> None:
        record, now = self.model[key], self.clock.now()
        self.save(
            key, with_reassessment(record, new_id(), now, renamed={}, earlier_plan={"a": 0.5})
        )

    @rule(key=profiles, tags=st.lists(TEXTS, max_size=3), archived=st.booleans())
    def file_away(self, key: str, tags: list[str], archived: bool) -> None:  # noqa: FBT001
        self.save(key, replace(self.model[key], tags=tuple(tags), is_archived=archived))

    @rule(key=profiles, weeks=st.integers(0, 3))
    def log(self, key: str, weeks: int) -> None:
        day = self.clock.moment.date()
        logged = tuple(
            LoggedWeek(monday=day + timedelta(weeks=number), changed_at=self.clock.moment)
            for number in range(weeks)
        )
        self.save(key, replace(self.model[key], weeks=logged))

    @rule(target=profiles, key=profiles, name=TEXTS)
    def duplicate(self, key: str, name: str) -> str:
        copy = duplicated(self.model[key], new_id(), name, self.clock.now())
        self.paths[copy.id] = self.library.add(copy)
        self.model[copy.id] = copy
        return copy.id

    @rule(key=profiles)
    def delete_and_take_back(self, key: str) -> None:
        self.clock.pass_(days=1)
        trashed = self.library.delete(self.paths[key])
        assert self.paths[key].name not in {entry.file for entry in self.library.entries()}
        self.clock.pass_(days=29)
        assert self.library.empty_trash() == ()
        self.paths[key] = self.library.take_back(trashed)

    @rule(key=consumes(profiles))
    def erase(self, key: str) -> None:
        self.library.erase(self.paths.pop(key), with_backups=True)
        del self.model[key]

    @rule(key=profiles)
    def restore_the_newest_backup(self, key: str) -> None:
        listed = self.library.backups(key).listed()
        if listed:
            self.library.restore(self.paths[key], listed[0].path)

    @invariant()
    def every_profile_is_as_the_model_has_it(self) -> None:
        for key, path in self.paths.items():
            assert self.library.read(path) == self.model[key]

    @invariant()
    def the_list_names_every_profile_once(self) -> None:
        assert sorted(entry.id for entry in self.library.entries()) == sorted(self.model)


LibraryAndModel.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestLibraryAndModel = LibraryAndModel.TestCase
