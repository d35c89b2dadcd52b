"""What the importer of airports reads, and what it makes of it."""
