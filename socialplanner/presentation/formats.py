"""Numbers and dates in words: whole fives, half-hours, and never a digit more than is known."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
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
WHOLE = 100
NOISE = 1e-9
"""Added before rounding, so that sums of binary fractions round as a person would round them."""
SURE_DIGITS = 15
"""Digits of a float that can be relied on; spreadsheets round what these say."""


def rounded(amount: float, digits: int = 0) -> float:
    """Return a number rounded with halves upwards, as people and spreadsheets round it."""
    if abs(amount) >= 10.0**SURE_DIGITS:
        return amount
    exact = Decimal(f"{amount:.{SURE_DIGITS}g}")
    return float(exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)) + 0.0


def fives(points: float) -> int:
    """Return points rounded to whole fives, halves upwards."""
    return FIVE * floor(points / FIVE + 0.5 + NOISE)


def about(points: float) -> str:
    """Return a score as "about 45"; its ends 0 and 100 stand without "about"."""
    return f"{points:.0f}" if points in (0, WHOLE) else f"about {fives(points)}"


def percent(share: float) -> str:
    """Return a share 0..1 as "about 60%", "under 5%" near nothing and "over 95%" near all."""
    if share in (0, 1):
        return f"{WHOLE * share:.0f}%"
    whole = fives(WHOLE * share)
    if whole <= 0:
        return f"under {FIVE}%"
    return f"over {WHOLE - FIVE}%" if whole >= WHOLE else f"about {whole}%"


def percent_range(low: float, high: float) -> str:
    """Return two shares as "60 to 80%", or "about 60%" where they round to the same."""
    first, last = fives(WHOLE * low), fives(WHOLE * high)
    if first == last:
        return percent((low + high) / 2)
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
    whole, rest = divmod(floor(2 * amount + 0.5 + NOISE), 2)
    if not rest:
        return f"{whole:,}"
    return f"{whole:,}{HALF}" if whole else HALF


def to_half_hours(amount: float) -> float:
    """Return hours as they are printed, rounded to half-hours, halves upwards."""
    return floor(2 * amount + 0.5 + NOISE) / 2


def signed_hours(amount: float) -> str:
    """Return a difference in half-hours with its sign, "same" where there is none."""
    text = half_hours(abs(amount))
    if text == "0":
        return "same"
    return f"+{text}" if amount > 0 else f"\u2212{text}"


def hours_in_words(amount: float) -> str:
    """Return hours for a sentence: "no time", "half an hour", "one hour", "2½ hours"."""
    text = half_hours(amount)
    if text == "0":
        return "no time"
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
        return f"{rounded(amount):,.0f}"
    return f"{rounded(amount, 1):.1f}".removesuffix(".0")


def in_words(amount: int) -> str:
    """Return a small whole number as a word, a larger one in figures."""
    return SMALL[amount] if 0 <= amount < len(SMALL) else f"{amount:,}"


def of_ten(share: float) -> str:
    """Return a share 0..1 as "seven of ten"."""
    return f"{in_words(floor(10 * share + 0.5 + NOISE))} of ten"


def number(amount: float) -> str:
    """Return a number as a person would write it: no needless decimals, thousands marked."""
    text = f"{rounded(amount, 3):,.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "\u2212")


def money(amount: float, currency: str) -> str:
    """Return money with its currency as given; whole units from a hundred on."""
    cents = rounded(amount, 2)
    is_whole = abs(cents) >= EXACT_MONEY or cents % 1 == 0
    text = f"{rounded(amount):,.0f}" if is_whole else f"{cents:,.2f}"
    sign = currency.strip()
    return f"{sign}{text}" if len(sign) < 2 else f"{sign}{SPACE}{text}"  # noqa: PLR2004 - one sign


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


def quoted(items: list[str], last: str = "and") -> str:
    """Return names as "“a”, “b” and “c”"."""
    return listed([f"“{item}”" for item in items], last)


def sentence_case(text: str) -> str:
    """Return text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def in_sentence(text: str) -> str:
    """Return text with its first letter small, unless it begins with a name such as LinkedIn."""
    first = text.split(" ", 1)[0]
    if len(first) == 1 or first[1:] != first[1:].lower():
        return text
    return text[:1].lower() + text[1:]
