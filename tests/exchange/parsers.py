"""Everything that reads a file from outside, as a fuzzer calls it: only refusals are swallowed."""

from contextlib import suppress

from socialplanner.errors import UserError
from socialplanner.exchange.answers_file import parse_answers
from socialplanner.exchange.bundle import read_bundle
from socialplanner.exchange.logo import read_logo
from socialplanner.exchange.platforms.columns import Found
from socialplanner.exchange.platforms.opening import opened_table
from socialplanner.exchange.platforms.preview import previewed
from socialplanner.exchange.record_file import parse_record
from tests.domain.builders import shipped_catalogue
from tests.exchange.platforms.tables import SAID, layouts


def parse_bundle(data: bytes) -> None:
    """Read the data as a bundle, with a passphrase in case it is encrypted."""
    with suppress(UserError):
        read_bundle(data, "fuzzed", "a passphrase")


def parse_record_json(data: bytes) -> None:
    """Read the data as the profile inside a bundle."""
    with suppress(UserError):
        parse_record(data, "fuzzed")


def parse_logo(data: bytes) -> None:
    """Read the data as a logo."""
    with suppress(UserError):
        read_logo(data, "fuzzed")


def parse_answers_file(data: bytes) -> None:
    """Read the data as an answers file, in TOML or JSON as it begins."""
    with suppress(UserError):
        parse_answers(shipped_catalogue(), data, "fuzzed")


def parse_platform_table(data: bytes) -> None:
    """Read the data as a table of a platform, in text or as a workbook."""
    with suppress(UserError):
        table = opened_table(data, "fuzzed", layouts())
        if isinstance(table, Found):
            previewed(table, SAID)
