"""Whom a command of reports is about: profiles of the library, or answers files."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from socialplanner.app.report_job import ReportJob
from socialplanner.app.report_jobs import answers_jobs, is_answers_name, profile_jobs, shard
from socialplanner.cli.profiles.calling import PROTECTED
from socialplanner.cli.profiles.hints import command
from socialplanner.cli.profiles.passphrases import given_passphrase
from socialplanner.cli.profiles.place import found, opened
from socialplanner.domain.listing import ProfileEntry, folded
from socialplanner.errors import UserError
from socialplanner.messages import listed, quoted, visible
from socialplanner.store.library import Library
from socialplanner.store.profile_file import is_protected


def clients(arguments: Namespace) -> tuple[ReportJob, ...]:
    """Return a job for each client that is meant; UserError where there is none."""
    places = [Path(each) for each in arguments.names if is_place(each)]
    names = [each for each in arguments.names if not is_place(each)]
    jobs: tuple[ReportJob, ...] = ()
    if names or not places:
        jobs = _profiles(arguments, names)
    if places:
        jobs += _answers(places)
    if arguments.shard:
        jobs = shard(jobs, *arguments.shard)
    if arguments.alias and len(jobs) > 1:
        raise UserError(
            "One alias cannot stand for several clients; with --anonymous each gets its own."
        )
    return jobs


def is_place(name: str) -> bool:
    """Return whether an argument names answers, not a profile: by its ending, or as a folder."""
    return is_answers_name(name) or bool(name.strip() and Path(name).is_dir())


def _answers(places: Sequence[Path]) -> tuple[ReportJob, ...]:
    jobs = answers_jobs(places)
    if not jobs:
        where = listed(str(each) for each in places)
        raise UserError(f"There is no answers file (.toml, .json) in {where}.")
    return jobs


def _profiles(arguments: Namespace, names: Sequence[str]) -> tuple[ReportJob, ...]:
    library = opened(arguments.data_folder)
    entries = library.entries()
    if names:
        wanted = list({entry.file: entry for entry in _named(library, names)}.values())
    else:
        wanted = [entry for entry in entries if _is_meant(entry, arguments)]
    if not wanted:
        raise _nobody(arguments, library)
    passphrase = _passphrase(arguments, wanted)
    return profile_jobs(
        entries, wanted, library.folder, lambda path: passphrase if is_protected(path) else None
    )


def _named(library: Library, names: Sequence[str]) -> Iterator[ProfileEntry]:
    for name in names:
        try:
            yield found(library, name)[0]
        except UserError as error:
            if len(Path(name).parts) <= 1:
                raise
            raise UserError(f"There is neither a folder nor a profile {quoted(name)}.") from error


def _is_meant(entry: ProfileEntry, arguments: Namespace) -> bool:
    """Return whether a profile is among those that `--all` or `--tag` mean."""
    if entry.is_archived and not arguments.archived:
        return False
    tags = {folded(tag) for tag in entry.tags}
    return arguments.all or any(folded(tag) in tags for tag in arguments.tag)


def _nobody(arguments: Namespace, library: Library) -> UserError:
    where = visible(str(library.folder))
    if arguments.tag and not arguments.all:
        return UserError(
            f"No profile in {where} has the tag {listed(arguments.tag)}. "
            f"All there are: {command('list')}"
        )
    return UserError(f"There is no profile in {where}; make one: {command('new', 'NAME')}")


def _passphrase(arguments: Namespace, wanted: Sequence[ProfileEntry]) -> str | None:
    """Return the passphrase for all profiles that have one; nobody is asked at the terminal."""
    if not any(entry.trouble == PROTECTED for entry in wanted):
        return None
    return given_passphrase(arguments.passphrase_file, is_asked=False, is_new=False)
