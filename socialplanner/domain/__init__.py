"""The method: pure functions over frozen values; no clock, files, toolkit or text for people."""
