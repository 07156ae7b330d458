"""Every chart with the same words everywhere, to see whether they fit."""

from collections.abc import Callable

from socialplanner.presentation import scenes
from socialplanner.presentation.scenes import Colour, Hours, Scene, Stage

M, N = Colour.MEDIA, Colour.NETWORK
Chart = Callable[[str, Stage], Scene]


def band(words: str) -> scenes.TargetBand:
    return scenes.TargetBand(low=85, high=99, centre=92, text=words)


def radar(words: str, stage: Stage) -> Scene:
    spokes = [scenes.Spoke(label=words, note=words)] * 5
    known = scenes.Profile(name=words, values=(0, 100, 50, 130, -5), colour=N, filled=True)
    holes = scenes.Profile(name=words, values=(0, None, 50, None, 5), colour=M, dashed=True)
    return scenes.radar(spokes, [known, holes], title=words, stage=stage)


def levels(words: str, stage: Stage) -> Scene:
    bars = [
        scenes.LevelBar(colour=M, value=98, error=20, target=100, note=words),
        scenes.LevelBar(colour=N, value=None, target=None, note=words),
    ]
    legend = scenes.LevelWords(media=words, network=words, target=words, error=words)
    groups = [scenes.LevelGroup(label=words, bars=bars)] * 5
    return scenes.level_bars(groups, title=words, words=legend, stage=stage)


def mix(words: str, stage: Stage) -> Scene:
    rows = [
        scenes.MixRow(label=words, share=99, error=9, note=words),
        scenes.MixRow(label=words, share=None, note=words),
        scenes.MixRow(label=words, share=0, note=words),
    ]
    return scenes.mix_bars(rows, band(words), title=words, modes=(words, words), stage=stage)


def hours(words: str, stage: Stage) -> Scene:
    rows = [
        scenes.HoursRow(
            label=words,
            colour=M,
            now=Hours(value=60, text=words),
            plan=Hours(value=0, text=words),
            change=words,
        ),
        scenes.HoursRow(label=words, colour=N, now=None, plan=None),
    ]
    legend = scenes.HoursWords(now=words, plan=words, media=words, network=words)
    return scenes.hours_bars(rows, title=words, words=legend, stage=stage)


def split(words: str, stage: Stage) -> Scene:
    marks = [scenes.SplitMark(share=share, text=words) for share in (99, 100, 98)]
    curve = [(x, 100 - x / 10) for x in range(0, 101, 10)]
    drawn = scenes.Split(points=curve, band=band(words), marks=marks)
    legend = scenes.SplitWords(share=words, value=words)
    return scenes.split_curve(drawn, title=words, words=legend, stage=stage)


def roadmap(words: str, stage: Stage) -> Scene:
    runs = [
        scenes.Run(phase=scenes.Phase.SET_UP, first=1, last=2),
        scenes.Run(phase=scenes.Phase.BUILD, first=3, last=20),
    ]
    rows = [scenes.RoadmapRow(label=words, colour=N, runs=runs)] * 3
    reviews = [scenes.Review(week=week, text=words) for week in (4, 8, 12, 13)]
    return scenes.roadmap(rows, reviews, title=words, stage=stage)


def terms(words: str, stage: Stage) -> Scene:
    start = scenes.TermEnd(label=words, share=50, text=words)
    end = scenes.TermEnd(label=words, share=100, text=words)
    steps = [scenes.TermBar(label=words, points=points, text=words) for points in (60, 0, -90)]
    return scenes.target_terms(start, steps, end, title=words, stage=stage)


def then_now(words: str, stage: Stage) -> Scene:
    known = scenes.Reading(value=95, error=20, text=words)
    unknown = scenes.Reading(value=None, text=words)
    pairs = [
        scenes.ThenNow(label=words, colour=M, then=known, now=unknown, change=words),
        scenes.ThenNow(label=words, colour=N, then=known, now=known, change=words),
    ]
    legend = scenes.ThenNowWords(then=words, now=words, error=words, change=words)
    groups = [scenes.ThenNowGroup(label=words, pairs=pairs)] * 5
    return scenes.then_now_bars(groups, legend, title=words, stage=stage)


def trend(words: str, stage: Stage) -> Scene:
    readings = [scenes.Reading(value=value, error=9, text=words) for value in (2, None, 50, 99)]
    panels = [scenes.TrendPanel(label=words, colour=M, readings=readings)] * 3
    times = scenes.TrendTimes(places=(0, 0.3, 0.3, 1), days=[words] * 4)
    return scenes.trend_panels(panels, times, title=words, stage=stage)


def intervals(words: str, stage: Stage) -> Scene:
    wide = scenes.Interval(low=0, high=99, text=words)
    thin = scenes.Interval(low=0.1, high=0.2, text=words)
    rows = [
        scenes.IntervalRow(label=words, colour=M, before=wide, after=thin, note=words),
        scenes.IntervalRow(label=words, colour=N, before=thin, after=wide, note=words),
    ]
    legend = scenes.IntervalWords(before=words, after=words, axis=words, media=words, network=words)
    return scenes.interval_bars(rows, title=words, words=legend, stage=stage)


def weeks_kept(words: str, stage: Stage) -> Scene:
    rows = [
        scenes.KeptWeek(label=words, planned=8, logged=60, said=words),
        scenes.KeptWeek(label=words, planned=0, logged=None, said=words),
        scenes.KeptWeek(label=words, planned=8, logged=0, said=words, is_odd=True),
    ]
    legend = scenes.KeptWords(week=words, planned=words, logged=words, odd=words)
    return scenes.kept_weeks(rows * 8, title=words, words=legend, stage=stage)


def forecasts(words: str, stage: Stage) -> Scene:
    bands = [
        scenes.ForecastBand(label=words, low=0, high=1, came=90, said=words),
        scenes.ForecastBand(label=words, low=17, high=30, came=None, said=words),
    ]
    legend = scenes.ForecastWords(weeks=words, band=words, came=words, verdict=words)
    return scenes.forecast_bands(bands * 4, title=words, words=legend, stage=stage)


CHARTS: dict[str, Chart] = {
    "radar": radar,
    "levels": levels,
    "mix": mix,
    "hours": hours,
    "split": split,
    "roadmap": roadmap,
    "terms": terms,
    "then_now": then_now,
    "trend": trend,
    "intervals": intervals,
    "weeks_kept": weeks_kept,
    "forecasts": forecasts,
}
