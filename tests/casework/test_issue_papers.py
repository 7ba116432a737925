"""Papers of a case: pre-filled from the file, worded by the worker, naming nobody where none may be named."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.convene_conference import Guest, convene_conference
from simpul.casework.commands.hand_over_case import hand_over_case
from simpul.casework.commands.hold_conference import DecisionGiven, hold_conference
from simpul.casework.commands.record_case_consent import record_case_consent
from simpul.casework.commands.write_safety_plan import write_safety_plan
from simpul.casework.errors import WrongStage
from simpul.casework.models import Case, Invitation
from simpul.casework.queries.paper_drafts import Kind, paper_choices, paper_draft
from simpul.documents.models import IssuedDocument
from simpul.documents.queries.document_file import document_pdf
from simpul.kernel.clock import now, today
from simpul.kernel.errors import ConsentMissing, Hidden, InvalidInput
from simpul.registry.models import Relationship
from simpul.safeguards.guarded import writing_as
from simpul.web.desk.plans.paper_views import ACTS
from tests.factories.casework import CALM, CLOSING, CONSENT, World, intake, make_world, plan_in_force, walk_to
from tests.factories.registry import make_person
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
NEEDED = {
    "request_number": "B/12/XI/2026", "request_date": "2026-11-20", "request_from": "Polres Contoh",
    "child_status": "Saksi", "best_interest": "Tinggal bersama nenek.",
    "recommendations": "Pendampingan di sekolah",
    "recipient": "Dinas Dukcapil\ndi tempat", "purpose": "Rahma mengurus akta.",
    "statement": "Rahma Anggraini didampingi.",
    "case_summary": "Anak melihat pertengkaran.", "conclusion": "Anak membutuhkan rasa aman.",
}  # fmt: skip


@pytest.fixture
def world() -> World:
    return make_world(full_name="Rahma Anggraini", call_name="Rara", mother_maiden_name="Tumirah")


def whole_case(world: World) -> uuid.UUID:
    """A case that has everything that a paper may be about."""
    case_id = intake(world)
    walk_to(world, case_id, "assessment")
    record_case_consent(world.worker, case_id, consent=replace(CONSENT, purpose="conference"))
    conference = convene_conference(
        world.worker, case_id, planned_for=now() + timedelta(days=1), place="Balai desa", purpose="Sekolah",
        guests=[Guest(staff_id=world.worker_staff.id), Guest(name="Pak Hadi", capacity="guru")],
    )  # fmt: skip
    asked = list(Invitation.objects.filter(conference_id=conference).values_list("id", flat=True))
    hold_conference(
        world.worker, conference, attended=asked, pledged=asked, minutes="Rahma dan Tumirah hadir.",
        decisions=[DecisionGiven("Keringanan biaya", asked[1], today() + timedelta(days=9))],
    )  # fmt: skip
    parts = {"signs": "Suara keras", "people": "Bibi Ani | 0812", "things": "Akta\nObat"}
    write_safety_plan(world.worker, case_id, parts=parts, review_on=today() + timedelta(days=20))
    walk_to(world, case_id, "intervention")
    other = make_staff(office=world.office, unit=world.unit)
    hand_over_case(world.worker, case_id, to_staff_id=other.id, reason="Cuti", items=["Berkas"])
    close_case(world.worker, case_id, **{**CLOSING, "reason": "moved"})
    return case_id


def texts(world: World, case_id: uuid.UUID, kind: Kind) -> dict[str, Any]:
    draft = paper_draft(world.worker, case_id, kind=kind.value)
    assert draft.lacking is None
    told = dict(draft.texts)
    return {
        **told,
        **{one.name: NEEDED[one.name] for one in draft.fields if one.required and not told.get(one.name)},
    }


def issued(world: World, case_id: uuid.UUID, kind: Kind, **more: Any) -> IssuedDocument:
    facts = {"answers": texts(world, case_id, kind), **more}
    return IssuedDocument.objects.get(pk=ACTS[kind](world.worker, case_id, **facts))


def test_every_paper_comes_from_the_file(world: World) -> None:
    case_id = whole_case(world)
    assert {one.kind for one in paper_choices(world.worker, case_id)} == set(ACTS)
    for kind in ACTS:
        document = issued(world, case_id, kind)
        assert (document.kind, document.case_id, document.subject_id) == (
            kind.value,
            case_id,
            world.client.id,
        )
        assert document.holder_id == world.worker_staff.id
        file = document_pdf(world.worker, document.id)
        assert file.content.startswith(b"%PDF") and "rahma" not in file.name.lower()


def test_texts_of_the_file_are_offered_and_the_workers_own_stand(world: World) -> None:
    case_id = whole_case(world)
    told = texts(world, case_id, Kind.TERMINATION_LETTER)
    assert told["summary"] == "Tujuan tercapai." and told["re_entry"] == "Datang ke kantor kapan saja."
    told["summary"] = "Kami berjalan bersama."
    made = ACTS[Kind.TERMINATION_LETTER](world.worker, case_id, answers=told)
    sheet = str(IssuedDocument.objects.get(pk=made).sheet)
    assert "Kami berjalan bersama." in sheet and "Tujuan tercapai." not in sheet


@pytest.mark.parametrize("kind", [one for one in ACTS if one is not Kind.SAFETY_PLAN])
def test_child_and_kin_are_never_named(world: World, kind: Kind) -> None:
    mother = make_person(full_name="Sulastri Wening", call_name="Lastri", sex="f")
    with writing_as("registry"):
        world.client.birth_date = today() - timedelta(days=365 * 9)
        world.client.save()
        Relationship.objects.create(
            person=mother, other=world.client, kind="parent", recorded_by=world.worker_staff.id
        )
    case_id = whole_case(world)
    answers = texts(world, case_id, kind)
    for name in ("summary", "facts", "synthesis", "family", "changes", "concern"):
        if name in answers:
            answers[name] = "Rahma (Rara) tinggal bersama Lastri dan Sulastri Wening, anak Tumirah."
    made = ACTS[kind](world.worker, case_id, answers=answers)
    sheet = str(IssuedDocument.objects.get(pk=made).sheet)
    assert not [
        name for name in ("Rahma", "Anggraini", "Rara", "Lastri", "Wening", "Tumirah") if name in sheet
    ]
    assert "R. A." in sheet


def test_planted_unveiled_paper_is_caught(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from simpul.casework.papers.sources import Sources

    monkeypatch.setattr(Sources, "must_veil", property(lambda self: False))
    with pytest.raises(AssertionError):
        test_child_and_kin_are_never_named(world, Kind.TERMINATION_LETTER)


def test_violence_and_the_writers_wish_veil_an_adult_too(world: World) -> None:
    violent = intake(world, screen={**CALM, "violence": "yes"})
    assert paper_draft(world.worker, violent, kind="service_contract").must_veil
    case_id = intake(world)
    answers = {**texts(world, case_id, Kind.SERVICE_CONTRACT)}
    named = issued(world, case_id, Kind.SERVICE_CONTRACT, answers=answers)
    veiled = issued(world, case_id, Kind.SERVICE_CONTRACT, answers=answers, veil=True)
    assert "Rahma" in str(named.sheet) and "Rahma" not in str(veiled.sheet)


def test_paper_waits_for_what_it_is_about(world: World) -> None:
    case_id = intake(world)
    waiting = {one.kind for one in paper_choices(world.worker, case_id) if one.lacking}
    assert Kind.INTERVENTION_PLAN in waiting and Kind.SERVICE_CONTRACT not in waiting
    with pytest.raises(WrongStage):
        ACTS[Kind.INTERVENTION_PLAN](world.worker, case_id, answers={})


def test_missing_texts_are_told_field_by_field(world: World) -> None:
    case_id = intake(world)
    answers = {**texts(world, case_id, Kind.SERVICE_CONTRACT), "services": " ", "starts": "kemarin"}
    with pytest.raises(InvalidInput) as refused:
        ACTS[Kind.SERVICE_CONTRACT](world.worker, case_id, answers=answers)
    assert {one.field for one in refused.value.faults} == {"services", "starts"}
    assert not IssuedDocument.objects.exists()


def test_unknown_client_can_get_a_contract_without_a_name(world: World) -> None:
    case_id = intake(world, client_id=None)
    document = issued(world, case_id, Kind.SERVICE_CONTRACT)
    assert document.subject_id == case_id
    assert document_pdf(world.worker, document.id).content.startswith(b"%PDF")


def test_list_of_who_has_looked_tells_what_the_log_tells(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simpul.casework.commands import issue_access_report as act
    from simpul.casework.queries.case_file import case_file
    from simpul.documents.kinds import AccessReport

    case_id, kept = intake(world), list[Any]()
    case_file(world.supervisor, case_id)
    given = act.hand_out
    monkeypatch.setattr(
        act,
        "hand_out",
        lambda actor, file, paper, **how: kept.append(paper) or given(actor, file, paper, **how),
    )
    assert ACTS[Kind.ACCESS_REPORT](world.worker, case_id, answers={"contact": "Bu Rini"}, for_client=True)
    paper = kept[0]
    assert isinstance(paper, AccessReport) and paper.contact == "Bu Rini"
    assert any(world.supervisor_staff.full_name in str(look.who) for look in paper.looks)


def test_reports_ask_for_consent_and_strangers_find_nothing(world: World) -> None:
    case_id = intake(world)
    plan_in_force_case = intake(world)
    walk_to(world, plan_in_force_case, "plan")
    plan_in_force(world, plan_in_force_case)
    stranger = actor_of(make_staff(role="supervisor", scope="unit"))
    for kind, act in ACTS.items():
        with pytest.raises(Hidden):
            act(stranger, plan_in_force_case, answers={})
        with pytest.raises(Hidden):
            paper_draft(stranger, plan_in_force_case, kind=kind.value)
    from simpul.safeguards.models import Consent

    with writing_as("safeguards"):
        Consent.objects.filter(subject_id=world.client.id).update(
            withdrawn_at=now(), withdrawn_by=world.client.id
        )
    with pytest.raises(ConsentMissing):
        ACTS[Kind.PROGRESS_REPORT](world.worker, plan_in_force_case, answers={})
    assert Case.objects.filter(pk=case_id).exists()


def test_case_under_another_language(world: World) -> None:
    case_id = intake(world)
    english = paper_draft(world.worker, case_id, kind="service_contract", language="en")
    assert "Keeping secret" in english.texts["office_duties"]
    document = issued(world, case_id, Kind.SERVICE_CONTRACT, language="en")
    assert document.language == "en"
