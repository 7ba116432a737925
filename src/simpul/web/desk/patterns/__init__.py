"""Patterns of barriers, and the findings written from them."""
