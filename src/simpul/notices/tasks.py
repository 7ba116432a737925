"""Mail that waits to be sent."""

import uuid
from typing import Any

from simpul.jobs.handlers import handles
from simpul.kernel.actor import system_actor
from simpul.notices.commands.mail_notice import mail_notice


@handles("notices.mail")
def send(payload: dict[str, Any]) -> None:
    """Send one mail."""
    mail_notice(system_actor(), notice_id=uuid.UUID(payload["notice_id"]))
