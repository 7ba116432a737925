"""Mail that waits to be sent."""

import uuid
from datetime import timedelta
from typing import Any

from simpul.jobs.handlers import handles, recurring
from simpul.kernel.actor import system_actor
from simpul.notices.commands.mail_notice import mail_notice
from simpul.notices.commands.warn_of_expiring_papers import warn_of_expiring_papers


@handles("notices.mail")
def send(payload: dict[str, Any]) -> None:
    """Send one mail."""
    mail_notice(system_actor(), notice_id=uuid.UUID(payload["notice_id"]))


@recurring("notices.warn_of_expiring_papers", every=timedelta(days=1))
def warn_daily() -> None:
    """Every day: whoever holds a paper that runs out is told, and so is her supervisor."""
    warn_of_expiring_papers(system_actor())
