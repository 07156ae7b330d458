"""Commands that look back, and across clients: compare, portfolio."""
