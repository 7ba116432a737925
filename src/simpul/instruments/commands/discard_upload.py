"""The form that was looked at is not wanted."""

from __future__ import annotations

from simpul.instruments.models import InstrumentUpload
from simpul.instruments.policies import upload_reach
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command


@command(on=InstrumentUpload, reach=upload_reach)
def discard_upload(actor: Actor, upload: InstrumentUpload) -> None:
    """Put it away without publishing. Twice changes nothing."""
    if upload.settled_at is None:
        upload.settled_at = now()
        upload.save(update_fields=["settled_at"])
