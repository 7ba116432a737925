"""Messages to staff."""

from simpul.notices.models.notice import Notice
from simpul.notices.models.warned import PaperWarned

__all__ = ["Notice", "PaperWarned"]
