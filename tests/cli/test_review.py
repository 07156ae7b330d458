"""The command `review`, on the sample of a first half-year."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from socialplanner.cli import main
from socialplanner.cli.reviewing.arguments import OUTCOMES
from socialplanner.cli.samples import names
from socialplanner.domain.held_reviews import held_of
from socialplanner.domain.primary_outcome import PrimaryOutcome
from socialplanner.paths import samples_dir
from socialplanner.store.library import Library

pytestmark = pytest.mark.usefixtures("home")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return a data folder that holds the half-year."""
    bundle, data = tmp_path / "half.socialplan-bundle", tmp_path / "data"
    assert "half-year" in names()
    assert run(capsys, "sample", "half-year", "--output", str(bundle))[0] == 0
    done = run(capsys, "profiles", "import", str(bundle), "--data-folder", str(data))
    assert done[0] == 0, done
    return str(data)


def test_it_prints_the_review_and_keeps_a_forecast_once(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    code, out, err = run(capsys, "review", "Juniper", "--data-folder", folder)
    assert (code, err) == (0, "")
    for words in ("Look to next week", "Two accounts, one clock", "The next review is due on"):
        assert words in out
    assert max(map(len, out.splitlines())) <= 80
    assert "; How:" not in out
    assert "\u00a0" not in out
    assert run(capsys, "review", "Juniper", "--data-folder", folder)[1] == out


def test_the_day_of_a_review_is_kept_unless_it_is_tried_or_has_not_come(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    (file,) = Path(folder).glob("*.socialplan")
    library, today = Library(Path(folder)), datetime.now().astimezone().date()
    last = library.read(file).weeks[-1].monday
    for typed in (["--dry-run"], ["--date", str(today + timedelta(days=40))]):
        assert run(capsys, "review", "Juniper", "--data-folder", folder, *typed)[0] == 0
        assert held_of(library.read(file)) == ()
    day = str(last + timedelta(days=4))
    assert run(capsys, "review", "Juniper", "--data-folder", folder, "--date", day)[0] == 0
    assert held_of(library.read(file)) == (last + timedelta(days=4),)


def test_no_heading_stands_over_nothing_where_no_week_counts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data = ("--data-folder", str(tmp_path / "data"))
    cafe = str(samples_dir() / "cafe.toml")
    assert run(capsys, "profiles", "new", "Corner", "--from", cafe, *data)[0] == 0
    logged = ("log", "add", "--profile", "Corner", "--hours", "reply_desk=2")
    assert run(capsys, *logged, *data)[0] == 0
    out = run(capsys, "review", "Corner", *data)[1]
    assert "How long an honest test takes" not in out
    assert "break even" not in out
    assert "No week with hours counts yet, so there is no return to reckon" in out
    lines = [*out.splitlines(), ""]
    for place, line in enumerate(lines):
        if line and not line.strip("-"):
            assert any(lines[place + 1 : place + 3])


def test_as_json_it_says_the_same_words(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    code, out, _ = run(capsys, "review", "Juniper", "--data-folder", folder, "--json", "--dry-run")
    said = json.loads(out)
    assert code == 0
    assert said["headline"]
    assert said["returns"]["account"]["rows"][0][0] == "Hours logged"
    assert isinstance(said["proposed"]["is_change"], bool)


def test_what_is_counted_is_chosen_and_kept(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    assert set(OUTCOMES) == set(PrimaryOutcome)
    words = ("review", "Juniper", "--data-folder", folder)
    tried = run(capsys, *words, "--count", "conversations", "--dry-run")[1]
    assert "This review counts conversations" in tried
    assert "This review counts enquiries" in run(capsys, *words)[1]
    assert run(capsys, *words, "--count", "conversations")[0] == 0
    out = run(capsys, *words)[1]
    assert "This review counts conversations" in out
    assert "conversations were noted in them" in out
    assert "conversations are expected if" in " ".join(out.split())
    assert run(capsys, *words, "--count", "enquiries")[0] == 0
    assert "This review counts enquiries" in run(capsys, *words)[1]


def test_a_rule_that_was_acted_on_is_due_no_more(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    words = ("review", "Juniper", "--data-folder", folder, "--json")
    due = [rule["kpi_id"] for rule in json.loads(run(capsys, *words)[1])["rules"]["fired"]]
    assert due
    code, _, err = run(capsys, *words, "--done", "hours_logged")
    assert code == 1
    assert due[0] in err
    assert run(capsys, *words, "--done", due[0])[0] == 0
    after = json.loads(run(capsys, *words)[1])["rules"]
    assert [rule["kpi_id"] for rule in after["fired"]] == due[1:]
    assert any(row[2].startswith("Marked as done on") for row in after["rules"]["rows"])


def test_without_logged_hours_it_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data, file = str(tmp_path / "data"), str(tmp_path / "cafe.toml")
    run(capsys, "sample", "cafe", "--output", file)
    made = run(capsys, "profiles", "import", file, "--data-folder", data)
    assert made[0] == 0, made
    name = json.loads(run(capsys, "profiles", "list", "--json", "--data-folder", data)[1])
    profile = str((name["profiles"] if isinstance(name, dict) else name)[0]["name"])
    code, out, err = run(capsys, "review", profile, "--data-folder", data)
    assert (code, out) == (1, "")
    assert "nothing to review" in err
