"""Eight at once, on PostgreSQL, where two writers really meet: one wins, nobody's text is lost."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from simpul.casework.commands.approve_plan import approve_plan
from simpul.casework.commands.save_assessment_draft import save_assessment_draft
from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.models import Approval, Case
from simpul.kernel.errors import ActError, Conflict
from simpul.referral.commands.accept_referral import accept_referral
from simpul.referral.commands.decline_referral import decline_referral
from simpul.referral.errors import WrongState
from simpul.referral.models import Barrier, ReferralStep
from simpul.safeguards import gate
from simpul.safeguards.audit import verify
from simpul.workforce.models import ReflectionNote
from tests.factories.casework import World, assess, intake, make_world, plan_agreed
from tests.factories.referral import make_house, opened, sent
from tests.factories.workforce import actor_of, login, make_office, make_staff

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "keys"]),
]
CROWD = 8


@pytest.fixture(autouse=True)
def _sound_log() -> Iterator[None]:
    yield
    assert verify().sound


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """Run these in threads that start together; their answers or their errors."""
    gate_opens, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        gate_opens.wait(10)
        try:
            answers[place] = act()
        except Exception as error:
            answers[place] = error
        finally:
            connections.close_all()

    crowd = [threading.Thread(target=run, args=(n, act), daemon=True) for n, act in enumerate(acts)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join(30)
    assert not any(one.is_alive() for one in crowd), "somebody hangs"
    return answers


def browsers(staff: Any, number: int = CROWD) -> list[Client]:
    """The same person at several tables."""
    found = []
    for _ in range(number):
        client = login(Client(), staff)
        session = client.session
        session["second_step"] = True
        session.save()
        found.append(client)
    return found


def test_eight_editors_of_one_version() -> None:
    office = make_office()
    crowd = browsers(make_staff(office=office, role="head_of_office", scope="office"))
    path = f"/kantor/{office.id}/ubah/"
    for turn in range(20):
        form = crowd[0].get(path).context["form"]
        facts = {name: form[name].value() or "" for name in form.fields if name != "idempotency_key"}
        acts = [
            lambda one=one, n=n: one.post(path, {**facts, "city": f"Kota{turn}x{n}"})
            for n, one in enumerate(crowd)
        ]
        answers = at_once(acts)
        winners = [n for n, one in enumerate(answers) if one.status_code == 302]
        assert len(winners) == 1, answers
        office.refresh_from_db()
        assert office.city == f"Kota{turn}x{winners[0]}"
        for n, one in enumerate(answers):
            if n not in winners:
                page = one.content.decode()
                assert one.status_code == 422
                assert f"Kota{turn}x{n}" in page, "what was typed is lost"
                assert office.city in page, "the other text is not shown"


def test_same_key_eight_times_has_one_effect() -> None:
    crowd = browsers(make_staff())
    for turn in range(60):
        body = {"words": f"catatan {turn}", "idempotency_key": str(uuid.uuid4())}
        answers = at_once([lambda one=one, body=body: one.post("/profil/refleksi/", body) for one in crowd])
        assert [one.status_code for one in answers] == [302] * CROWD
        assert ReflectionNote.objects.count() == turn + 1


def test_same_key_with_another_text_is_refused() -> None:
    crowd = browsers(make_staff())
    for turn in range(40):
        key = str(uuid.uuid4())
        bodies = [{"words": f"catatan {turn}-{n}", "idempotency_key": key} for n in range(CROWD)]
        pairs = list(zip(crowd, bodies, strict=True))
        answers = at_once(
            [lambda one=one, body=body: one.post("/profil/refleksi/", body) for one, body in pairs]
        )
        codes = sorted(one.status_code for one in answers)
        assert codes == [302] + [422] * (CROWD - 1)
        assert ReflectionNote.objects.count() == turn + 1
        for answer, body in zip(answers, bodies, strict=True):
            assert answer.status_code == 302 or body["words"] in answer.content.decode()


def _assessed(world: World) -> uuid.UUID:
    case_id = intake(world)
    from simpul.casework.commands.advance_stage import advance_stage
    from simpul.casework.commands.skip_conference import skip_conference

    advance_stage(world.worker, case_id, to="assessment")
    assess(world, case_id)
    skip_conference(world.worker, case_id, reason="Cukup dibahas dengan supervisor.")
    return case_id


def test_two_supervisors_approve_and_one_approval_stands() -> None:
    world = make_world()
    other = actor_of(make_staff(office=world.office, unit=world.unit, role="supervisor", scope="unit"))
    for turn in range(20):
        plan_id = plan_agreed(world, _assessed(world))
        answers = at_once(
            [lambda who=who, plan_id=plan_id: approve_plan(who, plan_id) for who in (world.supervisor, other)]
        )
        assert sum(one is None for one in answers) == 1, answers
        assert sum(isinstance(one, ActError) for one in answers) == 1
        assert Approval.objects.count() == turn + 1


def test_numbers_have_neither_gap_nor_double() -> None:
    world = make_world()
    for turn in range(20):
        answers = at_once([lambda: intake(world)] * CROWD)
        assert all(isinstance(one, uuid.UUID) for one in answers), answers
        numbers = sorted(
            int(one.rsplit("-", 1)[1]) for one in Case.objects.values_list("reference", flat=True)
        )
        first = numbers[0]
        assert numbers == list(range(first, first + (turn + 1) * CROWD))


def _race_on_a_draft(turns: int) -> list[int]:
    world = make_world()
    case_id = intake(world)
    assessment_id = start_assessment(world.worker, case_id, kind="holistic")
    version, winners = 1, []
    for turn in range(turns):
        acts = [
            lambda n=n, turn=turn, version=version: save_assessment_draft(
                world.worker, assessment_id, version=version, observation=f"{turn}-{n}"
            )
            for n in range(CROWD)
        ]
        answers = at_once(acts)
        assert all(isinstance(one, int | Conflict) for one in answers), answers
        winners.append(sum(isinstance(one, int) for one in answers))
        version = max(one for one in answers if isinstance(one, int))
    return winners


def test_eight_writers_of_one_draft() -> None:
    assert _race_on_a_draft(40) == [1] * 40


def test_reading_before_writing_without_a_lock_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    load = gate._load

    def careless(model: Any, reached: Any, record_id: Any, *, lock: bool) -> Any:
        found = load(model, reached, record_id, lock=False)
        time.sleep(0.02)
        return found

    monkeypatch.setattr(gate, "_load", careless)
    assert max(_race_on_a_draft(3)) > 1


def test_eight_answers_to_one_referral() -> None:
    """The desk hears a no on the telephone while the agency says yes: one answer stands, with one step."""
    house = make_house()
    for turn in range(4):
        key = sent(house)
        partner, one = opened(key), key.referral_id
        acts: list[Callable[[], Any]] = [
            lambda one=one: accept_referral(partner, one),
            lambda one=one: decline_referral(house.worker, one, reason="full"),
        ] * (CROWD // 2)
        answers = at_once(acts)
        stood = ReferralStep.objects.filter(referral_id=one, to_state__in=["accepted", "declined"])
        told = list(stood.order_by("number").values_list("to_state", flat=True))
        assert told in (["accepted"], ["declined"], ["accepted", "declined"]), turn
        refused = [one for one in answers if one is not None]
        assert len(refused) == CROWD - len(told) and all(isinstance(one, WrongState) for one in refused)
        assert Barrier.objects.filter(referral_id=one).count() == told.count("declined")
