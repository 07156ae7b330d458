"""Item models: lists as Qt wants to see them."""
