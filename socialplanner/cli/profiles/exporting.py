"""The command `profiles export`: one profile as one file, for another machine or another person."""

from argparse import Namespace
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.catalogue import catalogue_in_use
from socialplanner.cli.profiles.passphrases import given_passphrase
from socialplanner.cli.profiles.place import opened
from socialplanner.cli.profiles.targets import private_files, refuse_profile_file
from socialplanner.cli.profiles.unlocking import reached
from socialplanner.exchange.bundle import bundle_bytes
from socialplanner.exchange.output_file import write_whole
from socialplanner.exchange.scrubbing import scrubbed
from socialplanner.messages import visible
from socialplanner.store.profile_file import is_protected

SCRUBBED = (
    "Names, money, notes and the logo are left out. Look at it before you pass it on: a firm may "
    "be known by its figures alone."
)


def export(arguments: Namespace) -> None:
    """Write a profile as a bundle, encrypted where a passphrase is given."""
    library = opened(arguments.data_folder)
    _, path = reached(library, arguments)
    is_stream = arguments.output == streams.STANDARD_STREAM
    if not is_stream:
        refuse_profile_file(Path(arguments.output))
    record = library.read(path)
    passphrase = given_passphrase(
        arguments.passphrase_file, is_asked=arguments.passphrase, is_new=True
    )
    if arguments.scrub:
        record = scrubbed(record, catalogue_in_use())
    data = bundle_bytes(record, passphrase, is_scrubbed=arguments.scrub)
    if is_stream:
        streams.write(data)
        return
    with private_files():
        write_whole(Path(arguments.output), data, replace=arguments.force)
    lines = [f"The profile is in {visible(arguments.output)}. {_how(path, passphrase)}"]
    lines += [SCRUBBED] if arguments.scrub else []
    streams.write("".join(f"{line}\n" for line in lines))


def _how(path: Path, passphrase: str | None) -> str:
    """Return whether a bundle is encrypted, with a warning where its profile has a passphrase."""
    if passphrase is not None:
        return "It is encrypted."
    if is_protected(path):
        return "It is not encrypted, though the profile is: who has the file can read it."
    return "It is not encrypted."
