"""Anybody may check a code and learns office, day and kind in general words; never whom it concerns."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.documents.choices import Standing
from simpul.documents.commands.revoke_document import revoke_document
from simpul.documents.errors import AlreadyRevoked, ReasonMissing
from simpul.documents.models import IssuedDocument
from simpul.documents.queries.verify_document import verify_document
from simpul.documents.rules.numbering import new_code
from simpul.kernel.actor import public_actor
from simpul.kernel.clock import today
from simpul.kernel.errors import Hidden
from tests.documents.issuing import issued
from tests.documents.papers import all_papers, safety, social_report
from tests.factories.workforce import actor_of, make_office, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def code_of(document: IssuedDocument) -> str:
    return str(document.sheet["verify"]["code"])


def test_genuine_document_is_told_in_general_words() -> None:
    worker = make_staff()
    code = code_of(issued(worker, paper=social_report()))
    for typed in (code, code.lower(), code.replace("-", " "), f"  {code}\n"):
        verdict = verify_document(public_actor(), code=typed)
        assert verdict.standing is Standing.GENUINE
        assert verdict.office == worker.office.name
        assert verdict.issued_on == today() and verdict.revoked_on is None
        assert str(verdict.kind) == "a report"


@pytest.mark.parametrize("paper", all_papers(), ids=lambda paper: paper.kind.value)
def test_verdict_never_names_subject_case_number_or_kind(paper: object) -> None:
    document = issued(make_staff(), paper=paper)
    if isinstance(paper, type(safety())):
        return
    words = repr(verify_document(public_actor(), code=code_of(document)))
    subject = paper.subject  # type: ignore[attr-defined]
    for secret in (*subject.name.split(), subject.case_reference, document.number, document.kind):
        assert secret not in words
    assert str(document.id) not in words and str(document.subject_id) not in words


@pytest.mark.parametrize(
    "code", ["", "x", "K7QF-2M9D-X4TR-8WZN", "' OR 1=1 --", "\x00", "é" * 16, "0" * 100_000]
)
def test_unknown_and_malformed_codes_get_the_same_answer_for_the_same_work(code: str) -> None:
    issued(make_staff())
    with CaptureQueriesContext(
        connection,
    ) as asked:
        verdict = verify_document(public_actor(), code=code)
    with CaptureQueriesContext(connection) as known:
        verify_document(public_actor(), code=new_code())
    assert verdict == verify_document(public_actor(), code=new_code())
    assert verdict.standing is Standing.UNKNOWN and verdict.office == ""
    assert len(asked) == len(known)


def test_known_code_costs_as_many_statements_as_an_unknown_one() -> None:
    code = code_of(issued(make_staff()))
    counts = []
    for typed in (code, new_code()):
        with CaptureQueriesContext(connection) as asked:
            verify_document(public_actor(), code=typed)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_revoked_document_says_so() -> None:
    worker = make_staff()
    document = issued(worker)
    revoke_document(actor_of(worker), document.id, reason="Salah nama")
    verdict = verify_document(public_actor(), code=code_of(document))
    assert verdict.standing is Standing.REVOKED and verdict.revoked_on == today()
    assert "Salah nama" not in repr(verdict)
    with pytest.raises(AlreadyRevoked):
        revoke_document(actor_of(worker), document.id, reason="Lagi")


def test_revoking_needs_a_reason_and_reach() -> None:
    office = make_office()
    worker = make_staff(office=office)
    document = issued(worker)
    with pytest.raises(ReasonMissing):
        revoke_document(actor_of(worker), document.id, reason="  ")
    with pytest.raises(Hidden):
        revoke_document(actor_of(make_staff(office=office)), document.id, reason="x")
    head = make_staff(role="head_of_office", scope="office", office=office)
    revoke_document(actor_of(head), document.id, reason="x")
    assert IssuedDocument.objects.get(pk=document.pk).revoked_by == head.account_id
