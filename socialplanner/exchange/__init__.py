"""What goes in and out as files: answers, assessments, and output that appears whole."""
