"""An office brings its own form, to look at before it is published."""

from __future__ import annotations

import uuid
from typing import Any

from simpul.instruments.commands._publishing import check_settings
from simpul.instruments.models import InstrumentUpload
from simpul.instruments.rules import Form, compile_workbook
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command, note_in_audit


def _place(*, office_id: uuid.UUID, **_facts: Any) -> dict[str, Any]:
    return {"office_id": office_id}


@command(within=_place)
def upload_instrument(actor: Actor, *, workbook: bytes, office_id: uuid.UUID, purpose: str = "") -> uuid.UUID:
    """Read the workbook and keep it for a look; nothing is in use yet. Raises ``FormFault``."""
    compiled = compile_workbook(workbook)
    Form.read(compiled.source)
    check_settings(compiled, office_id)
    made = InstrumentUpload.objects.create(
        office_id=office_id,
        workbook=workbook,
        compiled=dict(compiled.source),
        purpose=purpose,
        by_id=actor.id,
    )
    note_in_audit(code=compiled.code, version=compiled.version)
    return uuid.UUID(str(made.pk))
