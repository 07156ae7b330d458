"""The process that fuzzes one parser: `python -m tests.torture.fuzzer PARSER SECONDS SEEDS`.

The program is imported here and nowhere before, so that atheris sees which lines an input reaches.
"""

import sys

import atheris

with atheris.instrument_imports(include=["socialplanner"]):
    from tests.torture.fuzzing import PARSERS

LARGEST = 200_000
MEGABYTES = 512
SECONDS_AN_INPUT = 10


def main() -> None:
    """Run the fuzzer until its time is over; it ends the process itself."""
    parser, seconds, seeds = sys.argv[1:4]
    options = [
        *(f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-rss_limit_mb={MEGABYTES}"),
        *(f"-timeout={SECONDS_AN_INPUT}", f"-artifact_prefix={seeds}/", "-print_final_stats=1"),
    ]
    atheris.Setup([sys.argv[0], *options, seeds], PARSERS[parser])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
