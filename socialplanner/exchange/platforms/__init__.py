"""Figures from the tables that platforms export: read, looked at, and taken into the logbook."""
