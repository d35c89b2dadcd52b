"""What the importer of the Dutch list reads, and what it makes of it."""
