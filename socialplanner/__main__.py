"""Start the program: `python -m socialplanner` and the `socialplanner` command."""

import sys

from socialplanner.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # then a process of a batch is started by this same file
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
