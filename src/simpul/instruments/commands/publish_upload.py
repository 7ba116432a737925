"""The form that was looked at is put into use."""

from __future__ import annotations

import uuid

from simpul.instruments.commands._publishing import put_into_use
from simpul.instruments.errors import UploadSettled
from simpul.instruments.models import InstrumentUpload
from simpul.instruments.policies import upload_reach
from simpul.instruments.rules import compile_workbook
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command


@command(on=InstrumentUpload, reach=upload_reach)
def publish_upload(actor: Actor, upload: InstrumentUpload) -> uuid.UUID:
    """Publish it as a version of the office; the version before it is retired."""
    if upload.settled_at is not None:
        raise UploadSettled
    workbook = bytes(upload.workbook)
    made = put_into_use(
        actor, compile_workbook(workbook), workbook, office_id=upload.office_id, purpose=upload.purpose
    )
    upload.settled_at = now()
    upload.save(update_fields=["settled_at"])
    return made
