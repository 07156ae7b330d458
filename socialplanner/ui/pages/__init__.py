"""Pages of the window: each shows one thing and knows how to begin and to end."""
