"""Backups: one encrypted file of data and media at a time, and one mirror of the persons' keys.

The mirror is replaced, never kept in versions: a person who was erased is then unreadable in every
backup, however old. See docs/adr/0011 and 0014.
"""
