"""Numbers and dates in words: whole fives, half-hours, and never a digit more than is known."""

from datetime import date
from math import floor

FIVE = 5
HALF = "½"
SPACE = "\u00a0"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
EXACT_MONEY = 100


def fives(points: float) -> int:
    """Return points rounded to whole fives, halves upwards."""
    return FIVE * floor(points / FIVE + 0.5)


def about(points: float) -> str:
    """Return a score as "about 45"."""
    return f"about {fives(points)}"


def percent(share: float) -> str:
    """Return a share 0..1 as "about 60%"."""
    return f"about {fives(100 * share)}%"


def percent_range(low: float, high: float) -> str:
    """Return two shares as "60 to 80%", or "about 60%" where they round to the same."""
    first, last = fives(100 * low), fives(100 * high)
    if first == last:
        return f"about {first}%"
    return f"{first} to {last}%"


def score_range(value: float, half_width: float) -> str:
    """Return the band of a score in whole fives, within 0 and 100."""
    low, high = max(0, fives(value - half_width)), min(100, fives(value + half_width))
    return f"{low} to {high}" if low != high else f"about {low}"


def signed_points(points: float) -> str:
    """Return an effect in whole points with its sign, "0" for less than half a point."""
    whole = floor(abs(points) + 0.5)
    if not whole:
        return "0"
    return f"+{whole}" if points > 0 else f"\u2212{whole}"


def hours(amount: float) -> str:
    """Return hours in half-hours as "1½ h"."""
    return f"{half_hours(amount)}{SPACE}h"


def half_hours(amount: float) -> str:
    """Return a number of hours rounded to half-hours, "½", "2" or "2½"."""
    halves = floor(2 * amount + 0.5)
    whole, rest = divmod(halves, 2)
    if not rest:
        return f"{whole:,}"
    return f"{whole:,}{HALF}" if whole else HALF


def signed_hours(amount: float) -> str:
    """Return a difference in half-hours with its sign, "as now" where there is none."""
    text = half_hours(abs(amount))
    if text == "0":
        return "as now"
    return f"+{text}" if amount > 0 else f"\u2212{text}"


def hours_in_words(amount: float) -> str:
    """Return hours for a sentence: "half an hour", "one hour", "2½ hours"."""
    text = half_hours(amount)
    if text == HALF:
        return "half an hour"
    if text == "1":
        return "one hour"
    if text.isdigit() and int(text) < len(SMALL):
        return f"{SMALL[int(text)]} hours"
    return f"{text}{SPACE}hours"


def count(amount: float) -> str:
    """Return a number of people or things with one decimal below ten, none above."""
    if amount >= 10:  # noqa: PLR2004 - the usual border for a decimal
        return f"{amount:,.0f}"
    text = f"{amount:.1f}"
    return text.removesuffix(".0")


def number(amount: float) -> str:
    """Return a number as a person would write it: no needless decimals, thousands marked."""
    text = f"{amount:,.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "\u2212")


def money(amount: float, currency: str) -> str:
    """Return money with its currency as given; whole units from a hundred on."""
    if abs(amount) >= EXACT_MONEY or amount == int(amount):
        text = f"{amount:,.0f}"
    else:
        text = f"{amount:,.2f}"
    if not currency:
        return text
    return f"{currency}{text}" if len(currency) == 1 else f"{currency}{SPACE}{text}"


def day(when: date) -> str:
    """Return a date as "10 January 2027"."""
    return f"{when.day}{SPACE}{MONTHS[when.month - 1]}{SPACE}{when.year}"


def short_day(when: date) -> str:
    """Return a date as "10 Jan"."""
    return f"{when.day}{SPACE}{MONTHS[when.month - 1][:3]}"


def weeks(first: int, last: int) -> str:
    """Return weeks as "Week 3" or "Weeks 3–5"."""
    return f"Week{SPACE}{first}" if first == last else f"Weeks{SPACE}{first}–{last}"


def listed(items: list[str], last: str = "and") -> str:
    """Return items as "a, b and c"."""
    if len(items) < 2:  # noqa: PLR2004 - a list of one needs no joining word
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def sentence_case(text: str) -> str:
    """Return text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]
