"""Ids and numbers of different parts of the catalogue must agree; what does not is reported."""

from pathlib import Path

import pytest

from tests.loading.copies import (
    BUSINESS,
    KPIS,
    MEDIA,
    MIXES,
    NETWORK,
    PLANNING,
    TITLE,
    change,
    complaints,
    copied,
)

POSTS = 'id = "linkedin_posts"'
HOURS_ROWS = 'hours_rows = { "hours.making" = 0.75, "hours.publishing" = 0.25 }'


@pytest.mark.parametrize(
    ("file", "after", "old", "new", "expected"),
    [
        pytest.param(
            MEDIA,
            POSTS,
            'kpis = ["reach"',
            'kpis = ["reech"',
            "linkedin_posts › kpis.1: There is no KPI “reech”. Did you mean “reach”? Allowed:"
            " hours_logged, reach, views, watch_through, follower_growth, engagement_rate,"
            " saves_shares, link_clicks, share_tagged, sessions_social, list_growth, click_rate and"
            " 43 more.",
            id="a KPI that does not exist",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "awareness = 0.35",
            "awarenes = 0.35",
            "linkedin_posts › goals.awarenes: There is no goal “awarenes”. Did you mean"
            " “awareness”? Allowed: awareness, engagement, leads, sales, relationships, referrals,"
            " loyalty, reputation, insight.",
            id="a goal that does not exist",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "b2b_services = 1.4",
            "b2b_service = 1.4",
            "linkedin_posts › fits.b2b_service: There is no kind of business “b2b_service”. Did you"
            " mean “b2b_services”? Allowed: b2b_services, b2b_product, local_service, local_retail,"
            " ecommerce, nonprofit, creator.",
            id="a kind of business that does not exist",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            '"style.media" = 0.3',
            '"style.network" = 0.3',
            "linkedin_posts › dimensions.style.network: There is no media cell “style.network”."
            " Allowed: style.media, goals.media, content.media,"
            " effort.media, roi.media.",
            id="a cell of the other mode",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            '"hours.publishing" = 0.25',
            '"hours.replying" = 0.25',
            "linkedin_posts › hours_rows.hours.replying: There is no media hours row"
            " “hours.replying”. Did you mean “hours.reporting”? Allowed: hours.making,"
            " hours.publishing, hours.advertising, hours.reporting.",
            id="an hours row of the other mode",
        ),
        pytest.param(
            MEDIA,
            'id = "youtube_long"',
            'evidence = ["graffius2018"]',
            'evidence = ["graffius2019"]',
            "youtube_long › evidence.1: There is no evidence “graffius2019”. Did you mean"
            " “graffius2018”? Allowed: sme2014_hours, sme2011_hours, sme2010_median, vr2012_hours,"
            " vr2012_task, smmu2014_task, sme2012_hours, cc_20h, misner_63, hall2019, rivaliq2023,"
            " rivaliq2024 and 58 more.",
            id="evidence that does not exist",
        ),
        pytest.param(
            MEDIA,
            'id = "youtube_long"',
            "origins = { half_life_weeks",
            "origins = { half_lives",
            "youtube_long › origins.half_lives: There is no such number “half_lives”. Did you mean"
            " “half_life_weeks”? Allowed: min_hours, half_hours, max_hours, fixed_hours,"
            " setup_hours, auto_share, delay_weeks, half_life_weeks, trackable, goals, dimensions,"
            " fits and 1 more.",
            id="the origin of a number that does not exist",
        ),
        pytest.param(
            MEDIA,
            "",
            'trackable = "default"\n',
            "",
            "origins › trackable: This key is missing.",
            id="a number without an origin",
        ),
        pytest.param(
            KPIS,
            "",
            'lag_weeks = "default"\n',
            "",
            "origins › lag_weeks: This key is missing.",
            id="a number of a KPI without an origin",
        ),
        pytest.param(
            KPIS,
            'id = "reach"',
            'goals = ["awareness"]',
            'goals = ["aware"]',
            "reach › goals.1: There is no goal “aware”. Did you mean “awareness”? Allowed:"
            " awareness, engagement, leads, sales, relationships, referrals, loyalty, reputation,"
            " insight.",
            id="a KPI for a goal that does not exist",
        ),
        pytest.param(
            MIXES,
            "",
            "insight = {",
            "# = {",
            "goal_affinity › insight: Nothing is said about this goal.",
            id="a goal without an affinity",
        ),
        pytest.param(
            MIXES,
            "[kind_offset]",
            "creator = {",
            "# = {",
            "kind_offset › creator: Nothing is said about this kind of business.",
            id="a kind of business without an offset",
        ),
        pytest.param(
            MIXES,
            "[ambition]",
            "steady = {",
            "# = {",
            "ambition › steady: Nothing is said about this stage.",
            id="a stage without an ambition",
        ),
        pytest.param(
            PLANNING,
            "[money.retention]",
            "5_6 = {",
            "# = {",
            "money › retention.5_6: Nothing is said about this answer.",
            id="an answer without a retention",
        ),
        pytest.param(
            PLANNING,
            "[allocation.weekly_discount]",
            "quarter = {",
            "# = {",
            "allocation › weekly_discount.quarter: Nothing is said about this patience.",
            id="a patience without a discount",
        ),
        pytest.param(
            PLANNING,
            "",
            'paid_activities = ["boosted_posts"]',
            'paid_activities = ["boosted_post"]',
            "allocation › paid_activities.1: There is no activity “boosted_post”. Did you mean"
            " “boosted_posts”? Allowed: linkedin_posts, instagram_feed, short_video, youtube_long,"
            " facebook_page, short_updates, stories_live, articles, newsletter, lead_magnet,"
            " pinterest, gbp_posts and 18 more.",
            id="a paid activity that does not exist",
        ),
        pytest.param(
            PLANNING,
            "",
            'newsletter = ["email_tool"]',
            'newsletter = ["mailer"]',
            "allocation › extra_tools.newsletter.1: There is no tool “mailer”. Allowed: none,"
            " platform_planner, scheduler, email_tool, crm, web_analytics, call_tracking,"
            " design_tool.",
            id="a tool that does not exist",
        ),
        pytest.param(
            PLANNING,
            "[scoring.dimension_weight]",
            "value = 0.2",
            "value = 0.3",
            "scoring › dimension_weight: These shares sum to 1.1; they must sum to 1.",
            id="weights that do not sum to one",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            "awareness = 0.35",
            "awareness = 0.36",
            "linkedin_posts › goals: These shares sum to 1.01; they must sum to 1.",
            id="shares of goals that do not sum to one",
        ),
        pytest.param(
            MEDIA,
            POSTS,
            HOURS_ROWS,
            HOURS_ROWS.replace("0.25", "0.2500001"),
            "linkedin_posts › hours_rows: These shares sum to 1.0000001; they must sum to 1.",
            id="shares of hours that hardly miss one",
        ),
        pytest.param(
            MEDIA,
            'id = "pinterest"',
            'platforms = ["pinterest"]',
            'platforms = ["billboard"]',
            "pinterest › platforms: No business can ever accept one of these platforms.",
            id="an activity on a platform nobody is offered",
        ),
        pytest.param(
            NETWORK,
            'id = "workshops"',
            "fits = { b2b_services = 1.3, b2b_product = 1.2, local_service = 0.4, local_retail = 0.6,"
            " ecommerce = 0.4, nonprofit = 1.1, creator = 1.2 }",
            "fits = { b2b_services = 0.3, b2b_product = 0.2, local_service = 0.4, local_retail = 0.4,"
            " ecommerce = 0.4, nonprofit = 0.1, creator = 0.2 }",
            "workshops › fits: No kind of business has a fit of 0.5 or more.",
            id="an activity that suits nobody",
        ),
        pytest.param(
            BUSINESS,
            'id = "business.platforms"',
            'id = "tiktok"',
            'id = "ticktock"',
            "business.platforms › options.ticktock: There is no platform “ticktock”. Did you mean"
            " “tiktok”? Allowed: linkedin, instagram, facebook, tiktok, youtube, x, threads,"
            " bluesky, pinterest, reddit, forums, whatsapp and 12 more.",
            id="an offered platform without a name",
        ),
    ],
)
def test_parts_of_the_catalogue_that_do_not_agree_are_reported(  # noqa: PLR0913, PLR0917
    tmp_path: Path, file: str, after: str, old: str, new: str, expected: str
) -> None:
    folder = copied(tmp_path)
    change(folder / TITLE, "marketplaces =", 'billboard = "Billboard"\nmarketplaces =')
    change(folder / file, old, new, after=after)
    assert complaints(folder) == [f"{file} › {expected}"]
