"""Who a paper is about and who signs it."""

from __future__ import annotations

import uuid

from simpul.casework.models import Case
from simpul.documents.kinds import Signer, Subject
from simpul.kernel.clock import today
from simpul.workforce.models import Credential, Staff


def subject_of(case: Case) -> Subject:
    """The client by name, or by initials and case number when sealed."""
    client = case.client
    name = client.display_name if client else case.reference
    return Subject(name=name, case_reference=case.reference, protected=bool(client and client.sealed))


def signer_of(staff_id: uuid.UUID | None) -> Signer | None:
    """A member of staff with post and registration number."""
    staff = Staff.objects.select_related("post").filter(pk=staff_id).first() if staff_id else None
    if staff is None:
        return None
    papers = Credential.objects.filter(staff=staff, kind="str").order_by("-issued_on")
    paper = papers.filter(expires_on__gte=today()).first() or papers.filter(expires_on=None).first()
    return Signer(
        name=staff.titled_name,
        post=staff.post.title if staff.post else "",
        credential=f"STR {paper.number}" if paper else (f"NIP {staff.nip}" if staff.nip else ""),
    )
