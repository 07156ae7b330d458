"""A window of its own process that is answered with mouse and keys, until somebody kills it.

`python -m tests.ui.journeys.answering FOLDER PROFILE` prints “saved QUESTION VALUE” only once the
window itself says that everything is saved.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.questions.cards import CardQuestion
from socialplanner.ui.questions.number import NumberQuestion
from socialplanner.ui.session import Session
from socialplanner.ui.wizard.question_card import QuestionCard
from socialplanner.ui.wizard.question_page import QuestionPage
from tests.ui.journeys.walking import reveal, texts
from tests.ui.journeys.windows import own_window

PATIENCE = 20.0
SAID = ("All changes saved", "Saved")
HOURS = "12"


def main() -> int:
    """Answer what is open in the quick check, and all of it again where nothing is."""
    folder, path = map(Path, sys.argv[1:])
    window = own_window(folder)
    window.open_profile(path)
    while True:
        window.go("quick")
        assert window.workspace is not None
        page = window.workspace.page
        assert isinstance(page, QuestionPage)
        for group in page.groups:
            group.complete()
            for card in group.cards.values():
                answer(window, window.workspace.session, card)


def answer(window: MainWindow, session: Session, card: QuestionCard) -> None:
    """Answer one question, and say so once the window says that it is saved."""
    question = card.question
    reveal(card)
    before = session.answers.get(question.id)
    if isinstance(card.widget, CardQuestion) and before is None:
        place = len(session.answers) % len(card.widget.cards)
        QTest.mouseClick(card.widget.cards[place], Qt.MouseButton.LeftButton)
    elif isinstance(card.widget, NumberQuestion):
        field = card.widget.field
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.selectAll()
        for figure in HOURS:
            QTest.keyClicks(field, figure)
            QApplication.processEvents()
            say(f"typing {question.id} {field.text()}")
    else:
        return
    wait_until_saved(window)
    if question.id in session.answers:
        say(f"saved {question.id} {session.answers[question.id]!r}")


def wait_until_saved(window: MainWindow) -> None:
    """Go on with the window's work until it says that everything is saved."""
    end = time.monotonic() + PATIENCE
    while not any(each.startswith(SAID) for each in texts(window)):
        assert time.monotonic() < end, texts(window)
        QApplication.processEvents()
        time.sleep(0.002)


def say(words: str) -> None:
    """Tell who started this process."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
