"""The first part of a bundle: what it is, who wrote it, and what its other parts should be."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner.exchange.bundle_refusal import refused
from socialplanner.exchange.judgement import judged
from socialplanner.exchange.record_fields import fields_at
from socialplanner.exchange.spot import Spot
from socialplanner.exchange.strict_json import canonical_json

BUNDLE_FORMAT = 1
"""The version of the bundle's layout; a reader refuses a higher one."""

KIND = "socialplanner-profile"
MANIFEST_KEYS = ("format", "kind", "program_version", "is_scrubbed", "members")

_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a manifest says; `said` holds digest and size of each part."""

    program_version: str
    is_scrubbed: bool
    said: Mapping[str, tuple[str, object]]


def manifest_json(members: Mapping[str, bytes], version: str, *, is_scrubbed: bool) -> bytes:
    """Return the manifest of these parts."""
    manifest = {
        "format": BUNDLE_FORMAT,
        "kind": KIND,
        "program_version": version,
        "is_scrubbed": is_scrubbed,
        "members": {
            part: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
            for part, content in members.items()
        },
    }
    return canonical_json(manifest)


def read_manifest(data: bytes, name: str, members: Mapping[str, bytes]) -> Manifest:
    """Return what a manifest says, or raise InputError where it does not fit these parts."""
    manifest = judged(data, f"{name}, manifest.json", BUNDLE_FORMAT, _manifest_at)
    _check_members(name, manifest.said, members)
    return manifest


def _manifest_at(spot: Spot, value: object) -> Manifest:
    fields = fields_at(spot, value, MANIFEST_KEYS)
    fields.choice("kind", (KIND,))
    return Manifest(
        program_version=fields.text("program_version"),
        is_scrubbed=fields.flag("is_scrubbed"),
        said={part: _said(here, each) for here, part, each in fields.parts("members")},
    )


def _said(spot: Spot, value: object) -> tuple[str, object]:
    """Return digest and size of a part as the manifest says them."""
    fields = fields_at(spot, value, ("sha256", "size"))
    digest = fields.word("sha256", _DIGEST, "64 digits and letters from a to f")
    return digest, fields.table.get("size")


def _check_members(
    name: str, said: Mapping[str, tuple[str, object]], members: Mapping[str, bytes]
) -> None:
    for part in said.keys() ^ members.keys():
        raise refused(name, "The bundle is damaged: this part is missing or too much.", part)
    for part, content in members.items():
        if said[part] != (hashlib.sha256(content).hexdigest(), len(content)):
            raise refused(name, "The bundle is damaged: this part is not what was written.", part)
