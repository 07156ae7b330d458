"""Profiles on disk: one SQLite file each, backups, trash, and an index that is only a cache."""
