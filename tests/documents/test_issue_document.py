"""A paper gets its number, date and code, and can be made again byte for byte."""

from __future__ import annotations

import re
import uuid
from hashlib import sha256

import pytest
from django.db import IntegrityError, connection, transaction

from simpul.documents.commands.issue_document import issue_document
from simpul.documents.kinds import SafetyPlan
from simpul.documents.models import IssuedDocument, Letterhead
from simpul.kernel.clock import today
from simpul.safeguards.guarded import UnguardedWrite, writing_as
from simpul.safeguards.models import AuditLine
from tests.documents.issuing import issued, pdf_of
from tests.documents.papers import all_papers, safety, social_report, termination
from tests.factories.workforce import actor_of, make_office, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_number_follows_the_scheme_and_grows_without_gaps() -> None:
    worker = make_staff(office=make_office(code="DINSOS.02"))
    numbers = [issued(worker).number for _ in range(3)]
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")[today().month - 1]
    tail = f"TERM/DINSOS.02/{roman}/{today().year}"
    assert numbers == [f"001/{tail}", f"002/{tail}", f"003/{tail}"]
    assert issued(worker, paper=social_report()).number.startswith("004/LAPSOS/")


def test_number_is_given_back_when_the_command_fails() -> None:
    worker = make_staff()
    with pytest.raises(Exception, match="broken"), transaction.atomic():
        issued(worker)
        raise RuntimeError("broken")
    assert issued(worker).number.startswith("001/")


@pytest.mark.parametrize("paper", all_papers(), ids=lambda paper: paper.kind.value)
def test_document_is_made_again_byte_for_byte(paper: object) -> None:
    worker = make_staff()
    document = issued(worker, paper=paper)
    file = pdf_of(worker, document)
    assert sha256(file.content).hexdigest() == document.sha256
    assert file.unchanged and file.content == pdf_of(worker, document).content
    name = paper.subject.name.split()[0].casefold()  # type: ignore[attr-defined]
    assert re.fullmatch(r"dokumen-[\d-]+-[0-9a-f]{8}\.pdf", file.name) and name not in file.name


def test_changed_sheet_is_seen() -> None:
    worker = make_staff()
    document = issued(worker)
    with writing_as("documents"):
        document.sheet = {**document.sheet, "number": "999/FALSE"}
        document.save()
    assert not pdf_of(worker, document).unchanged


def test_old_letter_keeps_the_letterhead_of_its_day() -> None:
    worker = make_staff()
    document = issued(worker)
    before = pdf_of(worker, document).content
    with writing_as("workforce"):
        worker.office.letterhead_name = "Dinas Sosial Baru"
        worker.office.save()
    assert issued(worker).letterhead.name == "Dinas Sosial Baru"
    assert pdf_of(worker, document).content == before
    assert Letterhead.objects.filter(office=worker.office).count() == 2
    assert issued(worker).letterhead_id == issued(worker).letterhead_id


def test_language_of_the_document_is_chosen_not_that_of_the_screen() -> None:
    worker = make_staff()
    assert issued(worker, language="id").sheet["title"] == "Surat terminasi"
    assert issued(worker, language="en").sheet["title"] == "Letter of termination"


def test_nothing_of_the_content_or_code_lies_open_in_the_table() -> None:
    document = issued(make_staff(), paper=termination())
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM documents_issueddocument")
        row = repr(cursor.fetchall())
    code = document.sheet["verify"]["code"]
    for secret in ("Slamet", "Riyadi", "KS-2026-0087", "Tujuan tercapai", code, code.replace("-", "")):
        assert secret not in row
        assert secret in repr(document.sheet) or "-" not in code or secret == code.replace("-", "")


def test_safety_plan_has_no_number_and_no_code() -> None:
    document = issued(make_staff(), paper=safety())
    assert isinstance(safety(), SafetyPlan)
    assert document.number == "" and document.sheet["verify"] == {"url": "", "code": ""}
    assert issued(make_staff(), paper=safety()).code_digest != document.code_digest


def test_audit_tells_who_issued_for_whom_without_content() -> None:
    worker, subject = make_staff(), uuid.uuid4()
    issued(worker, subject_id=subject)
    line = AuditLine.objects.filter(act="documents.issue_document").latest("pk")
    assert line.actor_id == worker.account_id
    assert "Slamet" not in repr(line.__dict__)


def test_document_is_issued_only_inside_a_command() -> None:
    worker = make_staff()
    with pytest.raises(RuntimeError, match="inside a command"):
        issue_document(
            actor_of(worker), paper=termination(), office_id=worker.office_id, subject_id=uuid.uuid4()
        )
    with pytest.raises(UnguardedWrite):
        IssuedDocument.objects.all().update(number="x")


def test_database_refuses_a_second_document_with_the_number_or_code() -> None:
    document = issued(make_staff())
    for field in ("number", "code_digest"):
        other = issued(make_staff())
        setattr(other, field, getattr(document, field))
        with writing_as("documents"), pytest.raises(IntegrityError), transaction.atomic():
            other.save(update_fields=[field])
