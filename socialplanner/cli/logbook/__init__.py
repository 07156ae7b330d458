"""The command `log`: the logbook of a profile, and figures that come into it."""
