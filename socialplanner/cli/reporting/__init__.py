"""Reports for many clients at once."""
