"""Scenarios in words: each beside the plan, and what taking one over would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from socialplanner.domain.answers import Answers
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.business import business_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.kept_scenario import KeptScenario
from socialplanner.domain.plan import Plan
from socialplanner.domain.profile import Choices
from socialplanner.domain.stability import StabilityLabel
from socialplanner.domain.what_if import WhatIf
from socialplanner.presentation import formats, names
from socialplanner.presentation.i18n import _
from socialplanner.presentation.what_if_figures import FigureKey, figure_text


class Known(Protocol):
    """What holds a whole assessment."""

    @property
    def assessment(self) -> Assessment:
        """Return the assessment."""


KEYS = (FigureKey.HOURS, FigureKey.SHARE, FigureKey.PRICE)

Line = tuple[KeptScenario, WhatIf | str | None, Known | None]
"""A scenario, its figures or why there are none, and how sure it is; None while not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What scenarios stand beside: the answers and choices of the plan."""

    catalogue: Catalogue
    answers: Answers
    choices: Choices
    currency: str


def head() -> tuple[str, ...]:
    """Return the names of the columns."""
    return (
        _("Scenario"),
        _("Hours a week"),
        _("Networking"),
        _("What the target costs"),
        _("What differs"),
        _("How sure"),
    )


def rows(
    baseline: Baseline, now: WhatIf, known: Known | None, lines: Sequence[Line]
) -> tuple[tuple[str, ...], ...]:
    """Return the plan first, then each scenario with what is known of it."""
    there = business_of(baseline.answers).hours_per_week
    found = [row(_("The plan now"), now, "–", _sure(known), given=there)]
    for scenario, figures, checked in lines:
        what = differs(baseline, scenario)
        if figures is None:
            found.append((scenario.name, "…", "…", "…", what, _sure(None)))
        else:
            given = scenario.supposition.hours_per_week
            found.append(row(scenario.name, figures, what, _sure(checked), given=given))
    return tuple(found)


def _sure(known: Known | None) -> str:
    return _("being checked …") if known is None else sure_words(known.assessment.plan)


def row(
    name: str, found: WhatIf | str, differs: str, sure: str, *, given: float | None = None
) -> tuple[str, ...]:
    """Return a row of the table; where there is no plan, why.

    Where the plan fills fewer hours than are `given`, both are said.
    """
    if isinstance(found, str):
        return name, "–", "–", "–", differs, found
    hours, *others = (figure_text(key, found) for key in KEYS)
    whole = "" if given is None else formats.hours(given)
    if whole and whole != hours:
        hours = _("{hours} of {given}").format(hours=hours, given=whole)
    return (name, hours, *others, differs, sure)


def sure_words(plan: Plan) -> str:
    """Return how many activities stay in most repeats; what the owner chose is not judged."""
    judged = [each for each in plan.activities if not each.is_pinned]
    core = sum(each.label is StabilityLabel.CORE for each in judged)
    if not judged:
        return _("all your own choice")
    return _("{core} of {count} activities sure").format(core=core, count=len(judged))


def differences(baseline: Baseline, scenario: KeptScenario) -> tuple[str, ...]:
    """Return what is otherwise than in the plan, a few words each."""
    catalogue, by_id = baseline.catalogue, baseline.catalogue.questionnaire.by_id
    found = []
    for key, value in scenario.changed(baseline.answers).items():
        before = names.answer_text(by_id[key], baseline.answers.get(key), baseline.currency)
        after = names.answer_text(by_id[key], value, baseline.currency)
        words = _("{what}: {after} instead of {before}")
        found.append(
            words.format(what=names.question_short(catalogue, key), after=after, before=before)
        )
    now = baseline.choices
    for ids, words in (
        (scenario.pinned - now.pinned, _("kept: {names}")),
        (now.pinned - scenario.pinned, _("no longer kept: {names}")),
        (scenario.declined - now.declined, _("not for us: {names}")),
        (now.declined - scenario.declined, _("taken back: {names}")),
    ):
        if ids:
            shown = [names.activity_short(catalogue, each) for each in sorted(ids)]
            found.append(words.format(names=formats.quoted(shown)))
    return tuple(found)


def differs(baseline: Baseline, scenario: KeptScenario) -> str:
    """Return what is otherwise than in the plan, as one text."""
    found = differences(baseline, scenario)
    return "; ".join(found) if found else _("nothing: as the plan")


def takeover_words(baseline: Baseline, scenario: KeptScenario) -> str:
    """Return what taking a scenario over would change, before it is done."""
    words = _("Taking over “{name}” would change your answers and choices: {what}.")
    return words.format(name=scenario.name, what=differs(baseline, scenario))
