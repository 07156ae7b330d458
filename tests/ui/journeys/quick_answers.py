"""What a shop owner answers in the quick check: one press or one figure a question."""

from typing import Final

ESSENTIAL: Final = ("Shop, café or restaurant", "Become known", "Win enquiries")
PLATFORMS: Final = ("Instagram", "Google Business Profile", "In person")
PATIENCE: Final = "Within three months"
HOURS: Final = "How many hours a week can all of you together give to this, honestly?"
LEVELS: Final = (
    "Two to four times a week",
    "Some get an answer, often days later",
    "One form or offer exists but is seldom mentioned",
    "There is a list",
    "About one post in five",
    "One line of thanks",
    "Three or four",
    "One time a week, often lost",
    "Some links are tagged",
    "Sometimes, not written down",
)
"""One answer for each of the ten questions; no two questions have any of these in common."""
