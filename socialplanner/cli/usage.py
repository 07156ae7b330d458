"""Parse what is typed: wrong usage is refused in one sentence, and help goes where output goes."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from typing import NoReturn, TypeAlias

from socialplanner.cli import streams

WRONG_USAGE = 2

Command = Callable[[], None]
"""A command with everything it needs to run."""


class Parser(argparse.ArgumentParser):
    """A parser that refuses wrong usage in one sentence.

    With `is_mixed`, what has no name may stand before, between and after the options.
    """

    is_mixed = False
    typed: Sequence[str] = ()

    def parse_known_args(  # type: ignore[override] # we call it in one way only
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Return what the arguments say, and those that nobody asked for."""
        self.typed = args or ()
        if not self.is_mixed or "--" in self.typed:  # what stands behind it would get lost
            return super().parse_known_args(args, namespace)
        self.is_mixed = False  # argparse comes back here for the two halves
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.is_mixed = True

    def error(self, message: str) -> NoReturn:
        """End the program with what was wrong and where help is."""
        line = " ".join(message.split())
        said = f"{line[:1].upper()}{line[1:]}".rstrip(".") + self._advice(message)
        self.exit(WRONG_USAGE, f"{said}. Help: {self.prog} --help\n")

    def _advice(self, message: str) -> str:
        """Return how to type a name that begins as options do, where one was meant perhaps."""
        name = next(filter(self._looks_like_name, [*self.typed, *message.split()]), None)
        if name is None:
            return ""
        if "expected one argument" in message:
            option = message.split()[1].rstrip(":").split("/")[-1]
            return f". If “{name}” is meant, write {option}={name}"
        return f". If “{name}” is a name, write -- before it, behind all options"

    def _looks_like_name(self, word: str) -> bool:
        """Return whether a word begins with one hyphen and is no option."""
        is_long = len(word) > len("-h") and not word.startswith("--")
        return is_long and word.startswith("-") and word not in self._option_string_actions

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - argparse names it
        """Write the help, or raise UserError where nothing can be written."""
        streams.write(self.format_help())

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the program, with one sentence where something was wrong."""
        if message:
            streams.complain(message.rstrip("\n"))
        raise SystemExit(status)


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 - its only name
"""The sub-commands of a command, to add to."""


def day(text: str) -> date:
    """Return the day that an argument names."""
    from socialplanner.exchange.days import (  # noqa: PLC0415 - only where a day is given
        DAY_WORDS,
        day_of,
    )

    found = day_of(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"this must be {DAY_WORDS}, not “{text}”")
    return found


def amount(most: float) -> Callable[[str], float]:
    """Return what reads a number from 0 to the most that an argument may give."""

    def read(text: str) -> float:
        try:
            found = float(text)
        except ValueError:
            found = -1.0
        if not 0 <= found <= most:
            raise argparse.ArgumentTypeError(f"this must be 0 to {most:,.0f}, not “{text}”")
        return found

    return read
