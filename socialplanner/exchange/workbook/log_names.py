"""What stands in the sheet “KPI log” so that it can be read back: headers, labels, and a mark."""

import re
from hashlib import sha256
from typing import Final

WEEK: Final = "Week"
MONDAY: Final = "Monday"
OTHERS: Final = "Activities not in the plan"
ALL_HOURS: Final = "All hours"
PLANNED: Final = "Planned"
KEPT: Final = "Kept of the plan"
MONEY_SPENT: Final = "Money spent"
ODD_WEEK: Final = "Odd week"
NOTES: Final = "Note"

COUNTED_IN: Final = "Counted in"
PLAN_A_WEEK: Final = "Plan, a week"
ALL_WEEKS: Final = "All {count} weeks"
"""Under the weeks: from here on nothing is filled in."""

_END = re.compile(r"All .{1,20} weeks")
_MARK = re.compile(r"Mark of this log: ([0-9a-f]{12})")


def mark_of(profile_id: str) -> str:
    """Return by what a log shows whose it is, without a name; "" where that is not known."""
    if not profile_id:
        return ""
    return sha256(f"KPI log of {profile_id}".encode()).hexdigest()[:12]


def mark_line(profile_id: str) -> str:
    """Return the line under a log that bears its mark."""
    return f"Mark of this log: {mark_of(profile_id)}"


def mark_in(text: str) -> str:
    """Return the mark in such a line, "" in any other."""
    found = _MARK.match(text)
    return found[1] if found else ""


def ends_log(text: str) -> bool:
    """Return whether a label is that of the sums under the weeks."""
    return _END.fullmatch(text) is not None
