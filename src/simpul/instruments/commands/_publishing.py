"""Putting a compiled form into use: checks of its settings, one current version, nothing twice."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping
from typing import Any

from simpul.instruments.errors import FormFault
from simpul.instruments.models import Instrument, InstrumentVersion
from simpul.instruments.rules import Compiled, Form
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import note_in_audit

STARTER_PREFIX = "simpul_"


def put_into_use(
    actor: Actor, compiled: Compiled, workbook: bytes, *, office_id: uuid.UUID | None, purpose: str
) -> uuid.UUID:
    """Publish and retire the version before it. The same content again changes nothing."""
    form = Form.read(compiled.source)
    check_settings(compiled, office_id)
    content = _content_hash(compiled.source)
    instrument, _ = Instrument.objects.select_for_update().get_or_create(
        code=compiled.code,
        office_id=office_id,  # type: ignore[misc]
    )
    same_version = instrument.versions.filter(version=compiled.version).first()
    if same_version is not None:
        if same_version.content_sha256 == content:
            note_in_audit(code=compiled.code, version=compiled.version, unchanged=True)
            return uuid.UUID(str(same_version.pk))
        raise FormFault(
            Text(
                N_("Version %(version)s is already published with other content. Raise the version number."),
                {"version": compiled.version},
            ),
            sheet="settings",
        )
    moment = now()
    for earlier in instrument.versions.filter(retired_at=None):
        earlier.retired_at, earlier.retired_by = moment, actor.id
        earlier.save(update_fields=["retired_at", "retired_by"])
    version = InstrumentVersion.objects.create(
        instrument=instrument,
        version=compiled.version,
        purpose=purpose,
        titles=dict(form.title.by_language),
        languages=list(form.languages),
        workbook=workbook,
        workbook_sha256=compiled.sha256,
        content_sha256=content,
        compiled=compiled.source,
        xform=compiled.xform,
        published_at=moment,
        published_by=actor.id,
    )
    note_in_audit(code=compiled.code, version=compiled.version)
    return uuid.UUID(str(version.pk))


def check_settings(compiled: Compiled, office_id: uuid.UUID | None) -> None:
    if not compiled.version:
        raise FormFault(
            Text(N_("The form has no version. Fill in the column version, for example 2026.1.")),
            sheet="settings",
        )
    if compiled.code.startswith(STARTER_PREFIX) != (office_id is None):
        raise FormFault(
            Text(
                N_("Form codes that begin with simpul_ belong to the built-in forms. Choose another form_id.")
            ),
            sheet="settings",
        )
    if len(compiled.code) > 100 or len(compiled.version) > 50:
        raise FormFault(Text(N_("form_id or version is too long. Shorten it.")), sheet="settings")


def _content_hash(source: Mapping[str, Any]) -> str:
    """What the form asks, whatever program packed the workbook."""
    return hashlib.sha256(json.dumps(source, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
