"""Fair clocks: contenders take turns, and the middle of many rounds counts."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

MILLISECONDS = 1000.0


def interleaved_medians(
    contenders: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, float]:
    """Return each contender's median milliseconds; they take turns, so that noise hits all."""
    spent: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds + 1):
        for name, contender in contenders.items():
            begin = perf_counter()
            contender()
            spent[name].append((perf_counter() - begin) * MILLISECONDS)
    return {name: median(times[1:]) for name, times in spent.items()}
