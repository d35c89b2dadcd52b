"""Mappings of tables: what they say, and how rows are read by them."""
