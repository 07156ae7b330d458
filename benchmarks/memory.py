"""How much memory assessing takes, in a process that does nothing else: started by run.py."""

import resource
import sys

from benchmarks.instances import TODAY, measured_firms
from socialplanner.domain.assessment import assess
from socialplanner.domain.profile import Choices, Profile

KIB_PER_MIB = 1024


def peak_mib() -> float:
    """Return the most memory this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB


def main() -> None:
    """Print the peak before assessing, after both firms at every number of hours, and after ten."""
    firms = measured_firms()
    before = peak_mib()
    peaks = []
    for _ in range(10):
        for firm in firms:
            assess(firm.catalogue, Profile(name="Anybody"), firm.answers, Choices(), TODAY)
        peaks.append(peak_mib())
    sys.stdout.write(f"{before:.0f} {peaks[0]:.0f} {peaks[-1]:.0f}\n")


if __name__ == "__main__":
    main()
