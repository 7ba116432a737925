"""Ethics, conflicts, reflections, papers, accounts: what belongs to one person, and who may touch it."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from simpul.kernel.clock import today
from simpul.kernel.errors import Conflict, Hidden, InvalidInput, Refused
from simpul.safeguards.audit import readings_of
from simpul.workforce.commands.accept_ethics_code import accept_ethics_code
from simpul.workforce.commands.agree_supervision import agree_supervision
from simpul.workforce.commands.choose_language import choose_language
from simpul.workforce.commands.choose_word_help import choose_word_help
from simpul.workforce.commands.close_account import close_account
from simpul.workforce.commands.declare_conflict import declare_conflict
from simpul.workforce.commands.end_sessions import end_sessions
from simpul.workforce.commands.hold_text import MOST, hold_text
from simpul.workforce.commands.record_certificate import record_certificate
from simpul.workforce.commands.release_text import release_text
from simpul.workforce.commands.reopen_account import reopen_account
from simpul.workforce.commands.withdraw_conflict import withdraw_conflict
from simpul.workforce.commands.write_reflection import write_reflection
from simpul.workforce.conflicts import conflicted_persons, conflicted_staff, has_conflict
from simpul.workforce.errors import NotYours
from simpul.workforce.ethics import current_code
from simpul.workforce.queries.own_desk import (
    declared_conflicts,
    ethics_page,
    held_texts,
    my_reflections,
    supervision,
)
from simpul.workforce.queries.pending_grants import incompatible_roles
from simpul.workforce.queries.staff_names import staff_names, supervisors_of
from simpul.workforce.queries.staff_profile import expiring_credentials, my_profile
from tests.factories.workforce import actor_of, make_staff
from tests.workforce.conftest import House

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_ethics_code_is_accepted_once_in_the_version_that_was_read(house: House) -> None:
    newcomer = make_staff(accepted_ethics=False)
    actor = actor_of(newcomer)
    assert ethics_page(actor).accepted_at is None
    with pytest.raises(Conflict):
        accept_ethics_code(actor, version="1999")
    accept_ethics_code(actor, version=current_code().version)
    accept_ethics_code(actor, version=current_code().version)
    assert ethics_page(actor).accepted_at is not None
    assert newcomer.ethics.get().checksum == current_code().checksum


def test_declared_tie_is_known_below_and_only_another_lifts_it(house: House) -> None:
    person = uuid.uuid4()
    tie = declare_conflict(house.act("worker"), house.worker.id, person_id=person, kind="kin", words="Sepupu")
    assert declare_conflict(house.act("worker"), house.worker.id, person_id=person, kind="kin") == tie
    assert has_conflict(house.worker.id, person)
    assert conflicted_persons(house.worker.id) == {person}
    assert conflicted_staff(person) == {house.worker.id}
    assert declared_conflicts(house.act("supervisor"))[0].words == "Sepupu"
    assert "workforce.declare_conflict" in {one.act for one in readings_of(person)}
    with pytest.raises(Refused):
        withdraw_conflict(house.act("worker"), tie)
    withdraw_conflict(house.act("supervisor"), tie)
    assert not has_conflict(house.worker.id, person)


def test_supervisor_cannot_lift_his_own_tie(house: House) -> None:
    tie = declare_conflict(house.act("supervisor"), house.supervisor.id, person_id=uuid.uuid4())
    with pytest.raises(NotYours):
        withdraw_conflict(house.act("supervisor"), tie)


def test_worker_declares_for_herself_only(house: House) -> None:
    with pytest.raises(Hidden):
        declare_conflict(house.act("worker"), house.colleague.id, person_id=uuid.uuid4())


def test_reflections_are_read_by_their_writer_alone_and_lie_encrypted(house: House) -> None:
    write_reflection(house.act("worker"), words="Saya marah pada rapat tadi")
    assert [note.words for note in my_reflections(house.act("worker"))] == ["Saya marah pada rapat tadi"]
    for other in ("supervisor", "head", "admin"):
        assert my_reflections(house.act(other)) == ()
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM workforce_reflectionnote")
        assert "marah" not in str(cursor.fetchall())


def test_kept_text_belongs_to_its_sender_and_the_newest_stay(house: House) -> None:
    worker = house.act("worker")
    for number in range(MOST + 2):
        hold_text(worker, path="/kasus/", answers={"words": [f"teks {number}"]})
    kept = held_texts(worker)
    assert len(kept) == MOST
    assert kept[0].answers == {"words": [f"teks {MOST + 1}"]}
    with pytest.raises(Hidden):
        release_text(house.act("head"), kept[0].id)
    release_text(worker, kept[0].id)
    assert len(held_texts(worker)) == MOST - 1


def test_expiry_of_a_registration_warns_and_stops_nothing(house: House) -> None:
    day = today()
    record_certificate(
        house.act("worker"), house.worker.id, kind="str", number="STR-1", issued_on=day - timedelta(days=900),
        expires_on=day - timedelta(days=1),
    )  # fmt: skip
    (row,) = expiring_credentials(house.act("supervisor"))
    assert (row.standing.value, row.days_left) == ("expired", -1)
    assert house.act("worker").grants != ()
    record_certificate(
        house.act("supervisor"), house.worker.id, kind="str", number="STR-2", issued_on=day,
        expires_on=day + timedelta(days=1800),
    )  # fmt: skip
    assert expiring_credentials(house.act("supervisor")) == ()
    profile = my_profile(house.act("worker"))
    assert profile is not None
    assert [paper.number for paper in profile.papers] == ["STR-2", "STR-1"]
    with pytest.raises(InvalidInput) as caught:
        record_certificate(
            house.act("worker"),
            house.worker.id,
            kind="str",
            number="STR-2",
            issued_on=day + timedelta(days=1),
        )
    assert {fault.field for fault in caught.value.faults} == {"number", "issued_on"}


def test_closing_and_reopening_an_account(house: House) -> None:
    with pytest.raises(NotYours):
        close_account(house.act("head"), house.head.id)
    close_account(house.act("head"), house.worker.id)
    assert actor_of(house.worker).staff_id is None
    reopen_account(house.act("head"), house.worker.id)
    assert actor_of(house.worker).staff_id == house.worker.id


def test_ending_sessions_changes_what_sessions_must_carry(house: House) -> None:
    before = house.worker.account.get_session_auth_hash()
    end_sessions(house.act("admin"), house.worker.id)
    house.worker.account.refresh_from_db()
    assert house.worker.account.get_session_auth_hash() != before
    with pytest.raises(Hidden):
        end_sessions(house.act("colleague"), house.worker.id)


def test_supervision_is_agreed_with_somebody_who_supervises(house: House) -> None:
    boss = house.act("supervisor")
    with pytest.raises(InvalidInput):
        agree_supervision(boss, house.worker.id, supervisor_id=house.colleague.id)
    agree_supervision(boss, house.worker.id, supervisor_id=house.supervisor.id, aims="Belajar genogram")
    agree_supervision(boss, house.worker.id, supervisor_id=house.supervisor.id, aims="Belajar mediasi")
    (row,) = supervision(house.act("worker"))
    assert (row.supervisor_id, row.aims) == (house.supervisor.id, "Belajar mediasi")


def test_names_behind_accounts_and_staff(house: House, django_assert_num_queries) -> None:
    worker = house.act("worker")
    with django_assert_num_queries(1):
        names = staff_names(worker, ids=[house.head.id, house.admin.account_id, uuid.uuid4(), None])
    assert names[house.head.id].name == house.head.full_name
    assert names[house.admin.account_id].staff_id == house.admin.id


def test_supervisors_of_a_team_else_its_office_else_its_head(house: House) -> None:
    actor, unit = house.act("worker"), house.worker.unit_id
    assert supervisors_of(actor, unit_id=unit) == (house.supervisor.id,)
    close = house.supervisor.grants.get()
    from simpul.workforce.commands.revoke_grant import revoke_grant

    revoke_grant(house.act("head"), close.id)
    assert supervisors_of(actor, unit_id=unit) == (house.head.id,)


def test_language_and_table_of_incompatible_roles(house: House) -> None:
    choose_language(house.act("worker"), language="en")
    assert house.act("worker").language == "en"
    with pytest.raises(InvalidInput):
        choose_language(house.act("worker"), language="jv")
    assert ("admin", "social_worker") in {
        (row.one, row.other) for row in incompatible_roles(house.act("head"))
    }


def test_word_help_is_on_until_one_switches_it_off_for_oneself(house: House) -> None:
    worker = house.act("worker")
    before = my_profile(worker)
    assert before is not None and before.word_help
    choose_word_help(worker, wanted=False)
    after, colleague = my_profile(worker), my_profile(house.act("supervisor"))
    assert after is not None and colleague is not None
    assert (after.word_help, colleague.word_help) == (False, True)
