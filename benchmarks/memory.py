"""How much memory assessing takes, in a process that does nothing else: started by run.py."""

import sys
from pathlib import Path

from benchmarks.instances import TODAY, measured_firms
from socialplanner.domain.assessment import assess
from socialplanner.domain.profile import Choices, Profile

KIB_PER_MIB = 1024


def status_mib(name: str) -> float:
    """Return a figure of this process in MiB: VmRSS is held now, VmHWM was held at most.

    The resource module would also count what the parent held before it started this process.
    """
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / KIB_PER_MIB
    raise OSError("This system does not tell how much memory is held.")


def main() -> None:
    """Print the peak before assessing, after both firms at every number of hours, and after ten."""
    firms = measured_firms()
    before = status_mib("VmHWM")
    peaks = []
    for _ in range(10):
        for firm in firms:
            assess(firm.catalogue, Profile(name="Anybody"), firm.answers, Choices(), TODAY)
        peaks.append(status_mib("VmHWM"))
    sys.stdout.write(f"{before:.0f} {peaks[0]:.0f} {peaks[-1]:.0f}\n")


if __name__ == "__main__":
    main()
