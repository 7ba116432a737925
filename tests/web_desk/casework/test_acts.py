"""The acts of a case at the desk: done once, refused in words, hidden from strangers, nothing typed lost."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Q
from django.test import Client

from simpul.casework import policies
from simpul.casework.commands.offer_options import OptionGiven, offer_options
from simpul.casework.commands.record_contact import record_contact
from simpul.casework.models import (
    Assessment,
    Assignment,
    Case,
    ClientDecision,
    Contact,
    OptionsSheet,
    RiskRating,
    SafetyPlan,
    SafetyScreen,
)
from simpul.kernel.clock import today
from simpul.reference.loader import load_all
from simpul.registry.models import Person
from simpul.safeguards.models import Consent, ConsentRefusal
from simpul.workforce.commands.declare_conflict import declare_conflict
from tests.factories.casework import (
    CALM,
    World,
    assess,
    contact_given,
    intake,
    make_world,
    walk_to,
)
from tests.factories.registry import make_person
from tests.factories.workforce import actor_of, login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Answers = dict[str, Any]

CONTACT: Answers = {
    "channel": "home_visit", "happened_at": "2026-01-05T09:00", "reached": "on", "setting": "family_child",
    "client_words": "Saya mulai berani bicara.", "observation": "Rumah terang, anak bermain.",
    "role": "enabler", "level": "micro",
}  # fmt: skip
CONSENT: Answers = {
    "purpose": "conference", "basis": "consent", "given_how": "spoken", "witness": "Bu RT",
    **{
        f"item_{code}": "yes" if code == "identity" else "no"
        for code in (
            "identity", "identity_numbers", "contact", "address", "family", "health", "economy", "education",
            "legal", "narrative", "plan", "photographs",
        )
    },
}  # fmt: skip
SHEET: Answers = {
    "question": "Tinggal di mana bulan ini?", "information": "Rumah aman gratis tiga bulan.",
    "option_1_title": "Ke rumah aman", "option_1_advised": "on", "option_2_title": "Tetap di rumah nenek",
}  # fmt: skip


def screen(answers: Answers) -> Answers:
    return {f"screen_{code}": answer for code, answer in {**CALM, **answers}.items()}


PLAN: Answers = {"part_signs": "Suara keras", "review_on": today() + timedelta(7), "with_client": "on"}
SILENT: Answers = {**CONTACT, "observation": "", "client_words": " ", "place": "Pasar lama"}
UNWITNESSED: Answers = {**CONSENT, "witness": "", "explained": "Sudah dijelaskan"}
ARMED: Answers = {"level": "low", "factors": ["weapon", "access"]}
NO: Answers = {
    "purpose": "photo", "explained": "Untuk apa foto dipakai.", "words": "Jangan difoto.",
    "said_by": "client",
}  # fmt: skip
ACTS: list[tuple[str, Answers, type[Any], Answers, str]] = [
    # page, answers, what it makes, answers that cannot stand, what is kept then
    ("kontak/", CONTACT, Contact, SILENT, "Pasar lama"),
    ("skrining/", screen({"weapon": "yes"}), SafetyScreen, {"words": "Ada yang berubah"}, "Ada yang berubah"),
    ("risiko/", {"level": "low"}, RiskRating, ARMED, "checked"),
    ("rencana-aman/", {**PLAN, "part_people": "Bu RT"}, SafetyPlan, PLAN, "Suara keras"),
    ("persetujuan/", CONSENT, Consent, UNWITNESSED, "Sudah dijelaskan"),
    ("penolakan/", NO, ConsentRefusal, {**NO, "words": " "}, "Untuk apa foto dipakai"),
    ("pilihan/", SHEET, OptionsSheet, {**SHEET, "option_2_title": ""}, "Rumah aman gratis"),
    ("asesmen/", {"kind": "holistic"}, Assessment, {"kind": "zz"}, 'name="kind"'),
]


@pytest.fixture
def world(client: Client) -> World:
    made = make_world()
    login(client, made.worker_staff)
    return made


@pytest.fixture
def case_id(world: World) -> uuid.UUID:
    return intake(world)


@pytest.mark.parametrize(("page", "good", "model", "bad", "kept"), ACTS, ids=[one[0] for one in ACTS])
def test_act_is_done_once_and_bad_answers_keep_what_was_typed(
    client: Client, case_id: uuid.UUID, page: str, good: Answers, model: type[Any], bad: Answers, kept: str
) -> None:
    url = f"/kasus/{case_id}/{page}"
    for language in ("en", "id"):
        client.cookies["simpul_language"] = language
        assert client.get(url).status_code == 200
    before = model.objects.count()
    refused = client.post(url, bad)
    assert refused.status_code == 422 and kept in refused.content.decode()
    assert model.objects.count() == before
    for _twice in range(2):
        done = client.post(url, {**good, "idempotency_key": "same"})
        assert done.status_code == 302, done.content.decode()
    assert model.objects.count() == before + 1
    assert client.get(done["Location"], follow=True).status_code == 200


PAGES = [
    *(one[0] for one in ACTS),
    "pendamping/",
    "klien/",
    "tahap/",
    "tanpa-pembahasan/",
    "asesmen/lanjut/",
    f"persetujuan/{uuid.UUID(int=7)}/tarik/",
]


@pytest.mark.parametrize("page", PAGES)
def test_stranger_finds_no_page_and_changes_nothing(client: Client, case_id: uuid.UUID, page: str) -> None:
    login(client, make_staff(role="supervisor", scope="unit"))
    before = Contact.objects.count(), Consent.objects.count(), Case.objects.get().version
    assert client.get(f"/kasus/{case_id}/{page}").status_code == 404
    assert client.post(f"/kasus/{case_id}/{page}", {"x": "1"}).status_code in {404, 405}
    assert (Contact.objects.count(), Consent.objects.count(), Case.objects.get().version) == before


def test_planted_reach_without_limit_would_let_the_stranger_in(
    client: Client, case_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    login(client, make_staff(role="supervisor", scope="unit"))
    monkeypatch.setattr(policies, "reach", lambda *_args, **_facts: Q(pk__isnull=False))
    assert client.get(f"/kasus/{case_id}/kontak/").status_code == 200


@pytest.mark.parametrize("page", ["pendamping/", "asesmen/"])
def test_page_of_an_act_that_the_role_lacks_does_not_exist(
    client: Client, world: World, case_id: uuid.UUID, page: str
) -> None:
    login(client, world.worker_staff if page == "pendamping/" else make_staff(role="admin", scope="office"))
    assert client.get(f"/kasus/{case_id}/{page}").status_code == 404


def test_correction_stands_beside_and_lost_race_shows_both_texts(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    first = record_contact(world.worker, case_id, contact=contact_given(observation="Rumah gelap."))
    url = f"/kontak/{first}/koreksi/"
    assert "Rumah gelap." in client.get(url).content.decode()
    answers = {**CONTACT, "version": 1, "reason": "Salah tulis", "observation": "Rumah terang."}
    assert client.post(url, answers).status_code == 302
    late = client.post(url, {**answers, "observation": "Rumah remang."})
    html = late.content.decode()
    assert late.status_code == 422 and "remang." in html and "terang." in html
    assert re.search(r'name="version" value="2"', html)
    assert client.post(url, {**answers, "version": 2, "observation": "Rumah remang."}).status_code == 302
    assert Contact.objects.filter(case_id=case_id).count() == 3


def test_only_the_writer_sees_the_page_of_a_correction(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    contact_id = record_contact(world.worker, case_id, contact=contact_given())
    login(client, world.supervisor_staff)
    assert client.get(f"/kontak/{contact_id}/koreksi/").status_code == 404


def test_risk_page_says_what_the_factors_suggest_without_keeping_anything(
    client: Client, case_id: uuid.UUID
) -> None:
    before = RiskRating.objects.count()
    html = client.post(
        f"/kasus/{case_id}/risiko/", {"ask": "1", "factors": ["weapon", "access"]}
    ).content.decode()
    suggested = html[html.index('id="suggestion"') :][:900]
    assert "Bahaya seketika" in suggested or "risk-immediate" in suggested or "immediate" in suggested
    assert RiskRating.objects.count() == before


def test_supervisor_assigns_with_caseloads_in_sight_and_kin_is_refused_in_words(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    other = make_staff(office=world.office, unit=world.unit)
    login(client, world.supervisor_staff)
    url = f"/kasus/{case_id}/pendamping/"
    html = client.get(url).content.decode()
    assert other.full_name in html and "<progress" in html
    declare_conflict(actor_of(other), other.id, person_id=world.client.id, kind="kin")
    refused = client.post(url, {"staff_id": str(other.id), "role": "primary", "reason": "Dekat rumah"})
    assert refused.status_code == 422 and "Dekat rumah" in refused.content.decode()
    third = make_staff(office=world.office, unit=world.unit)
    assert client.post(url, {"staff_id": str(third.id), "role": "primary"}).status_code == 302
    assert Assignment.objects.filter(case_id=case_id, until=None, staff=third, role="primary").exists()


def test_unknown_client_is_found_and_linked(client: Client, world: World) -> None:
    case_id = intake(world, client_id=None)
    person = make_person("Ratna Kusumawardani", office_id=world.office.id, unit_id=world.unit.id)
    url = f"/kasus/{case_id}/klien/"
    assert str(person.id) in client.post(url, {"ask": "1", "name": "ratna"}).content.decode()
    assert client.post(url, {"name": "ratna"}).status_code == 422
    assert client.post(url, {"client_id": str(person.id)}).status_code == 302
    assert Case.objects.get().client_id == person.id


def test_stage_moves_when_nothing_is_missing_and_says_what_is(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    url = f"/kasus/{case_id}/tahap/"
    assert client.post(url, {"to": "assessment"}).status_code == 302
    refused = client.post(url, {"to": "conference"})
    html = refused.content.decode()
    assert refused.status_code == 422 and f"/kasus/{case_id}/asesmen/" in html
    assess(world, case_id)
    skip = f"/kasus/{case_id}/tanpa-pembahasan/"
    assert client.post(skip, {"reason": " "}).status_code == 422
    assert client.post(skip, {"reason": "Cukup dibahas"}).status_code == 302
    assert client.post(url, {"to": "assessment"}).status_code == 422
    assert client.post(url, {"to": "assessment", "reason": "Ada fakta baru"}).status_code == 302


def test_consent_is_taken_back_and_stands_no_more(client: Client, world: World, case_id: uuid.UUID) -> None:
    consent = Consent.objects.get(subject_id=world.client.id)
    assert f"{consent.id}/tarik/" in client.get(f"/kasus/{case_id}/").content.decode()
    url = f"/kasus/{case_id}/persetujuan/{consent.id}/tarik/"
    assert client.post(url, {"reason": "Saya berubah pikiran"}).status_code == 302
    consent.refresh_from_db()
    assert consent.withdrawn_at is not None
    assert client.post(f"/kasus/{case_id}/persetujuan/{uuid.uuid4()}/tarik/", {}).status_code == 404


def test_consent_for_something_else_is_not_shown_as_consent_to_the_casework(
    client: Client, world: World
) -> None:
    case_id = intake(world, consent=None)
    client.post(f"/kasus/{case_id}/persetujuan/", CONSENT)
    assert Consent.objects.get(subject_id=world.client.id).purpose == "conference"
    for page in ("", "dokumen/", "rencana/"):  # one banner on all of them
        html = client.get(f"/kasus/{case_id}/{page}").content.decode()
        assert "belum ada persetujuan" in html and "persetujuan berlaku" not in html


def test_no_is_shown_with_its_day_until_a_later_yes(client: Client, world: World) -> None:
    case_id = intake(world, consent=None)
    asked = client.get(f"/kasus/{case_id}/penolakan/?untuk=casework").content.decode()
    assert 'value="casework" selected' in asked
    client.post(f"/kasus/{case_id}/penolakan/", {**NO, "purpose": "casework", "words": "Belum, Bu."})
    for page in (f"/kasus/{case_id}/", f"/orang/{world.client.id}/persetujuan/"):
        html = client.get(page).content.decode()
        assert "menolak, " in html and "Belum, Bu." in html and "persetujuan berlaku" not in html, page
    client.post(f"/kasus/{case_id}/persetujuan/", {**CONSENT, "purpose": "casework"})
    html = client.get(f"/kasus/{case_id}/").content.decode()
    assert "persetujuan berlaku" in html and "Belum, Bu." not in html


def test_without_consent_the_text_is_kept_as_a_draft_and_the_way_is_shown(
    client: Client, world: World
) -> None:
    case_id = intake(world, consent=None)
    url = f"/kasus/{case_id}/pilihan/"
    html = client.post(url, SHEET).content.decode()
    assert f"/kasus/{case_id}/persetujuan/" in html and "Rumah aman gratis" in html
    assert "Rumah aman gratis" in client.get(url).content.decode()


def test_decision_is_kept_beside_the_advice(client: Client, world: World, case_id: uuid.UUID) -> None:
    sheet_id = offer_options(
        world.worker, case_id, question="Ke mana?", information="Hak dan layanan",
        options=[OptionGiven("Rumah aman", advised=True), OptionGiven("Tetap di rumah")],
    )  # fmt: skip
    url = f"/kasus/{case_id}/pilihan/{sheet_id}/keputusan/"
    assert "Rumah aman" in client.get(url).content.decode()
    refused = client.post(url, {"choice": "option", "client_words": "Saya mau tinggal."})
    assert refused.status_code == 422 and "Saya mau tinggal." in refused.content.decode()
    way = str(OptionsSheet.objects.get().options.get(position=2).id)
    assert (
        client.post(
            url, {"choice": "option", "option_id": way, "client_words": "Saya mau tinggal."}
        ).status_code
        == 302
    )
    assert ClientDecision.objects.get().differs
    assert "Saya mau tinggal." in client.get(f"/kasus/{case_id}/pilihan/").content.decode()
    assert client.get(f"/kasus/{case_id}/pilihan/{uuid.uuid4()}/keputusan/").status_code == 404


ALL_FIELDS = "/periksa-kata/?f=observation&f=client_words&f=what"
GELANDANGAN = {"observation": "Ia gelandangan.", "client_words": "Saya gelandangan"}


@pytest.mark.parametrize("part", [True, False])
def test_words_are_looked_over_only_where_staff_wrote(client: Client, world: World, part: bool) -> None:
    load_all(demo_regency=False)
    headers = {"HX-Request": "true"} if part else {}
    html = client.post(ALL_FIELDS, {**GELANDANGAN, "do": "words"}, headers=headers).content.decode()
    assert html.count("<q>") == 1 and ("<html" in html) is not part
    calm = client.post(
        ALL_FIELDS, {"client_words": "Saya gelandangan", "do": "words"}, headers=headers
    ).content.decode()
    assert "<q>" not in calm and "tidak" in calm.casefold()
    rows = client.post(ALL_FIELDS, {"actions-0-what": "Mengurus gakin"}, headers=headers).content.decode()
    assert "gakin" in rows


def test_words_while_typing_answer_only_with_hints_and_keep_silent_when_switched_off(
    client: Client, world: World
) -> None:
    load_all(demo_regency=False)
    asking = {"headers": {"HX-Request": "true"}}
    live = "/periksa-kata/?f=observation"
    assert "gelandangan" in client.post(live, GELANDANGAN, **asking).content.decode()
    assert not client.post(live, {"observation": "Rumah terang."}, **asking).content.strip()
    client.post("/profil/kata/", {"wanted": "no"})
    assert not client.post(live, GELANDANGAN, **asking).content.strip()


def test_switch_belongs_to_the_user_and_takes_the_aid_off_every_form(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    pages = [f"/kasus/{case_id}/{name}" for name in ("kontak/", "rencana/tulis/", "pilihan/")]
    on = [client.get(page).content.decode() for page in pages]
    assert all("field-words" in html and "periksa-kata" in html for html in on)
    assert 'hx-post="/periksa-kata/?f=observation"' in on[0] and "?f=client_words" not in on[0]
    safety = client.get(f"/kasus/{case_id}/rencana-aman/").content.decode()
    assert "periksa-kata" not in safety, "the safety plan is written in the client's own words"
    assert "Biarkan saya" in client.post("/profil/kata/", {"wanted": "no"}, follow=True).content.decode()
    assert "periksa-kata" not in client.get(pages[0]).content.decode()
    other = Client()
    login(other, world.supervisor_staff)
    assert "periksa-kata" in other.get(pages[0]).content.decode()
    client.post("/profil/kata/", {"wanted": "yes"})
    assert "periksa-kata" in client.get(pages[0]).content.decode()


def test_links_of_the_case_page_lead_to_pages(client: Client, world: World, case_id: uuid.UUID) -> None:
    walk_to(world, case_id, "assessment")
    html = client.get(f"/kasus/{case_id}/").content.decode()
    links = set(re.findall(rf'href="(/kasus/{case_id}/[^"#?]*)', html))
    assert f"/kasus/{case_id}/kontak/" in links and len(links) >= 6
    follow: Callable[[str], int] = lambda url: client.get(url, follow=True).status_code  # noqa: E731
    assert {url: follow(url) for url in links} == dict.fromkeys(links, 200)


def test_nobody_is_named_in_titles(client: Client, world: World, case_id: uuid.UUID) -> None:
    for page in PAGES[:6]:
        html = client.get(f"/kasus/{case_id}/{page}").content.decode()
        title = re.search(r"<title>(.*?)</title>", html, re.S)
        assert title and Person.objects.get().full_name not in title[1]
