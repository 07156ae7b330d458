"""What one types to begin with, for the help of each command; a test tries every one."""

PROFILES = "socialplanner profiles"

EXAMPLES: dict[str, tuple[str, ...]] = {
    "list": (f"{PROFILES} list", f"{PROFILES} list --search coast"),
    "show": (
        f'{PROFILES} show "Corner Bakery"',
        f"{PROFILES} show corner --history business.goals",
    ),
    "check": (f"{PROFILES} check", f"{PROFILES} check corner"),
    "new": (
        f'{PROFILES} new "Corner Bakery" --currency €',
        f"{PROFILES} new Café --from cafe.toml",
    ),
    "duplicate": (f'{PROFILES} duplicate "Corner Bakery" "Corner Bakery, as we wish it"',),
    "change": (
        f'{PROFILES} change corner --tag spring --prepared-for "The owners"',
        f"{PROFILES} change corner --logo logo.png --colour #2f6f5e",
    ),
    "answer": (
        f"{PROFILES} answer corner",
        f"{PROFILES} answer corner business.kind=local_retail business.goals=awareness,loyalty",
        f"{PROFILES} answer corner - < answers.txt",
    ),
    "reassess": (f"{PROFILES} reassess corner",),
    "assess": (f"{PROFILES} assess corner --date 2027-01-31",),
    "plan": (f"{PROFILES} plan corner --output bakery.pdf",),
    "export": (
        f"{PROFILES} export corner --output bakery.socialplan-bundle --passphrase",
        f"{PROFILES} export corner --output example.socialplan-bundle --scrub",
    ),
    "import": (
        f"{PROFILES} import bakery.socialplan-bundle --preview",
        f'{PROFILES} import cafe.toml --into "Corner Bakery"',
    ),
    "backup": (f"{PROFILES} backup corner", f"{PROFILES} backup --output all.socialplan-library"),
    "restore": (
        f"{PROFILES} restore corner --list",
        f"{PROFILES} restore corner --backup 2027-01-31T12 --preview",
        f"{PROFILES} restore --library all.socialplan-library",
    ),
    "trash": (f"{PROFILES} trash corner", f'{PROFILES} trash --undo "Corner Bakery"'),
    "erase": (f'{PROFILES} erase "Corner Bakery"',),
    "protect": (f'{PROFILES} protect "Corner Bakery"',),
    "unprotect": (f'{PROFILES} unprotect "Corner Bakery" --passphrase-file secret.txt',),
}
"""The commands to try, by the verb."""
