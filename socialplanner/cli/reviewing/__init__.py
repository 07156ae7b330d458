"""The command `review`: what the log of a profile says of its plan."""
