"""Puts a form into use."""

from __future__ import annotations

import uuid
from typing import Any

from simpul.instruments.commands._publishing import put_into_use
from simpul.instruments.rules import compile_workbook
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command


def _place(*, office_id: uuid.UUID | None = None, **_facts: Any) -> dict[str, Any]:
    return {"office_id": office_id}


@command(within=_place)
def publish_instrument(
    actor: Actor, *, workbook: bytes, office_id: uuid.UUID | None = None, purpose: str = ""
) -> uuid.UUID:
    """Publish an XLSForm workbook and retire the version before it. The same content again changes nothing.

    Returns the id of the version. Raises ``FormFault`` naming sheet, row and remedy.
    """
    return put_into_use(actor, compile_workbook(workbook), workbook, office_id=office_id, purpose=purpose)
