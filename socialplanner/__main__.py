"""Start the program: `python -m socialplanner` and the `socialplanner` command."""

import sys

from socialplanner.cli import main

if __name__ == "__main__":
    sys.exit(main())
