"""Who reaches a document: issuer, holder, office, the client his own; nobody else sees that it exists."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from simpul.documents.errors import ContentErased, NotEditable
from simpul.documents.queries.document_file import document_docx, document_pdf
from simpul.documents.queries.documents_of import documents_of_case, my_documents
from simpul.kernel.actor import Actor, ActorKind, Grant, Role, Scope, public_actor
from simpul.kernel.errors import Hidden
from simpul.safeguards import keys
from tests.documents.issuing import issued, try_handing_over
from tests.documents.papers import genogram
from tests.factories.workforce import actor_of, make_office, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def client_of(person_id: uuid.UUID) -> Actor:
    return Actor(
        id=uuid.uuid4(),
        kind=ActorKind.CLIENT,
        grants=(Grant(Role.CLIENT, Scope.OWN),),
        person_id=person_id,
    )


def test_issuer_and_the_office_reach_it_and_strangers_do_not() -> None:
    office = make_office()
    worker, colleague = make_staff(office=office), make_staff(office=office)
    boss = make_staff(role="supervisor", scope="office", office=office)
    foreign_boss = make_staff(role="supervisor", scope="office")
    document = issued(worker)
    for staff in (worker, boss):
        assert document_pdf(actor_of(staff), document.id).content.startswith(b"%PDF")
    for staff in (colleague, foreign_boss, make_staff(role="admin"), make_staff(role="auditor")):
        with pytest.raises(Hidden):
            document_pdf(actor_of(staff), document.id)
    with pytest.raises(Hidden):
        document_pdf(public_actor(), document.id)


def test_documents_go_along_when_the_case_changes_hands() -> None:
    worker, next_worker = make_staff(), make_staff()
    document, other = issued(worker), issued(worker)
    with pytest.raises(Hidden):
        document_pdf(actor_of(next_worker), document.id)
    assert try_handing_over(actor_of(worker), case_id=document.case_id, holder_id=next_worker.id) == 1
    assert document_pdf(actor_of(next_worker), document.id).unchanged
    with pytest.raises(Hidden):
        document_pdf(actor_of(next_worker), other.id)


def test_sealed_document_is_hidden_from_the_office() -> None:
    office = make_office()
    worker = make_staff(office=office)
    boss = make_staff(role="supervisor", scope="office", office=office)
    document = issued(worker, sealed=True)
    assert document_pdf(actor_of(worker), document.id).unchanged
    with pytest.raises(Hidden):
        document_pdf(actor_of(boss), document.id)
    assert documents_of_case(actor_of(boss), case_id=document.case_id) == ()


def test_client_reads_what_was_written_for_him_and_nothing_else() -> None:
    worker, person = make_staff(), uuid.uuid4()
    mine = issued(worker, subject_id=person, for_client=True)
    internal = issued(worker, subject_id=person)
    client = client_of(person)
    assert document_pdf(client, mine.id).content.startswith(b"%PDF")
    assert [row.id for row in my_documents(client)] == [mine.id]
    for actor, document in ((client, internal), (client_of(uuid.uuid4()), mine)):
        with pytest.raises(Hidden):
            document_pdf(actor, document.id)
    assert my_documents(client_of(uuid.uuid4())) == ()
    assert my_documents(replace(client, person_id=None)) == ()


def test_list_of_a_case_shows_the_latest_first_and_no_content() -> None:
    worker, case = make_staff(), uuid.uuid4()
    first, second = issued(worker, case_id=case), issued(worker, case_id=case, language="en")
    issued(worker)
    rows = documents_of_case(actor_of(worker), case_id=case)
    assert [row.id for row in rows] == [second.id, first.id]
    assert rows[0].editable and not rows[0].revoked
    assert documents_of_case(actor_of(make_staff()), case_id=case) == ()
    assert "Slamet" not in repr(rows)


def test_editable_copy_carries_no_check_code_and_drawings_have_none() -> None:
    worker = make_staff()
    copy = document_docx(actor_of(worker), issued(worker).id)
    assert copy.content.startswith(b"PK") and copy.name.endswith(".docx")
    with pytest.raises(NotEditable):
        document_docx(actor_of(worker), issued(worker, paper=genogram()).id)


def test_after_erasure_the_letter_cannot_be_made_again() -> None:
    worker = make_staff()
    document = issued(worker)
    keys.destroy_key(document.subject_id)
    with pytest.raises(ContentErased):
        document_pdf(actor_of(worker), document.id)
