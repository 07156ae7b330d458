"""What is shown, without saying on what: words, numbers, chart scenes and the summary."""
