"""What the client sees, and above all what she does not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from simpul.casework.commands.answer_complaint import answer_complaint
from simpul.casework.commands.draft_plan import draft_plan
from simpul.casework.commands.offer_options import OptionGiven, offer_options
from simpul.casework.commands.rate_risk import rate_risk
from simpul.casework.commands.read_letter import read_letter
from simpul.casework.commands.record_contact import record_contact
from simpul.casework.models import ClientLetter, Complaint
from simpul.casework.queries.case_file import case_file
from simpul.kernel.errors import ConsentMissing
from simpul.notices.models import Notice
from simpul.registry.commands.break_glass import break_glass
from simpul.registry.commands.review_broken_glass import review_broken_glass
from simpul.registry.queries import lookers
from simpul.registry.queries.person_file import person_banner, person_file
from simpul.registry.rules.looking_words import QUIET
from simpul.safeguards.models import AuditSubject, BrokenGlass, Consent
from simpul.safeguards.words import words_for
from tests.factories.casework import contact_given, intake, make_world, plan_facts, plan_in_force
from tests.factories.registry import make_person, make_tie
from tests.factories.workforce import actor_of, login, make_staff
from tests.web_portal.conftest import Guest

pytestmark = pytest.mark.django_db

SECRETS = ("RAHASIA-AMATAN", "RAHASIA-TAFSIR", "RAHASIA-RISIKO", "RAHASIA-HADIR", "Suprapto")
PAGES = ("", "kertas/", "pilihan/", "dibuka/", "salinan/", "saya/")


def every_page(guest: Guest) -> dict[str, str]:
    case = f"berkas/{guest.case_id}/"
    names = [*PAGES, case, f"{case}langkah/", f"{case}tulis/", f"{case}keberatan/"]
    pages = {name: guest.see(f"/portal/{name}") for name in names}
    pages["copy"] = guest.browser.post("/portal/salinan/").content.decode()
    return pages


def with_secrets(guest: Guest) -> None:
    """A file with all that is not for her eyes: observation, interpretation, risk, other people."""
    world, case_id = guest.world, guest.case_id
    record_contact(
        world.worker,
        case_id,
        contact=contact_given(observation="RAHASIA-AMATAN", interpretation="RAHASIA-TAFSIR"),
    )
    rate_risk(world.worker, case_id, level="high", reason="RAHASIA-RISIKO")
    offer_options(
        world.worker,
        case_id,
        question="Di mana anak sekolah?",
        information="Ada dua sekolah dekat rumah.",
        options=[OptionGiven("Sekolah negeri"), OptionGiven("Sekolah rumah")],
        present="RAHASIA-HADIR",
    )
    make_tie(make_person("Suprapto Hartono"), "violence", world.client)


def test_her_file_speaks_plainly(guest: Guest) -> None:
    with_secrets(guest)
    plan_in_force(guest.world, guest.case_id)
    page = guest.see(f"/portal/berkas/{guest.case_id}/")
    assert "Anak saya sekolah lagi." in page
    assert guest.world.worker_staff.titled_name in page
    assert "Suami saya tidak pulang" in page
    assert "Ada dua sekolah dekat rumah." in page


def test_what_is_not_for_her_is_on_no_page(guest: Guest) -> None:
    with_secrets(guest)
    for name, page in every_page(guest).items():
        found = [secret for secret in SECRETS if secret in page]
        assert not found, (name, found)


def test_planted_leak_is_caught(guest: Guest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sweep finds an observation that a page shows by mistake."""
    from simpul.web.portal.file import views

    with_secrets(guest)
    monkeypatch.setattr(views, "what_i_was_told", _with_observation)
    assert any("RAHASIA-AMATAN" in page for page in every_page(guest).values())


def _with_observation(actor: Any, case_id: Any) -> list[dict[str, object]]:
    return [{"question": "RAHASIA-AMATAN", "information": "", "options": [], "decisions": []}]


def test_words_of_a_reporter_are_not_hers_to_read(guest: Guest) -> None:
    case_id = intake(guest.world, source="neighbour", presenting_words="Bu Tin dengar tangis")
    assert "Bu Tin" not in guest.see(f"/portal/berkas/{case_id}/")
    assert "Bu Tin" not in guest.browser.post("/portal/salinan/").content.decode()


def test_violence_told_by_the_other_is_in_no_copy(client: Client) -> None:
    """The one said to be violent takes his copy: it must not tell that somebody spoke."""
    world = make_world()
    make_tie(world.client, "violence", make_person("Korban"))
    make_tie(world.client, "sibling", make_person("Adik"))
    login(client, world.client_account)
    copy = json.loads(client.post("/portal/salinan/").content)
    assert len(copy["relationships"]) == 1


def test_foreign_file_is_not_there(guest: Guest) -> None:
    other = make_world()
    theirs = intake(other)
    for part in ("", "langkah/", "tulis/", "keberatan/"):
        guest.see(f"/portal/berkas/{theirs}/{part}", 404)
    path = f"/portal/berkas/{theirs}/"
    assert guest.browser.post(f"{path}tulis/", {"words": "x"}).status_code == 404
    assert guest.browser.post(f"{path}keberatan/", {"about": "worker", "words": "x"}).status_code == 404
    theirs_consent = Consent.objects.get(subject_id=other.client.id)
    assert guest.browser.post(f"/portal/pilihan/{theirs_consent.id}/cabut/", {}).status_code == 404
    assert not ClientLetter.objects.exists() and not Complaint.objects.exists()
    assert Consent.objects.filter(withdrawn_at=None).count() == 2


def test_planted_wide_reach_is_caught(guest: Guest, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a client reached every case, the foreign file would open: the check above would see it."""
    from django.db.models import Q

    from simpul.casework import policies

    theirs = intake(make_world())
    monkeypatch.setattr(policies, "_own", lambda _actor: Q(pk__isnull=False))
    guest.see(f"/portal/berkas/{theirs}/", 200)


def test_letter_arrives_unchanged_and_is_seen_to_be_read(guest: Guest) -> None:
    path = f"/portal/berkas/{guest.case_id}/tulis/"
    assert guest.browser.post(path, {"words": "Bu, saya takut pulang."}).status_code == 302
    assert "belum dibaca" in guest.see(path)
    read_letter(guest.world.worker, ClientLetter.objects.get().id)
    assert "belum dibaca" not in guest.see(path)


def test_empty_letter_is_answered_in_words_and_complaint_keeps_what_was_typed(guest: Guest) -> None:
    path = f"/portal/berkas/{guest.case_id}/"
    assert guest.browser.post(f"{path}tulis/", {"words": ""}).status_code == 422
    answer = guest.browser.post(f"{path}keberatan/", {"words": "Saya dibentak kemarin."})
    assert answer.status_code == 422 and "Saya dibentak kemarin." in answer.content.decode()


def test_complaint_is_answered_on_the_same_page(guest: Guest) -> None:
    path = f"/portal/berkas/{guest.case_id}/keberatan/"
    guest.browser.post(path, {"about": "worker", "words": "Saya dibentak.", "wish": "Maaf"})
    answer_complaint(guest.world.head, Complaint.objects.get().id, answer="Kami minta maaf.")
    assert "Kami minta maaf." in guest.see(path)


def test_withdrawal_takes_effect_at_once(guest: Guest) -> None:
    consent = Consent.objects.get(subject_id=guest.world.client.id)
    page = guest.see(f"/portal/pilihan/{consent.id}/cabut/")
    assert "Sejak saat ini pendamping tidak menulis" in page
    assert guest.browser.post(f"/portal/pilihan/{consent.id}/cabut/", {"reason": ""}).status_code == 302
    with pytest.raises(ConsentMissing):
        draft_plan(guest.world.worker, guest.case_id, **plan_facts())
    assert "Sudah ditarik" in guest.see("/portal/pilihan/")
    told = Notice.objects.get(kind="consent_withdrawn")
    assert told.recipient_id == guest.world.worker_staff.id
    assert guest.world.client.full_name not in told.title


def test_legal_duty_is_shown_with_its_article_and_not_taken_back(guest: Guest) -> None:
    from simpul.safeguards.guarded import writing_as

    with writing_as("safeguards"):
        duty = Consent.objects.create(
            subject_id=guest.world.client.id, purpose="sharing", basis="legal_duty", given_how="not_needed",
            legal_article="UU 35/2014 pasal 23", recorded_by=guest.world.worker.id,
        )  # fmt: skip
    assert "UU 35/2014 pasal 23" in guest.see("/portal/pilihan/")
    assert guest.browser.post(f"/portal/pilihan/{duty.id}/cabut/", {}).status_code == 404
    from simpul.kernel.errors import Refused
    from simpul.registry.commands.withdraw_consent import withdraw_consent

    with pytest.raises(Refused):
        withdraw_consent(guest.world.client_actor, guest.world.client.id, consent_id=duty.id)
    assert Consent.objects.get(pk=duty.id).withdrawn_at is None


def readers_told(guest: Guest) -> str:
    return guest.see("/portal/dibuka/?semua")


def test_every_reader_is_told_with_role_and_office(guest: Guest) -> None:
    world = guest.world
    stranger = make_staff(full_name="Orang Jauh")
    glance = make_staff(office=world.office, role="head_of_office", scope="office", full_name="Kepala Lirik")
    break_glass(actor_of(stranger), world.client.id, reason="Klien pingsan di terminal, keluarga dicari")
    person_file(actor_of(stranger), world.client.id)
    case_file(world.worker, guest.case_id)
    person_banner(actor_of(glance), world.client.id)
    page = readers_told(guest)
    assert "membuka kasus" in page and world.worker_staff.titled_name in page
    assert "Pekerja sosial" in page and world.office.name in page
    assert "Orang Jauh" in page and "pingsan di terminal" in page
    assert "Kepala Lirik" in page, "even who only saw the name on top of a page is told"
    assert untold(guest) == set()


def lines_about(person_id: Any) -> list[Any]:
    from simpul.safeguards.models import AuditLine

    seqs = AuditSubject.objects.filter(subject_id=person_id).values("line_id")
    return list(AuditLine.objects.filter(seq__in=seqs))


def untold(guest: Guest) -> set[tuple[str, str]]:
    """Who did what by the log, less what the client's list tells; steps are told by their act."""
    world = guest.world
    looks = lookers.who_has_looked(world.client_actor, world.client.id, limit=2000)
    lines = [line for line in lines_about(world.client.id) if "within" not in line.facts]
    names = lookers.staff_names(world.worker, ids=[line.actor_id for line in lines])
    done = {
        (names[line.actor_id].titled, words_for(line.act))
        for line in lines
        if line.actor_id in names and line.act not in QUIET
    }
    glances = {
        (names[line.actor_id].titled, "")
        for line in lines
        if line.actor_id in names and names[line.actor_id].titled not in {look.who for look in looks}
    }
    return (done - {(look.who, look.what.msgid) for look in looks}) | glances


def test_planted_silence_is_caught(guest: Guest, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a kind of reading were left out, the comparison with the log would find it."""
    case_file(guest.world.worker, guest.case_id)
    assert untold(guest) == set()
    told = lookers._told
    monkeypatch.setattr(lookers, "_told", lambda line: line.act != "casework.case_file" and told(line))
    assert untold(guest) == {(guest.world.worker_staff.titled_name, "opened the case")}


def test_result_of_the_review_of_an_emergency_is_told(guest: Guest) -> None:
    stranger = make_staff(unit=guest.world.unit, full_name="Orang Jauh")
    break_glass(
        actor_of(stranger), guest.world.client.id, reason="Klien pingsan di terminal, keluarga dicari"
    )
    assert "belum; paling lambat" in readers_told(guest)
    glass = BrokenGlass.objects.get()
    words = "Tidak ada bahaya; sudah ditegur."
    review_broken_glass(guest.world.head, glass.id, justified=False, words=words)
    page = readers_told(guest)
    assert words in page and "tidak pada tempatnya" in page


def test_copy_holds_her_data_under_a_name_that_says_nothing(guest: Guest) -> None:
    answer = guest.browser.post("/portal/salinan/")
    assert "salinan-" in answer.headers["Content-Disposition"]
    copy = json.loads(answer.content)
    assert copy["person"]["full_name"] == guest.world.client.full_name
    assert copy["cases"][0]["presenting_words"].startswith("Suami saya")
    assert copy["who_has_looked"] and copy["consents"]
    assert guest.browser.get("/portal/salinan/").headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("language", ["id", "en"])
def test_pages_leave_no_trace(guest: Guest, language: str) -> None:
    guest.browser.cookies["simpul_language"] = language
    case = f"berkas/{guest.case_id}/"
    for name in (*PAGES, case, f"{case}langkah/", f"{case}tulis/", f"{case}keberatan/"):
        answer = guest.browser.get(f"/portal/{name}")
        page = answer.content.decode()
        assert answer.headers["Cache-Control"] == "no-store, private"
        title = page.split("<title>")[1].split("</title>")[0]
        words = (guest.world.client.full_name, guest.world.office.name, "KS-", "klien", "client", "kasus")
        assert not [word for word in words if word.lower() in title.lower()], title
        assert guest.world.client.full_name not in page
        assert 'href="/portal/cuaca/"' in page and "data-quick-exit" in page
        assert f'<html lang="{language}">' in page
