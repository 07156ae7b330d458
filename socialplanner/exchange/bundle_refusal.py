"""How a bundle is refused: one sentence about it, and the part of it that is meant."""

from socialplanner.errors import InputError, Problem
from socialplanner.messages import shortened


def refused(name: str, reason: str, part: str = "") -> InputError:
    """Return why a file cannot be imported, and which part of it is meant."""
    problem = Problem(name, shortened(part), "", reason)
    return InputError(f"{name} cannot be imported.", [problem])
