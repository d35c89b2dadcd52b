"""What the importer of Airwars reads, and what it makes of it."""
