"""What the importers of strike releases have in common, and what they make of a line."""
