"""The numbers of the method that are not part of one question, activity or KPI."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringParameters:
    """Method section 2: `response_sd` is s_r in scale points, shares are 0..1."""

    reference_period_weeks: float
    min_coverage: float
    response_sd: float
    min_mix_points: float
    type_threshold: float
    band_z: float
    gap_flag: float
    dimension_weight: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetParameters:
    """Method section 3: A_g, offsets in logits, shrinkage, clip and band of the target share."""

    goal_affinity: Mapping[str, float]
    kind_offset: Mapping[str, float]
    audience_offset: Mapping[str, float]
    even_goal_share: float
    goal_weight: float
    margin_weight: float
    margin_reference: float
    margin_floor: float
    margin_ceiling: float
    long_cycle_offset: float
    new_firm_offset: float
    shrinkage: float
    share_floor: float
    share_ceiling: float
    band_half_width: float
    wide_band_half_width: float
    ambition: Mapping[str, float]
    level_base: float
    level_ceiling: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationParameters:
    """Method sections 4.1 to 4.3: hours on a half-hour grid, weeks, and counts."""

    grid_hours: float
    setup_weeks: float
    temper: float
    goal_scale: float
    gap_lift: float
    min_fit: float
    weekly_discount: Mapping[str, float]
    hygiene_hours: Mapping[str, float]
    hygiene_from_hours: float
    hours_per_activity: float
    min_activities: int
    max_activities: int
    max_publishing_platforms: int
    uncounted_platforms: frozenset[str]
    always_accepted_platforms: frozenset[str]
    automating_tools: frozenset[str]
    extra_tools: Mapping[str, frozenset[str]]
    paid_activities: frozenset[str]
    move_limit_hours: float
    move_limit_share: float
    stability_draws: int
    stability_log_sd: float
    core_share: float
    good_share: float
    alternative_share: float
    flat_loss: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnParameters:
    """Method section 6.2: money per month, rates per year."""

    weeks_per_month: float
    discount_rate: float
    clv_years: int
    close_rate_prior: float
    retention: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewParameters:
    """The 90 days and their reviews: weeks, shares 0..1, and counts per hour."""

    roadmap_weeks: int
    review_every_weeks: int
    kept_hours_share: float
    min_asked_share: float
    min_outcomes: int
    conversations_per_network_hour: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningParameters:
    """Method sections 5 and 6: what is believed before any count, and when it may move a plan.

    `prior_weight` is A0 and `baseline_weight` that of b; `effort_share` is phi0; `traced` and
    `untraced` are the two counts of the Beta prior of q by mode. Shares are 0..1.
    """

    sweeps: int
    burn_in: int
    prior_weight: float
    baseline_weight: float
    effort_share: float
    remembered_weight: float
    traced: Mapping[str, float]
    untraced: Mapping[str, float]
    dispersion_weeks: int
    range_share: float
    review_band_half_width: float
    sure_share: float
    min_gain: float
    probe_draws: int
    probe_share: float
    min_logged_share: float
    test_level: float
    test_power: float
    settling_half_lives: float
    longest_test_weeks: int
    sign_errors: float
    few_outcomes: float
    few_weeks: int
    position_end_share: float
    decay_days: float
    referral_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """All parameters of one catalogue version."""

    scoring: ScoringParameters
    target: TargetParameters
    allocation: AllocationParameters
    money: ReturnParameters
    review: ReviewParameters
    learning: LearningParameters
