"""A record as one JSON file, without its logo: what it says is judged before it is believed."""

from socialplanner.domain.record import ProfileRecord
from socialplanner.exchange.judgement import judged
from socialplanner.exchange.record_reading import record_at
from socialplanner.exchange.record_writing import RECORD_FORMAT, plain_record
from socialplanner.exchange.strict_json import canonical_json


def record_json(record: ProfileRecord) -> bytes:
    """Return a record without its logo as JSON; equal records give equal bytes."""
    return canonical_json(plain_record(record))


def parse_record(data: bytes, name: str) -> ProfileRecord:
    """Return the record that the bytes hold, or raise InputError with all that is wrong."""
    return judged(data, name, RECORD_FORMAT, record_at)
