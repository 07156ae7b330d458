"""The tables of docs/calibration.md: what can be learnt, what misleads, how even the ranks are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import sqrt

from socialplanner.domain.ids import Mode
from socialplanner.domain.on_off_test import EFFECTS, RATES, weeks_per_arm
from tests.calibration.bounds import Finding, covers, is_calibrated, learns, learns_nothing
from tests.calibration.laboratory import IDS, Conditions
from tests.calibration.power import exact_power
from tests.calibration.trials import Trial, averages, ranks, unevenness
from tests.domain.builders import shipped_parameters

SHARES = (0.4, 0.9)
"""The shipped belief, and the one under which the figures of the method come out again."""
RATES_A_WEEK = (1.8, 9.0)
WEEKS = (4, 8, 13, 26, 52)
BINS = 10
MANY = 5
"""Ranks need so many times the logs of the other tables."""
TRUE_TRACES = (0.25, 0.6)

STRESS: Mapping[str, Conditions] = {
    "traces as believed": Conditions(traceable=TRUE_TRACES),
    "traces swapped (media 0.6, network 0.25)": Conditions(traceable=(0.6, 0.25)),
    "both 0.5": Conditions(traceable=(0.5, 0.5)),
    "media 0.1, network 0.8": Conditions(traceable=(0.1, 0.8)),
    "weeks 70 % noisier": Conditions(traceable=TRUE_TRACES, noise=0.7),
    "totals only": Conditions(traceable=TRUE_TRACES, uses_sources=False),
    "totals only, network twice as good": Conditions(
        traceable=TRUE_TRACES, uses_sources=False, network_times=2.0
    ),
}
AS_BELIEVED = ("traces as believed", "both 0.5", "weeks 70 % noisier", "totals only")
"""Rows whose ranges have to hold: in the others the belief is wrong on purpose."""
NONE = "–"
HEADINGS = (
    "doubt left",
    "error left",
    "regret before, %",
    "learnt, %",
    "traced alone, %",
    "80 % ranges hold",
    "proposed",
    "of them right",
    "sd of network share",
)
TRACED = HEADINGS.index("traced alone, %")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with what its figures have to keep to; `times` the usual logs stand behind a row."""

    headings: tuple[str, ...]
    rows: list[list[str]]
    findings: list[Finding]
    times: int = 1

    def drawn(self, trials: int) -> str:
        """Return how many logs were drawn for each row, as the table says it."""
        return f"; {self.times * trials} logs a row" if self.times else ""


def learnt(trials: int) -> Table:
    """Return what can be learnt from so many enquiries in so many weeks."""
    rows, findings = list[list[str]](), list[Finding]()
    for share in SHARES:
        for rate in RATES_A_WEEK:
            for weeks in WEEKS:
                found = averages(
                    Conditions(enquiries=rate, weeks=weeks, effort_share=share), trials
                )
                name = f"{rate:g} a week for {weeks} weeks, {share:g} from this work"
                rows.append([f"{share:g}", f"{rate:g}", f"{weeks}", *_figures(found)])
                findings.append(covers(name, found))
                if rate == RATES_A_WEEK[-1] and weeks == WEEKS[-2]:
                    findings += learns(name, share, found)
    return Table(
        headings=("from this work", "enquiries a week", "weeks", *HEADINGS),
        rows=rows,
        findings=findings,
    )


def stressed(trials: int) -> Table:
    """Return what becomes of learning where the belief is wrong: 26 weeks, nine a week."""
    rows, findings = list[list[str]](), list[Finding]()
    for share in SHARES:
        for name, conditions in STRESS.items():
            found = averages(replace(conditions, effort_share=share), trials)
            figures = _figures(found)
            if not conditions.uses_sources:
                figures[TRACED] = NONE
            rows.append([name, f"{share:g}", *figures])
            label = f"{name}, {share:g} from this work"
            if name in AS_BELIEVED:
                findings.append(covers(label, found))
            if not conditions.uses_sources:
                findings.append(learns_nothing(label, found))
    return Table(
        headings=("what is true", "from this work", *HEADINGS), rows=rows, findings=findings
    )


def calibrated(trials: int) -> Table:
    """Return how even the ranks of the truth are: five logs for each one of the other tables."""
    many = MANY * trials
    names = [*IDS, "enquiries anyway", *(f"traced share, {mode}" for mode in Mode)]
    found = unevenness(ranks(Conditions(weeks=13), many), BINS)
    rows = [[name, f"{many}", f"{value:.1f}"] for name, value in zip(names, found, strict=True)]
    return Table(
        headings=("number", "logs", "chi-squared of ten bins"),
        rows=rows,
        findings=list(is_calibrated(names, found)),
        times=MANY,
    )


def weeks_needed(trials: int) -> Table:
    """Return the weeks an on/off test needs per side, with its exact power (nothing is drawn)."""
    del trials
    parameters = shipped_parameters().learning
    rows = [
        [
            f"{rate:g}",
            *(
                f"{(weeks := weeks_per_arm(rate, effect, parameters))}"
                f" ({exact_power(rate, effect, weeks, parameters.test_level):.2f})"
                for effect in EFFECTS
            ),
        ]
        for rate in RATES
    ]
    return Table(
        headings=("a week", *(f"+{percent(effect)}" for effect in EFFECTS)),
        rows=rows,
        findings=[],
        times=0,
    )


TABLES: Mapping[str, Callable[[int], Table]] = {
    "learnt": learnt,
    "stressed": stressed,
    "ranks": calibrated,
    "weeks": weeks_needed,
}


def percent(part: float) -> str:
    """Return a share as a whole percent."""
    return f"{100 * part:.0f} %"


def _figures(found: Trial) -> list[str]:
    return [
        f"{found.doubt:.2f}",
        f"{sqrt(found.error_after / found.error_before):.2f}",
        f"{100 * found.regret_before:.1f}",
        f"{100 * found.regret_after:.1f}",
        f"{100 * found.regret_traced:.1f}",
        f"{found.covered:.2f}",
        percent(found.proposed),
        NONE if found.proposed == 0 else percent(found.right),
        f"{found.share_sd:.3f}",
    ]
