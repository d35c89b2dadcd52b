"""Datasets as documents: one module for each format, its functions in inverse pairs."""
