"""Clients of a batch: answers files and profiles, sound and broken."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image

from socialplanner import paths
from socialplanner.app.report_job import ReportStyle
from socialplanner.domain.beginning import begun, filled
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.report_presets import Preset

DAY = date(2026, 11, 23)
STYLE = ReportStyle(today=DAY, formats=(Format.PDF,), preset=Preset.ONE_PAGE)
NOW = Now(moment=datetime(2026, 11, 23, 9, tzinfo=UTC), day=DAY, catalogue_version="1.0.0")


def catalogue() -> Catalogue:
    """Return the catalogue in use."""
    return load_catalogue(paths.catalogue_dir())


def samples() -> list[Path]:
    """Return the shipped answers files."""
    return sorted(paths.samples_dir().glob("*.toml"))


def sample_record(name: str, record_id: str, sample: str = "cafe") -> ProfileRecord:
    """Return a profile of that name with the answers of a sample."""
    file = read_answers_file(catalogue(), paths.samples_dir() / f"{sample}.toml")
    record = begun(Profile(name=name, currency="€"), record_id, f"a{record_id}", NOW)
    return filled(record, file.answers, file.choices, DAY, NOW)


def empty_record(name: str, record_id: str) -> ProfileRecord:
    """Return a profile of that name without answers."""
    return begun(Profile(name=name), record_id, f"a{record_id}", NOW)


def sound(folder: Path, count: int) -> list[Path]:
    """Write so many answers files that all make a plan."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = [sample.read_text("utf-8") for sample in samples()]
    made = []
    for number in range(count):
        path = folder / f"client-{number:03}.toml"
        path.write_text(texts[number % len(texts)], "utf-8")
        made.append(path)
    return made


def broken(folder: Path, count: int) -> list[Path]:
    """Write so many things that are called as answers are, each with a fault in turn."""
    cafe = (paths.samples_dir() / "cafe.toml").read_bytes()
    essential = b"hours_per_week"
    without = b"\n".join(line for line in cafe.splitlines() if not line.startswith(essential))
    contents = (
        b"[profile\nname = ",
        b"",
        without,
        cafe + b"\n[choices]\npinned = ['no_such_activity']\n",
        cafe + f"\n[choices]\npinned = {[each.id for each in catalogue().activities]}\n".encode(),
        b"\x00\xff\xfe\x81" * 500,
        "[profile]\nname = 'Café'\n".encode("utf-16"),
        b"{" * 5_000,
        b"# " + b"x" * 3_000_000,
        None,
    )
    made = []
    for number in range(count):
        path = folder / f"fault-{number:03}.toml"
        content = contents[number % len(contents)]
        path.mkdir() if content is None else path.write_bytes(content)
        made.append(path)
    return made


def logo(colour: tuple[int, int, int]) -> bytes:
    """Return a PNG of one colour."""
    written = BytesIO()
    Image.new("RGB", (120, 40), colour).save(written, format="PNG")
    return written.getvalue()


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too, by its path in it."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}
