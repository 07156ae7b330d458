"""The wizard: question cards, pages of them, and what stands around them."""
