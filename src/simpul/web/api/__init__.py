"""The door of machines: open data, read without a session."""
