"""Everything the experts wrote, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner.domain.activity import Activity
from socialplanner.domain.evidence import Evidence
from socialplanner.domain.ids import Dimension, Mode, Origin
from socialplanner.domain.kpi import Kpi
from socialplanner.domain.parameters import Parameters
from socialplanner.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The words for a dimension or a mode; `short` fits under a chart."""

    name: str
    short: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One number of the method in words, with its origin, as the appendix prints it."""

    id: str
    text: str
    value: float
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The questionnaire, activities, KPIs, parameters and evidence of one catalogue version.

    `activities` and `kpis` keep catalogue order, which decides ties; `renamed` maps an id that
    was once used to the id used now.
    """

    version: str
    dimensions: Mapping[Dimension, Heading]
    modes: Mapping[Mode, Heading]
    platforms: Mapping[str, str]
    questionnaire: Questionnaire
    activities: tuple[Activity, ...]
    kpis: Mapping[str, Kpi]
    parameters: Parameters
    assumptions: tuple[Assumption, ...]
    evidence: Mapping[str, Evidence]
    renamed: Mapping[str, str]

    def activity(self, activity_id: str) -> Activity:
        """Return the activity of that id; KeyError where there is none."""
        for activity in self.activities:
            if activity.id == activity_id:
                return activity
        raise KeyError(activity_id)
