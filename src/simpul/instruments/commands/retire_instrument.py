"""Takes a form out of use."""

from __future__ import annotations

from simpul.instruments.errors import InstrumentClosed
from simpul.instruments.models import InstrumentVersion
from simpul.instruments.policies import instrument_reach
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command


@command(on=InstrumentVersion, reach=instrument_reach)
def retire_instrument(actor: Actor, version: InstrumentVersion) -> None:
    """No new answers with this version; old answers stay readable for ever."""
    if version.retired_at is not None:
        raise InstrumentClosed
    version.retired_at, version.retired_by = now(), actor.id
    version.save(update_fields=["retired_at", "retired_by"])
