"""What the importer of troopdata reads, and what it makes of it."""
