"""Messages to staff."""

from simpul.notices.models.notice import Notice

__all__ = ["Notice"]
