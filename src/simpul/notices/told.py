"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "inbox": N_("looked at the messages"),
    "mail_notice": N_("mailed that a message waits"),
    "notify": N_("put a message in an inbox"),
    "read_notice": N_("read a message"),
    "unread_count": N_("counted unread messages"),
    "warn_of_expiring_papers": N_("told of a credential that runs out"),
}
