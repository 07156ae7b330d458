"""A supposition: answers as they might be, tried before anybody gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.business import NO_TOOL


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposition:
    """What may be supposed about a week; None where nothing else than the answer is supposed.

    Hours a week, the id of an answer on patience, the tools in use, and money a week for paid
    posts, in the profile's currency.
    """

    hours_per_week: float | None = None
    patience: str | None = None
    tools: frozenset[str] | None = None
    ad_budget_per_week: float | None = None

    @property
    def is_nothing(self) -> bool:
        """Return whether nothing is supposed."""
        return all(getattr(self, each.name) is None for each in fields(self))


def supposed_answers(answers: Answers, supposition: Supposition) -> Mapping[str, Answer]:
    """Return the answers that the supposition would change, by question id."""
    tools = supposition.tools
    said: dict[str, Answer | None] = {
        "business.hours_per_week": supposition.hours_per_week,
        "business.patience": supposition.patience,
        "business.tools": None if tools is None else tuple(sorted(tools)) or (NO_TOOL,),
        "business.ad_budget_per_week": supposition.ad_budget_per_week,
    }
    given = {key: value for key, value in said.items() if value is not None}
    return {key: value for key, value in given.items() if not _is_said(answers.get(key), value)}


def _is_said(answer: Answer | None, value: Answer) -> bool:
    """Return whether an answer says the same already; the order of tools means nothing."""
    if isinstance(answer, tuple) and isinstance(value, tuple):
        return _ids(answer) == _ids(value)
    return answer == value


def _ids(answer: tuple[object, ...]) -> frozenset[object]:
    return frozenset(item for item in answer if item != NO_TOOL and isinstance(item, str))
