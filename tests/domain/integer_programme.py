"""Method section 4.2 as an integer programme, solved by HiGHS, which knows nothing of ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

import highspy
import numpy as np

from socialplanner.domain.activity import Activity
from socialplanner.domain.ids import Mode
from tests.domain.builders import Instance
from tests.domain.oracles import (
    HYGIENE,
    NEAR,
    Best,
    budget,
    most_activities,
    offered,
    options,
    publishing_needs,
    talking_steps,
    worth,
)

Row = Mapping[int, float]


@dataclass(slots=True, kw_only=True)
class Model:
    """Binary columns and linear rows; columns stand for "this activity takes these steps"."""

    values: list[float] = field(default_factory=list)
    media: list[float] = field(default_factory=list)
    network: list[float] = field(default_factory=list)
    rows: list[tuple[float, float, Row]] = field(default_factory=list)

    def column(self, value: float = 0.0, media: float = 0.0, network: float = 0.0) -> int:
        """Add a binary column and return its number."""
        self.values.append(value)
        self.media.append(media)
        self.network.append(network)
        return len(self.values) - 1

    def add(self, low: float, high: float, row: Row) -> None:
        """Add a row with its bounds."""
        self.rows.append((low, high, row))

    def steps(self, media: float, network: float) -> Row:
        """Return a row of the planned half-hours of both modes, weighted."""
        weights = enumerate(zip(self.media, self.network, strict=True))
        return {i: media * m + network * n for i, (m, n) in weights if m or n}


def best_plan(instance: Instance) -> Best | None:
    """Return how far the best plan lies from the band, and its value; None where there is none."""
    model = _model(instance)
    inside = _maximum(model, instance.low, instance.high)
    if inside is not None:
        return Best(0.0, inside)
    below = _extreme_share(model, -inf, instance.low, sign=1)
    above = _extreme_share(model, instance.high, inf, sign=-1)
    if below is None and above is None:
        return None
    gaps = [
        instance.low - below if below is not None else inf,
        above - instance.high if above is not None else inf,
    ]
    nearest = min(gaps)
    shares = [s for s, g in zip((below, above), gaps, strict=True) if g <= nearest + NEAR]
    found = [_maximum(model, share, share) for share in shares if share is not None]
    return Best(nearest, max(value for value in found if value is not None))


def _model(instance: Instance) -> Model:
    model = Model()
    activities = offered(instance)
    taken = _columns(model, instance, activities)
    planned = model.steps(1, 1)
    model.add(1, budget(instance), planned)
    model.add(0, talking_steps(instance), model.steps(0, 1))
    counted = {i: 1.0 for a in activities if a.id not in HYGIENE for i in taken[a.id]}
    model.add(0, most_activities(instance), counted)
    _add_platforms(model, instance, activities, taken)
    return model


def _columns(
    model: Model, instance: Instance, activities: Sequence[Activity]
) -> Mapping[str, list[int]]:
    """Add a column for every activity and number of half-hours; return them by activity."""
    values = worth(instance)
    taken: dict[str, list[int]] = {}
    for a in activities:
        allowed = options(instance, a)
        is_network = a.mode is Mode.NETWORK
        taken[a.id] = [
            model.column(values[a.id][step], step * (not is_network), step * is_network)
            for step in allowed
            if step
        ]
        model.add(0 if 0 in allowed else 1, 1, dict.fromkeys(taken[a.id], 1.0))
    return taken


def _add_platforms(
    model: Model,
    instance: Instance,
    activities: Sequence[Activity],
    taken: Mapping[str, list[int]],
) -> None:
    """Add a column for every publishing platform in use; each chosen activity needs one of its."""
    needs = {a.id: publishing_needs(instance, a) for a in activities}
    used = {platform: model.column() for platform in sorted(set[str]().union(*needs.values()))}
    model.add(0, instance.parameters.max_publishing_platforms, dict.fromkeys(used.values(), 1.0))
    for key, platforms in needs.items():
        if platforms:
            hit = dict.fromkeys((used[p] for p in platforms), -1.0)
            model.add(-inf, 0, {**dict.fromkeys(taken[key], 1.0), **hit})


def _maximum(model: Model, low: float, high: float) -> float | None:
    """Return the highest value of a plan whose network share lies within some bounds."""
    return _solve(model, model.values, _share_rows(model, low, high))[0]


def _share_rows(model: Model, low: float, high: float) -> list[tuple[float, float, Row]]:
    rows: list[tuple[float, float, Row]] = []
    if low > -inf:
        rows.append((-NEAR, inf, model.steps(-low, 1 - low)))
    if high < inf:
        rows.append((-inf, NEAR, model.steps(-high, 1 - high)))
    return rows


def _extreme_share(model: Model, low: float, high: float, *, sign: int) -> float | None:
    """Return the highest (sign 1) or lowest share within some bounds (Dinkelbach 1967)."""
    rows = _share_rows(model, low, high)
    share = 0.0 if sign > 0 else 1.0
    while True:
        row = model.steps(-sign * share, sign * (1 - share))
        costs = [row.get(i, 0.0) for i in range(len(model.values))]
        gain, chosen = _solve(model, costs, rows)
        if gain is None:
            return None
        media, network = (float(np.dot(steps, chosen)) for steps in (model.media, model.network))
        found = network / (media + network)
        if sign * (found - share) <= NEAR:
            return found
        share = found


def _solve(
    model: Model, costs: Sequence[float], extra: Sequence[tuple[float, float, Row]]
) -> tuple[float | None, list[int]]:
    """Return the highest cost under all rows and the columns chosen; None where none is allowed."""
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", 1e-10)
    solver.setOptionValue("mip_abs_gap", 1e-10)
    solver.passModel(_programme(costs, [*model.rows, *extra]))
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None, []
    assert status == highspy.HighsModelStatus.kOptimal, status
    chosen = [round(value) for value in solver.getSolution().col_value]
    return float(np.dot(costs, chosen)), chosen


def _programme(costs: Sequence[float], rows: Sequence[tuple[float, float, Row]]) -> highspy.HighsLp:
    """Return a maximisation over binary columns in the form that HiGHS reads."""
    count = len(costs)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count, len(rows)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = np.array(costs)
    lp.col_lower_, lp.col_upper_ = np.zeros(count), np.ones(count)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * count
    lp.row_lower_ = np.array([max(low, -highspy.kHighsInf) for low, _, _ in rows])
    lp.row_upper_ = np.array([min(high, highspy.kHighsInf) for _, high, _ in rows])
    lengths = [len(row) for _, _, row in rows]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    lp.a_matrix_.index_ = np.array([i for _, _, row in rows for i in row], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([v for _, _, row in rows for v in row.values()])
    return lp
