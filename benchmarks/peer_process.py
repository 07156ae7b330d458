"""Another engine beside the program, perhaps in a Python of its own: started by peers.py.

It imports nothing of the program. The first line on stdin is the folder of fonts and the file to
write; every further line is a plan as JSON, and the answer is how long it took and what is held.
"""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

Pages = dict[str, Any]
Engine = Callable[[Pages], bytes]
KIB_PER_MIB = 1024


def main() -> None:
    """Make the plans that are asked for."""
    fonts, file = json.loads(sys.stdin.readline())
    begin = perf_counter()
    sys.path.insert(0, str(Path(__file__).parent))
    engine: Engine = import_module(f"peer_{sys.argv[1]}").engine(Path(fonts), *sys.argv[2:])
    answer(begin)
    for line in sys.stdin:
        pages = json.loads(line)
        begin = perf_counter()
        data = engine(pages)
        spent = answer_time(begin)
        Path(file).write_bytes(data)
        tell(spent)


def answer(begin: float) -> None:
    """Say how long something took."""
    tell(answer_time(begin))


def answer_time(begin: float) -> float:
    """Return the milliseconds since a moment."""
    return (perf_counter() - begin) * 1000


def tell(spent: float) -> None:
    """Write an answer: milliseconds, and the MiB held at most."""
    sys.stdout.write(f"{spent} {held()}\n")
    sys.stdout.flush()


def held() -> float:
    """Return the peak of this process in MiB."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / KIB_PER_MIB
    return 0.0


if __name__ == "__main__":
    main()
