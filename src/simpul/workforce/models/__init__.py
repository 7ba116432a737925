"""Accounts, offices, units, posts, staff and what they may do."""

from simpul.workforce.models.account import Account

__all__ = ["Account"]
