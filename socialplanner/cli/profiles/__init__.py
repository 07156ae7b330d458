"""The commands `profiles …`: a library of profiles, from the command line alone."""
