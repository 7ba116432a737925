"""Reckoning with reference data; knows no database."""
