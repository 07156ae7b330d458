"""Chart scenes: each chart is a function from plain values to a `Scene`.

Coordinates run from the upper left corner, y downward, in points; colours are names. The words in
a chart are arguments, already in the reader's language.
"""

from socialplanner.presentation.scenes.forecasts import (
    ForecastBand,
    ForecastWords,
    forecast_bands,
)
from socialplanner.presentation.scenes.hours import (
    Hours,
    HoursRow,
    HoursWords,
    hours_bars,
)
from socialplanner.presentation.scenes.intervals import (
    Interval,
    IntervalRow,
    IntervalWords,
    interval_bars,
)
from socialplanner.presentation.scenes.kept_weeks import KeptWeek, KeptWords, kept_weeks
from socialplanner.presentation.scenes.labels import STAGE, Measure, Stage, estimated_width
from socialplanner.presentation.scenes.levels import LevelBar, LevelGroup, LevelWords, level_bars
from socialplanner.presentation.scenes.mix import MixRow, TargetBand, mix_bars
from socialplanner.presentation.scenes.radar import Profile, Spoke, radar
from socialplanner.presentation.scenes.roadmap import (
    Phase,
    Review,
    RoadmapRow,
    RoadmapWords,
    Run,
    roadmap,
)
from socialplanner.presentation.scenes.shapes import (
    Anchor,
    Arc,
    Box,
    Colour,
    Dot,
    Label,
    Line,
    Polygon,
    Scene,
    Shape,
)
from socialplanner.presentation.scenes.split import Split, SplitMark, SplitWords, split_curve
from socialplanner.presentation.scenes.terms import TermBar, TermEnd, target_terms
from socialplanner.presentation.scenes.then_now import (
    Reading,
    ThenNow,
    ThenNowGroup,
    ThenNowWords,
    then_now_bars,
)
from socialplanner.presentation.scenes.trend import TrendPanel, TrendTimes, trend_panels

__all__ = [
    "STAGE",
    "Anchor",
    "Arc",
    "Box",
    "Colour",
    "Dot",
    "ForecastBand",
    "ForecastWords",
    "Hours",
    "HoursRow",
    "HoursWords",
    "Interval",
    "IntervalRow",
    "IntervalWords",
    "KeptWeek",
    "KeptWords",
    "Label",
    "LevelBar",
    "LevelGroup",
    "LevelWords",
    "Line",
    "Measure",
    "MixRow",
    "Phase",
    "Polygon",
    "Profile",
    "Reading",
    "Review",
    "RoadmapRow",
    "RoadmapWords",
    "Run",
    "Scene",
    "Shape",
    "Split",
    "SplitMark",
    "SplitWords",
    "Spoke",
    "Stage",
    "TargetBand",
    "TermBar",
    "TermEnd",
    "ThenNow",
    "ThenNowGroup",
    "ThenNowWords",
    "TrendPanel",
    "TrendTimes",
    "estimated_width",
    "forecast_bands",
    "hours_bars",
    "interval_bars",
    "kept_weeks",
    "level_bars",
    "mix_bars",
    "radar",
    "roadmap",
    "split_curve",
    "target_terms",
    "then_now_bars",
    "trend_panels",
]
