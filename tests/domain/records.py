"""Everything a profile may hold, as Hypothesis draws it: any text, any moment, any number we take.

Strategies are made once and kept: making one takes longer than drawing from it.

Logos are PNGs as `read_logo` returns them, so that a record comes back from every file as it was.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO
from itertools import count

from hypothesis import strategies as st
from PIL import Image

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.moment import week_of
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import (
    AnswerChange,
    AssessmentState,
    Brand,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)
from socialplanner.exchange.logo import read_logo

FIRST, LAST = datetime(2000, 1, 3, tzinfo=UTC), datetime(2999, 12, 29, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NASTY = (
    "",
    "Café Morgenlicht 🌅👩‍👩‍👧",
    "کافه سپیده‌دم",
    "ACME\u202efdp.exe",
    "<b>bold</b> & <img src=x>",
    "=1+1",
    "'; DROP TABLE answer; --",
    "a\r\nb\tc\x01\x7f\u2028\ufeff",
    "e\u0301 é \U0010ffff\ufffe",
)
QUESTIONS = ("business.kind", "business.people", "style.replying", "hours.making", "old.question")
ACTIVITIES = ("linkedin_posts", "reply_desk", "gone-activity", "a")
COLUMNS = ("name", "hours", "source", "count")
MONDAYS = (date(2027, 2, 1), date(2027, 2, 8))
WEBSITES = ("", "https://example.org/", "http://کافه.example/a?b=1#c")
LANGUAGES = ("", "en", "de-AT", "fa", "zh-Hant-TW")

questions = st.sampled_from(QUESTIONS)
activities = st.sampled_from(ACTIVITIES)
flags = st.booleans()


@cache
def texts(most: int = 30) -> st.SearchStrategy[str]:
    """Draw texts of any characters but NUL and halves of characters."""
    characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    return st.sampled_from(NASTY) | st.text(characters, max_size=most)


@cache
def numbers(low: float = -1e12, high: float = 1e12) -> st.SearchStrategy[float]:
    """Draw numbers that can be reckoned with."""
    drawn = st.floats(low, high).filter(lambda number: number == 0 or abs(number) >= 1e-6)
    return st.sampled_from([max(low, 0.0), high, 1e-6, 2.5]) | drawn


@cache
def hours() -> st.SearchStrategy[dict[str, float]]:
    """Draw weekly hours by activity."""
    return st.dictionaries(activities, numbers(0, 168), max_size=3)


@cache
def moments() -> st.SearchStrategy[datetime]:
    """Draw moments in UTC, to the microsecond: what the clocks of all time zones are told as."""
    return st.integers(0, (LAST - FIRST) // MICROSECOND).map(lambda n: FIRST + n * MICROSECOND)


@cache
def days() -> st.SearchStrategy[date]:
    """Draw days that a profile may name."""
    return st.integers(FIRST.toordinal(), LAST.toordinal()).map(date.fromordinal)


@cache
def said() -> st.SearchStrategy[Answer]:
    """Draw answers of every kind, known to a catalogue or not."""
    words = texts().filter(lambda text: text not in {each.value for each in NoAnswer})
    ids = st.lists(words, max_size=3).map(tuple)
    rows = st.lists(st.dictionaries(st.sampled_from(COLUMNS), words | numbers()), max_size=3)
    return st.sampled_from(NoAnswer) | numbers() | words | ids | rows.map(tuple)


@cache
def profiles() -> st.SearchStrategy[Profile]:
    """Draw who it is for."""
    return st.builds(
        Profile,
        name=texts(),
        currency=texts(5),
        language=st.sampled_from(LANGUAGES),
        prepared_by=texts(),
        prepared_for=texts(),
        website=st.sampled_from(WEBSITES),
    )


@cache
def all_choices() -> st.SearchStrategy[Choices]:
    """Draw choices about the plan."""
    return st.builds(
        Choices,
        pinned=st.frozensets(activities, max_size=2),
        declined=st.frozensets(activities, max_size=2),
        earlier_plan=st.none() | hours(),
        keeps_earlier=flags,
    )


@cache
def recorded() -> st.SearchStrategy[RecordedAnswer]:
    """Draw what is recorded at one question."""
    return st.builds(
        RecordedAnswer,
        value=st.none() | said(),
        changed_at=moments(),
        note=texts(),
        is_carried=flags,
        is_marked=flags,
    )


@cache
def changes() -> st.SearchStrategy[AnswerChange]:
    """Draw one change of one answer."""
    return st.builds(
        AnswerChange,
        question_id=questions,
        old=st.none() | said(),
        new=st.none() | said(),
        changed_at=moments(),
    )


@st.composite
def all_assessments(draw: st.DrawFn, most: int = 3) -> tuple[RecordedAssessment, ...]:
    """Draw assessments with different ids, each begun from an earlier one or from none."""
    begun: list[RecordedAssessment] = []
    for number in range(draw(st.integers(0, most))):
        earlier = draw(st.sampled_from(["", *(each.id for each in begun)]))
        begun.append(draw(assessments(f"a-{number}", earlier)))
    return tuple(begun)


@cache
def assessments(assessment_id: str, earlier_id: str = "") -> st.SearchStrategy[RecordedAssessment]:
    """Draw one assessment of that id."""
    return st.builds(
        RecordedAssessment,
        id=st.just(assessment_id),
        day=days(),
        catalogue_version=texts(10),
        created_at=moments(),
        state=st.sampled_from(AssessmentState),
        earlier_id=st.just(earlier_id),
        position=st.just("") | questions,
        answers=st.dictionaries(questions, recorded(), max_size=4),
        changes=st.lists(changes(), max_size=3).map(tuple),
        choices=all_choices(),
    )


@cache
def plans(plan_id: str, assessment_ids: tuple[str, ...]) -> st.SearchStrategy[IssuedPlan]:
    """Draw one issued plan of one of these assessments, or of none."""
    return st.builds(
        IssuedPlan,
        id=st.just(plan_id),
        assessment_id=st.sampled_from(["", *assessment_ids]),
        issued_at=moments(),
        day=days(),
        catalogue_version=texts(10),
        profile=profiles(),
        answers=st.dictionaries(questions, said(), max_size=3),
        choices=all_choices(),
        hours=hours(),
        paper=st.sampled_from(["a4", "letter", ""]),
        pdf_digest=st.binary(min_size=32, max_size=32).map(bytes.hex),
    )


@st.composite
def all_weeks(draw: st.DrawFn) -> tuple[LoggedWeek, ...]:
    """Draw logged weeks in the order of the calendar."""
    mondays = draw(st.frozensets(days().map(week_of) | st.sampled_from(MONDAYS), max_size=3))
    return tuple(draw(weeks(monday)) for monday in sorted(mondays))


@cache
def weeks(monday: date) -> st.SearchStrategy[LoggedWeek]:
    """Draw what was logged of one week."""
    return st.builds(
        LoggedWeek,
        monday=st.just(monday),
        changed_at=moments(),
        hours=hours(),
        outcomes=st.dictionaries(st.sampled_from(["leads_total", "k"]), numbers()),
        money=st.none() | numbers(),
        is_odd=flags,
        note=texts(),
        origins=st.dictionaries(st.sampled_from(["leads_total", "k"]), texts(), max_size=1),
    )


@cache
def enquiries(enquiry_id: str) -> st.SearchStrategy[Enquiry]:
    """Draw one enquiry of that id."""
    return st.builds(
        Enquiry,
        id=st.just(enquiry_id),
        day=days(),
        changed_at=moments(),
        words=texts(),
        activity_id=st.just("") | activities,
        trace=st.sampled_from(["", "tag", "code", "asked"]),
        note=texts(),
        way=st.lists(activities, max_size=3).map(tuple),
    )


@cache
def small_logo(mode: str) -> bytes:
    """Return a small PNG as it is kept, with or without transparency."""
    picture = Image.new(mode, (3, 2), (200, 30, 60, 90)[: len(mode)])
    written = BytesIO()
    picture.save(written, format="PNG")
    return read_logo(written.getvalue(), "logo.png")


@cache
def brands() -> st.SearchStrategy[Brand]:
    """Draw how plans look."""
    return st.builds(
        Brand,
        logo=st.none() | st.sampled_from(["RGB", "RGBA"]).map(small_logo),
        colours=st.lists(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), max_size=2).map(tuple),
        lines=st.lists(texts(), max_size=3).map(tuple),
    )


@st.composite
def any_records(draw: st.DrawFn, record_id: str = "3f9a1c20de") -> ProfileRecord:
    """Draw a whole record; every part may be empty."""
    begun = draw(all_assessments())
    named = count()
    ids = tuple(each.id for each in begun)
    issued = [draw(plans(f"p.{next(named)}", ids)) for _ in range(draw(st.integers(0, 2)))]
    asked = [draw(enquiries(f"e_{next(named)}")) for _ in range(draw(st.integers(0, 2)))]
    return ProfileRecord(
        id=record_id,
        profile=draw(profiles()),
        created_at=draw(moments()),
        changed_at=draw(moments()),
        tags=draw(st.lists(texts(), max_size=3, unique=True).map(tuple)),
        is_archived=draw(flags),
        is_sample=draw(flags),
        brand=draw(brands()),
        assessments=begun,
        plans=tuple(issued),
        weeks=draw(all_weeks()),
        enquiries=tuple(asked),
        settings=draw(st.dictionaries(texts(), texts(), max_size=3)),
    )
