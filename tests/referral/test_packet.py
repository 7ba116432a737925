"""What goes to an agency, who reads it, and that nothing else does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from simpul.kernel.actor import public_actor, system_actor
from simpul.kernel.clock import at, now
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.referral.commands.accept_referral import accept_referral
from simpul.referral.commands.decline_referral import decline_referral
from simpul.referral.commands.enter_partner_door import enter_partner_door
from simpul.referral.commands.expire_referrals import expire_referrals
from simpul.referral.commands.open_partner_door import open_partner_door
from simpul.referral.commands.recall_referral import recall_referral
from simpul.referral.commands.record_attendance import record_attendance
from simpul.referral.commands.renew_partner_door import renew_partner_door
from simpul.referral.commands.schedule_referral import schedule_referral
from simpul.referral.commands.send_referral import send_referral
from simpul.referral.errors import AccessOver, NotWanted, WrongState
from simpul.referral.models import Barrier, Packet, PartnerDoor, ReferralStep
from simpul.referral.queries.own_referrals import own_referrals
from simpul.referral.queries.partner_view import partner_seat, partner_view
from simpul.referral.queries.referral_view import packet_preview, referral_view
from simpul.referral.rules.disclosing import NEVER_OF_SEALED, going, weigh
from simpul.registry.commands.give_consent import give_consent
from simpul.registry.commands.seal_person import seal_person
from simpul.registry.commands.withdraw_consent import withdraw_consent
from simpul.registry.models import Address, ContactPoint, Person
from simpul.registry.queries.lookers import who_has_looked
from simpul.safeguards.consent import FieldGroup
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine, Consent
from tests.directory.entries import make_shelter
from tests.factories.referral import PASSWORD, House, allow, drafted, opened, referral_now, sent

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
GROUPS = st.sets(st.sampled_from(FieldGroup.values))


@given(wanted=GROUPS, allowed=GROUPS, sealed=st.booleans())
def test_nothing_goes_that_was_not_wanted_and_allowed(
    wanted: set[str], allowed: set[str], sealed: bool
) -> None:
    goes = going(weigh(FieldGroup.values, wanted, allowed, sealed=sealed))
    assert goes <= wanted & allowed
    assert "photographs" not in goes
    assert not sealed or not goes & NEVER_OF_SEALED


def test_packet_carries_what_was_allowed_and_no_more(house: House) -> None:
    key = sent(house)
    packet = Packet.objects.get()
    assert sorted(packet.body) == ["health", "identity"]
    assert "Suami pergi" not in str(packet.body)
    seen = partner_view(opened(key), key.referral_id)
    assert seen.body["health"] == ["Sering pusing sejak Mei."]
    assert house.world.client.full_name in seen.body["identity"][0]
    assert "narrative" not in seen.body


def test_packet_is_frozen_and_lies_encrypted(house: House) -> None:
    key = sent(house)
    with writing_as("registry"):
        Person.objects.filter(pk=house.world.client.id).update(full_name="Nama Baru")
    assert "Nama Baru" not in str(partner_view(opened(key), key.referral_id).body)
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM referral_packet")
        assert "pusing" not in str(cursor.fetchall())


def test_nothing_is_sent_without_a_yes_for_this_agency(house: House) -> None:
    one = drafted(house)
    with pytest.raises(NotWanted):
        send_referral(house.worker, one)
    give_consent(
        house.worker, house.world.client.id, purpose="sharing", given_how="signed",
        items={"identity": True, "health": True}, recipient="Klinik Lain",
    )  # fmt: skip
    with pytest.raises(NotWanted):
        send_referral(house.worker, one)
    give_consent(
        house.worker, house.world.client.id, purpose="casework", given_how="signed", items={"identity": True}
    )
    with pytest.raises(NotWanted):
        send_referral(house.worker, one)
    assert not Packet.objects.exists() and not PartnerDoor.objects.exists()


def test_express_no_wins_over_a_yes(house: House) -> None:
    one = drafted(house)
    allow(house, one)
    allow(house, one, identity=True, health=False)
    send_referral(house.worker, one)
    assert sorted(Packet.objects.get().body) == ["identity"]


def test_preview_shows_packet_and_consent_side_by_side(house: House) -> None:
    one = drafted(house)
    assert not packet_preview(house.worker, one).anything
    allow(house, one)
    seen = packet_preview(house.worker, one)
    verdicts = {line.group: line.verdict for line in seen.lines}
    assert (verdicts["health"], verdicts["narrative"], verdicts["economy"]) == (
        "goes", "not_allowed", "not_asked",
    )  # fmt: skip
    assert seen.no == {"narrative"} and len(seen.grounds) == 1 and seen.grounds[0].names_agency
    assert "narrative" not in seen.body


def test_contact_goes_only_when_safe_and_safe_addresses_never(house: House) -> None:
    by = {"person": house.world.client, "recorded_by": house.worker.id}
    with writing_as("registry"):
        ContactPoint.objects.create(kind="phone", value="0811-AMAN", safe_to_call="safe", **by)
        ContactPoint.objects.create(kind="phone", value="0811-BAHAYA", safe_to_call="unsafe", **by)
        Address.objects.create(kind="safe", street="Rumah sembunyi", **by)
        Address.objects.create(kind="domicile", street="Jalan Terang 1", **by)
    one = drafted(house, wanted=("identity", "contact", "address"))
    allow(house, one, identity=True, contact=True, address=True)
    send_referral(house.worker, one)
    body = str(Packet.objects.get().body)
    assert "AMAN" in body and "Jalan Terang" in body
    assert "BAHAYA" not in body and "sembunyi" not in body


def test_withdrawal_recalls_reading_and_answering_at_once(house: House) -> None:
    key = sent(house)
    partner, one = opened(key), key.referral_id
    assert partner_view(partner, one).body
    consent = Consent.objects.get(purpose="sharing")
    client = house.world.client_actor
    withdraw_consent(client, house.world.client.id, consent_id=consent.id)
    for ask in (partner_view, accept_referral):
        with pytest.raises(AccessOver):
            ask(partner, one)
    assert AuditLine.objects.filter(act="referral.partner_view", outcome="refused").exists()
    assert expire_referrals(system_actor()) == 1
    assert referral_now(one).state == "recalled"
    with pytest.raises(Hidden):
        partner_view(partner, one)


def test_one_kind_taken_back_is_unreadable_at_once(house: House) -> None:
    key = sent(house)
    partner = opened(key)
    give_consent(
        house.worker, house.world.client.id, purpose="sharing", given_how="signed",
        items={"identity": True, "health": False},
    )  # fmt: skip
    assert list(partner_view(partner, key.referral_id).body) == ["identity"]


def test_consent_that_ended_is_no_consent(house: House) -> None:
    key = sent(house)
    partner = opened(key)
    with writing_as("safeguards"):
        Consent.objects.filter(purpose="sharing").update(stands_until=now() + timedelta(days=1))
    assert partner_view(partner, key.referral_id).body
    with at(now() + timedelta(days=2)), pytest.raises(AccessOver):
        partner_view(partner, key.referral_id)


def test_agency_reaches_its_one_referral_only(house: House) -> None:
    key, other = sent(house), sent(house)
    partner = opened(key)
    with pytest.raises(Hidden):
        partner_view(partner, other.referral_id)
    for ask in (referral_view, packet_preview, recall_referral, send_referral):
        with pytest.raises(Hidden):
            ask(partner, key.referral_id)
    with pytest.raises(Hidden):
        own_referrals(partner, house.case_id)


def test_agency_reads_no_more_once_it_has_no_reason_to(house: House) -> None:
    key = sent(house)
    partner, one = opened(key), key.referral_id
    decline_referral(partner, one, reason="full")
    seen = partner_view(partner, one)
    assert (seen.body, seen.asked, seen.caution, seen.worker, seen.acts) == ({}, "", "", "", ())
    assert Barrier.objects.get().by_partner


def test_agency_need_not_know_why_the_client_did_not_come(house: House) -> None:
    key = sent(house)
    partner, one = opened(key), key.referral_id
    accept_referral(partner, one)
    schedule_referral(partner, one, appointment_at=now() + timedelta(hours=2))
    record_attendance(partner, one, attended=False)
    assert referral_now(one).state == "missed" and not Barrier.objects.exists()


def test_opening_the_letter_says_it_arrived_and_who_read_is_told_to_the_client(house: House) -> None:
    key = sent(house)
    partner = opened(key)
    assert referral_now(key.referral_id).state == "received"
    step = ReferralStep.objects.get(act="receive_referral")
    assert (step.by_whom, step.officer) == ("partner", "Ns. Rina, perawat")
    partner_view(partner, key.referral_id)
    looks = who_has_looked(house.world.client_actor, house.world.client.id)
    mine = [look for look in looks if look.who == "Ns. Rina, perawat"]
    assert mine and mine[0].where == "Puskesmas Contoh"


def test_code_opens_once_password_again_and_five_misses_end_it(house: House) -> None:
    key = sent(house)
    wrong = {"number": key.number, "code": "0" * 16, "officer": "X", "password": PASSWORD}
    assert open_partner_door(public_actor(), **wrong) is None
    assert open_partner_door(public_actor(), **{**wrong, "number": "AAAAA-AAAAA"}) is None
    partner = opened(key)
    again = {**wrong, "code": key.code}
    assert open_partner_door(public_actor(), **again) is None
    found = enter_partner_door(public_actor(), number=key.number.lower().replace("-", " "), password=PASSWORD)
    assert found and found[0] == partner.id
    for _try in range(5):
        assert enter_partner_door(public_actor(), number=key.number, password="salah semua ini") is None
    assert enter_partner_door(public_actor(), number=key.number, password=PASSWORD) is None


def test_door_asks_who_opens_and_for_a_password(house: House) -> None:
    key = sent(house)
    with pytest.raises(InvalidInput) as refusal:
        open_partner_door(public_actor(), number=key.number, code=key.code, officer=" ", password="pendek")
    assert {fault.field for fault in refusal.value.faults} == {"officer", "password"}
    with at(now() + timedelta(days=15)):
        assert (
            open_partner_door(
                public_actor(), number=key.number, code=key.code, officer="X", password=PASSWORD
            )
            is None
        )


def test_new_code_ends_the_old_way_in(house: House) -> None:
    key = sent(house)
    partner = opened(key)
    door = PartnerDoor.objects.get()
    assert partner_seat(public_actor(), door_id=door.id, epoch=door.epoch)
    renewed = renew_partner_door(house.worker, key.referral_id)
    assert partner_seat(public_actor(), door_id=door.id, epoch=door.epoch) is None
    assert enter_partner_door(public_actor(), number=key.number, password=PASSWORD) is None
    assert opened(renewed).id == partner.id
    recall_referral(house.worker, key.referral_id, reason="client")
    with pytest.raises(WrongState):
        renew_partner_door(house.worker, key.referral_id)
    stored = PartnerDoor.objects.get()
    assert (stored.number_index, stored.code_index, stored.password) == ("", "", "")


def test_number_and_code_lie_nowhere_in_clear(house: House) -> None:
    key = sent(house)
    plain = {key.number, key.code, key.number.replace("-", ""), key.code.replace("-", "")}
    door = PartnerDoor.objects.get()
    told = {str(getattr(door, one.attname)) for one in door._meta.local_fields}
    lines = " ".join(str(line.facts) for line in AuditLine.objects.all())
    assert not plain & told and not any(one in lines for one in plain)


def test_sealed_persons_whereabouts_never_go_and_vanish_when_sealed_later(house: House) -> None:
    with writing_as("registry"):
        Address.objects.create(
            person=house.world.client, kind="domicile", street="Jalan Terang 1", recorded_by=house.worker.id
        )
    one = drafted(house, wanted=("identity", "address"))
    allow(house, one, identity=True, address=True)
    key = send_referral(house.worker, one)
    partner = opened(key)
    assert "address" in partner_view(partner, one).body
    seal_person(house.world.head, house.world.client.id, reason="Ancaman", team=[house.world.worker_staff.id])
    assert list(partner_view(partner, one).body) == ["identity"]


def test_shelter_is_not_named_on_a_telephone_that_others_hold(house: House) -> None:
    key = sent(house, service_id=make_shelter(house.worker))
    partner_view(opened(key), key.referral_id)
    (own,) = own_referrals(house.world.client_actor, house.case_id)
    assert "Rumah Aman" not in own.agency and own.readable
    looks = who_has_looked(house.world.client_actor, house.world.client.id)
    assert not any("Rumah Aman" in f"{look.who} {look.where}" for look in looks)


def test_drafts_are_not_shown_in_the_portal(house: House) -> None:
    drafted(house)
    assert own_referrals(house.world.client_actor, house.case_id) == ()
