"""The letter of referral: what is asked, and of the client only what she allows and we choose."""

from __future__ import annotations

import pytest

from simpul.documents.models import IssuedDocument
from simpul.documents.queries.document_file import document_pdf
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.referral.commands import issue_referral_letter as letter
from simpul.referral.commands.issue_referral_letter import issue_referral_letter
from simpul.referral.commands.recall_referral import recall_referral
from simpul.referral.errors import NotWanted, WrongState
from simpul.registry.commands.withdraw_consent import withdraw_consent
from simpul.safeguards.models import Consent
from tests.directory.entries import SECRET, make_shelter
from tests.factories.referral import House, allow, drafted, sent
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def sheet_of(made: object) -> str:
    return str(IssuedDocument.objects.get(pk=made).sheet)


def test_letter_says_what_is_asked_and_prints_nothing_else_of_the_file(house: House) -> None:
    key = sent(house)
    made = issue_referral_letter(
        house.worker, key.referral_id, done_so_far=["Kunjungan rumah 3 Mei"], escort="Bu Kader"
    )
    said = sheet_of(made)
    assert house.world.client.full_name in said and "gula darah" in said
    assert "Kunjungan rumah 3 Mei" in said and "Bu Kader" in said
    assert "Sering pusing" not in said and "Suami pergi" not in said
    assert key.number not in said and key.code not in said
    assert document_pdf(house.worker, made).content.startswith(b"%PDF")


def test_only_what_was_sent_and_is_allowed_now_can_be_printed(house: House) -> None:
    key = sent(house)
    assert "Sering pusing" in sheet_of(
        issue_referral_letter(house.worker, key.referral_id, printed=["health"])
    )
    with pytest.raises(InvalidInput):
        issue_referral_letter(house.worker, key.referral_id, printed=["narrative"])
    consent = Consent.objects.get(subject_id=house.world.client.id, purpose="sharing")
    withdraw_consent(house.worker, house.world.client.id, consent_id=consent.id, reason="Tidak jadi.")
    with pytest.raises(NotWanted):
        issue_referral_letter(house.worker, key.referral_id)


def test_planted_letter_that_asks_no_consent_is_caught(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter, "may_go", lambda referral: frozenset(("identity", "health", "narrative")))
    with pytest.raises(pytest.fail.Exception):
        test_only_what_was_sent_and_is_allowed_now_can_be_printed(house)


def test_without_a_name_allowed_the_letter_names_nobody(house: House) -> None:
    referral_id = drafted(house)
    allow(house, referral_id, identity=False, health=True)
    from simpul.referral.commands.send_referral import send_referral

    send_referral(house.worker, referral_id)
    said = sheet_of(issue_referral_letter(house.worker, referral_id))
    assert house.world.client.full_name not in said


def test_a_shelter_is_not_named_on_paper(house: House) -> None:
    key = sent(house, service_id=make_shelter(house.worker))
    said = sheet_of(issue_referral_letter(house.worker, key.referral_id))
    assert "Rumah Aman" not in said and SECRET not in said


def test_draft_recalled_and_foreign_referrals_have_no_letter(house: House) -> None:
    with pytest.raises(WrongState):
        issue_referral_letter(house.worker, drafted(house))
    key = sent(house)
    with pytest.raises(Hidden):
        issue_referral_letter(actor_of(make_staff()), key.referral_id)
    recall_referral(house.worker, key.referral_id, reason="client")
    with pytest.raises(WrongState):
        issue_referral_letter(house.worker, key.referral_id)
