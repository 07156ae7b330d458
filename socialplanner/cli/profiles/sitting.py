"""Answers from standard input, line by line: each is on the disk before it is said to be saved."""

from collections.abc import Callable
from dataclasses import dataclass

from socialplanner.cli import streams
from socialplanner.cli.profiles.place import newest
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now
from socialplanner.errors import UserError
from socialplanner.exchange.answer_pairs import PairReader, pair_text
from socialplanner.messages import visible
from socialplanner.store.open_profile import OpenProfile
from socialplanner.store.session import AnswerSession

LONGEST_LINE = 100_000
CLEAR = "clear "


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting at the keyboard, or at the end of a pipe."""

    session: AnswerSession
    catalogue: Catalogue

    def obey(self, line: str, number: int) -> bool:
        """Do what one line says and tell whether it could be done; why not, it says itself."""
        reader = PairReader(self.catalogue, f"standard input, line {number}", [])
        match line.strip():
            case "undo":
                changed = self.session.undo()
            case "redo":
                changed = self.session.redo()
            case text if text.startswith(CLEAR):
                changed = self._clear(reader, text.removeprefix(CLEAR))
            case _:
                changed = self._give(reader, line)
        if changed is None:
            streams.complain(*(reader.problems or (f"{reader.source}: {_nothing(line)}",)))
            return False
        streams.write(f"saved {self._kept(changed)}\n")
        return True

    def _give(self, reader: PairReader, line: str) -> str | None:
        pair = reader.pair(line)
        if pair is None or reader.problems:
            return None
        question, answer = pair
        self.session.give(question.id, answer)
        return question.id

    def _clear(self, reader: PairReader, name: str) -> str | None:
        question = reader.question(name)
        if question is None:
            return None
        self.session.give(question.id, None)
        return question.id

    def _kept(self, question_id: str) -> str:
        """Return what is on the disk now; an open question stands without an equals sign."""
        recorded = self.session.assessment.answers.get(question_id)
        if recorded is None or recorded.value is None:
            return question_id
        return visible(pair_text(question_id, recorded.value))


def sit(profile: OpenProfile, catalogue: Catalogue, now: Callable[[], Now]) -> int:
    """Obey the lines of standard input and return how many of them would not do."""
    sitting = Sitting(AnswerSession(profile, newest(profile.record).id, now), catalogue)
    wrong = 0
    try:
        for number, line in enumerate(streams.lines(LONGEST_LINE), 1):
            if line.strip() and not sitting.obey(line, number):
                wrong += 1
    except KeyboardInterrupt as stopped:
        raise UserError("Stopped before the end; what was said as saved is saved.") from stopped
    return wrong


def _nothing(line: str) -> str:
    way = "taken back" if line.strip() == "undo" else "given again"
    return f"There is no answer that can be {way}."
