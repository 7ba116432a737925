"""A form that waits to be published."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from simpul.instruments.models import InstrumentUpload, InstrumentVersion
from simpul.instruments.policies import upload_reach
from simpul.instruments.rules import Form, Words
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class UploadPreview:
    """The form as it would be asked, and the version that it would take the place of."""

    id: uuid.UUID
    code: str
    version: str
    title: Words
    office: str
    purpose: str
    settled: bool
    replaces: str
    form: Form


@query(on=InstrumentUpload, reach=upload_reach, silent=True)
def upload_preview(actor: Actor, upload: InstrumentUpload) -> UploadPreview:
    """Everything that one wants to see before a form comes into use."""
    form = Form.read(upload.compiled, upload.pk)
    described = upload.compiled["form"]
    code = str(described.get("id_string") or "")
    current = InstrumentVersion.objects.filter(
        instrument__code=code, instrument__office_id=upload.office_id, retired_at=None
    )
    return UploadPreview(
        id=upload.pk,
        code=code,
        version=str(described.get("version") or ""),
        title=form.title,
        office=upload.office.name,
        purpose=upload.purpose,
        settled=upload.settled_at is not None,
        replaces=current.values_list("version", flat=True).first() or "",
        form=form,
    )
