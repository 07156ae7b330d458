"""The sections of the plan: each turns its part of the summary into blocks."""
