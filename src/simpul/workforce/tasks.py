"""Mail with a link to choose a password."""

import uuid
from typing import Any

from simpul.jobs.handlers import handles
from simpul.kernel.actor import system_actor
from simpul.workforce.commands.mail_login_link import mail_login_link


@handles("workforce.login_link")
def send(payload: dict[str, Any]) -> None:
    """Send one link."""
    mail_login_link(system_actor(), account_id=uuid.UUID(payload["account_id"]), why=payload["why"])
