"""The whole life of a client, from the command line alone."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, damage, record, the_file


def test_the_whole_life_of_a_client(profiles: Run, data: Path, tmp_path: Path) -> None:
    def done(*arguments: str | Path, lines: str = "") -> str:
        code, output, complaint = profiles(*arguments, lines=lines)
        assert (code, complaint) == (0, "")
        return output

    profiles("new", "Model", "--from", CAFE)
    model = record(done("show", "Model", "--json"))["assessments"][0]["answers"]
    lines = [f"{key}={_typed(value)}" for key, value in model.items()]
    done("erase", "Model", "--yes")

    done("new", "Client", "--currency", "€")
    output = done("answer", "Client", "-", lines="\n".join(lines))
    assert output.count("saved ") == 63
    done("plan", "Client", "--output", "first.pdf", "--date", "2027-01-31")
    assert (tmp_path / "first.pdf").read_bytes().startswith(b"%PDF-")

    assert "63 answers are to be confirmed" in done("reassess", "Client")
    done("answer", "Client", "style.replying=3", "style.listening=0")
    marks = record(done("show", "Client", "--json"))["assessments"][-1]["marks"]
    assert (marks["style.replying"], marks["style.listening"]) == ("changed", "confirmed")
    assert marks["business.kind"] == "to_confirm"

    done("backup", "Client")
    path = the_file(data)
    damage(path)
    assert profiles("check")[0] == 1
    assert "Client is back." in done("restore", path.stem, "--damaged")
    done("check")
    kept = record(done("show", "Client", "--json"))
    assert kept["assessments"][-1]["answers"]["style.replying"] == 3
    assert len(kept["plans"]) == 1

    done("trash", "Client")
    assert done("list").startswith("There is no profile")
    done("trash", "--undo", "Client")
    done("plan", "Client", "--output", "second.pdf")
    done("erase", "Client", "--yes")
    assert list(data.rglob("*.socialplan")) == []


def _typed(value: object) -> str:
    """Return an answer as a person types it."""
    import json  # noqa: PLC0415 - for tables only

    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ",".join(value)
    return value if isinstance(value, str) else json.dumps(value)
