"""The letter of referral on the office's paper, with a slip on which the agency may answer by hand."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from django.utils import translation

from simpul.casework.papers.handing import frame_of, hand_out
from simpul.casework.papers.sources import Sources
from simpul.documents.kinds import ReferralLetter
from simpul.kernel.actor import Actor
from simpul.kernel.clock import WIB
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.referral import policies
from simpul.referral.choices import Urgency
from simpul.referral.errors import NotWanted, WrongState
from simpul.referral.models import Packet, Referral
from simpul.referral.rules.loop import READABLE, State
from simpul.referral.secrecy import outward_name
from simpul.referral.sharing import grounds_for, may_go
from simpul.safeguards.consent import Basis, FieldGroup
from simpul.safeguards.gate import command, note_in_audit

LANGUAGE = "id"  # it is read at another desk


@command(on=Referral, reach=policies.referral_reach)
def issue_referral_letter(
    actor: Actor,
    referral: Referral,
    *,
    printed: Collection[str] = (),
    done_so_far: Sequence[str] = (),
    escort: str = "",
) -> uuid.UUID:
    """Issue it. ``printed`` are kinds of data of the packet that shall stand on paper, which nobody can call
    back: only those that the client lets this agency know at this moment."""
    if State(referral.state) not in READABLE:
        raise WrongState
    packet = Packet.objects.filter(referral=referral).first()
    allowed = may_go(referral) & set(packet.groups if packet else ())
    if not allowed:
        raise NotWanted
    if not set(printed) <= allowed:
        raise InvalidInput(
            [FieldFault("printed", Text(N_("The client does not let this agency know this at this moment.")))]
        )
    file = Sources(actor, referral.case, veil="identity" not in allowed)
    body = packet.body if packet else {}
    told = tuple((group, tuple(body.get(group, ()))) for group in FieldGroup.values if group in printed)
    with translation.override(LANGUAGE):
        paper = _paper(referral, file, told, tuple(done_so_far), escort.strip())
    note_in_audit(printed=sorted(printed))
    return hand_out(actor, file, paper, language=LANGUAGE, for_client=False)


def _paper(
    referral: Referral,
    file: Sources,
    told: tuple[tuple[str, tuple[str, ...]], ...],
    done: tuple[str, ...],
    escort: str,
) -> ReferralLetter:
    client = referral.case.client
    assert client is not None, "something of her may go"
    return ReferralLetter(
        **frame_of(file),
        recipient=(outward_name(referral.agency),),
        enclosures=1,
        reference=referral.reference,
        service=referral.service.name if referral.service else "",
        asked=referral.asked,
        urgency=str(Urgency(referral.urgency).label),
        answer_by=referral.due_at.astimezone(WIB).date() if referral.due_at else None,
        caution=referral.caution,
        done_so_far=done,
        told=tuple((str(FieldGroup(group).label), lines) for group, lines in told if lines),
        grounds=tuple(
            " · ".join(
                (one.article or str(Basis(one.basis).label), one.since.astimezone(WIB).strftime("%d.%m.%Y"))
            )
            for one in grounds_for(client.id, referral.agency)
        ),
        escort=escort,
    )
