"""Answers files named on the command line, or on standard input."""

from pathlib import Path

from socialplanner.cli import streams
from socialplanner.domain.catalogue import Catalogue
from socialplanner.exchange.answers_file import AnswersFile, parse_answers, read_answers_file
from socialplanner.exchange.document import LARGEST_FILE

STANDARD_INPUT = "standard input"


def answers_of_file(catalogue: Catalogue, file: str) -> AnswersFile:
    """Return what an answers file says, ``-`` for standard input; UserError where it cannot be."""
    if file == streams.STANDARD_STREAM:
        return parse_answers(catalogue, streams.read(LARGEST_FILE + 1), STANDARD_INPUT)
    return read_answers_file(catalogue, Path(file))
