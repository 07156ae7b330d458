"""The method in plain words: what a plan rests on, and how a review learns."""

from typing import Final

from socialplanner.presentation import formats
from socialplanner.presentation.summary.parts import Source, Statement

METHOD: Final = (
    (
        "Scores.",
        (
            "Each answer is a level from 0 to 4. A score is 25 times the weighted mean of the "
            "levels of one dimension in one mode, S = 25 · Σwa ÷ Σw, shown once six tenths of "
            "the weights are answered. Its range is ±1.64 standard errors, with half a level "
            "of error for each answer."
        ),
    ),
    (
        "Target.",
        (
            "The target share of networking is 1 ÷ (1 + e⁻ˣ), where x is seven tenths of the "
            "sum of six terms: your ranked aims, kind of business, margin of a sale, possible "
            "buyers, time to an order and stage. It stays between 15 and 85%, with a band of "
            "10 points to either side, or 15 where two or more of margin, buyers, time and stage "
            "are missing."
        ),
    ),
    (
        "Plan.",
        (
            "An activity is worth P · D · e ÷ (1 + e ÷ k) in our model: P from your aims, the "
            "fit to your kind of business and your gaps, tempered by a square root; D from its "
            "delay and half-life and your patience; e its hours less set-up and upkeep, helped "
            "by tools where it is media. The hours are divided exactly, in half-hours, under "
            "all limits: minimum and maximum of each activity, number of activities, three "
            "publishing platforms, people who can talk, and the band of the target."
        ),
    ),
    (
        "How sure.",
        (
            "The plan is made 200 times with the hours of half effect, half-lives and fits changed "
            "by about three tenths up or down, inside the same target. The label of an activity "
            "says how often it was chosen."
        ),
    ),
    (
        "What it does not know.",
        (
            "The quality of what you make and of how you talk, your competitors, the season, "
            "and what a platform will do next. Only your time and the money for paid posts are "
            "priced."
        ),
    ),
)
"""The method in five paragraphs: title and text."""

LEARNING_TITLE: Final = "Learning."
LEARNING: Final = (
    "Before you count we guess, for each activity, how many enquiries a full hour of it goes with. "
    "All guesses together make {share} of your present enquiries, drawn towards what you told us "
    "of the last ten; the rest would come anyway. A guess counts as much as {weight} enquiries "
    "noted in the hours that we guess they take. So your log outweighs it once it has more hours "
    "than that, and only slowly where we guessed far too low. A traced enquiry counts for its "
    "activity. One that nobody could trace is shared out by chance, many times over, between the "
    "activities and what comes anyway; how far the results lie apart is the range. Below {least} "
    "enquiries, or where fewer than {asked} were asked or seen, no hours move."
)
"""How a review learns; what comes of it is said where it is shown."""


def method(source: Source, *, has_review: bool = False) -> tuple[Statement, ...]:
    """Return the method, with how it learns where logged weeks were reviewed."""
    learning = (Statement(title=LEARNING_TITLE, text=_learning(source)),) if has_review else ()
    version = Statement(title="Catalogue.", text=f"Version {source.assessment.catalogue_version}.")
    paragraphs = (Statement(title=title, text=text) for title, text in METHOD)
    return (*paragraphs, *learning, version)


def _learning(source: Source) -> str:
    learning, review = source.catalogue.parameters.learning, source.catalogue.parameters.review
    return LEARNING.format(
        share=formats.percent(learning.effort_share),
        weight=formats.count(learning.prior_weight),
        least=review.min_outcomes,
        asked=formats.of_ten(review.min_asked_share),
    )
