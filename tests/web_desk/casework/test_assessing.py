"""An assessment at the desk: filled in page by page, told in three voices, looked at by another."""

from __future__ import annotations

import re
import uuid

import pytest
from django.test import Client

from simpul.casework.commands.save_assessment_draft import save_assessment_draft
from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.commands.submit_assessment import submit_assessment
from simpul.casework.models import Assessment
from simpul.instruments.commands.publish_instrument import publish_instrument
from simpul.kernel.actor import system_actor
from simpul.kernel.errors import InvalidInput
from simpul.web.desk.casework import assessing
from tests.factories.casework import World, assess, intake, make_world, walk_to
from tests.factories.instruments import make_workbook
from tests.factories.workforce import login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

SURVEY = """
type | name | label | required | relevant
begin_group | who | Siapa | |
integer | children | Berapa anak? | yes |
text | school | Di mana bersekolah? | | ${children} > 0
end_group | | | |
begin_group | rest | Lainnya | |
text | recommendation | Rekomendasi | |
end_group | | | |
"""
WHOLE = {
    "client_words": "Saya ingin bekerja lagi.", "observation": "Tenang, menjawab lengkap.",
    "strengths": "Pandai menjahit.", "self_rating": "4",
}  # fmt: skip


@pytest.fixture
def world(client: Client) -> World:
    made = make_world()
    login(client, made.worker_staff)
    return made


@pytest.fixture
def draft(world: World) -> uuid.UUID:
    case_id = intake(world)
    walk_to(world, case_id, "assessment")
    version_id = publish_instrument(system_actor(), workbook=make_workbook(SURVEY, form_id="simpul_bpss"))
    return start_assessment(world.worker, case_id, kind="holistic", instrument_version_id=version_id)


def version(html: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', html)
    assert found
    return found[1]


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    return found[1].replace("&quot;", '"') if found else ""


def test_beginning_takes_the_form_that_belongs_to_the_kind(
    client: Client, world: World, draft: uuid.UUID
) -> None:
    case_id = Assessment.objects.get().case_id
    done = client.post(f"/kasus/{case_id}/asesmen/", {"kind": "holistic"})
    made = Assessment.objects.exclude(pk=draft).get()
    assert done["Location"] == f"/asesmen/{made.id}/isian/" and made.instrument_version_id
    assert client.get(f"/kasus/{case_id}/asesmen/lanjut/")["Location"] == f"/asesmen/{made.id}/"


def test_form_is_kept_at_every_page_without_script_and_offered_below(
    client: Client, draft: uuid.UUID
) -> None:
    url = f"/asesmen/{draft}/isian/"
    first = client.get(url).content.decode()
    assert "Berapa anak?" in first
    facts = {"do": "next", "version": version(first), "a.who.children": "2", "a.who.school": "SDN 3"}
    second = client.post(url, {**facts, "page": hidden(first, "page")}).content.decode()
    assert Assessment.objects.get().answers["who"]["school"] == "SDN 3"
    facts = {name: hidden(second, name) for name in ("rest", "page", "version")}
    done = client.post(url, {**facts, "do": "save", "a.rest.recommendation": "Kelas malam."})
    assert done.status_code == 302 and done["Location"] == f"/asesmen/{draft}/"
    whole = client.get(done["Location"]).content.decode()
    assert "Kelas malam." in whole
    assert Assessment.objects.get().recommendation == ""


def test_missing_answer_is_told_and_nothing_typed_is_lost(client: Client, draft: uuid.UUID) -> None:
    url = f"/asesmen/{draft}/isian/"
    page = client.post(url, {"do": "save", "version": "1", "a.rest.recommendation": "Kelas malam."})
    assert page.status_code == 422 and "Kelas malam." in page.content.decode()


def test_lost_race_in_the_form_shows_what_is_kept_and_what_was_typed(
    client: Client, world: World, draft: uuid.UUID
) -> None:
    save_assessment_draft(world.worker, draft, version=1, answers={"who": {"children": 3, "school": "SMP 1"}})
    late = client.post(
        f"/asesmen/{draft}/isian/",
        {"do": "save", "version": "1", "a.who.children": "2", "a.who.school": "SDN 3"},
    )
    html = late.content.decode()
    assert late.status_code == 422 and "SMP 1" in html and "SDN 3" in html and version(html) == "2"


def test_lost_race_in_the_texts_shows_both(client: Client, world: World, draft: uuid.UUID) -> None:
    save_assessment_draft(world.worker, draft, version=1, observation="Rumah gelap.")
    late = client.post(f"/asesmen/{draft}/", {**WHOLE, "version": "1"})
    html = late.content.decode()
    assert late.status_code == 422 and "gelap." in html and "Tenang" in html and version(html) == "2"
    assert client.post(f"/asesmen/{draft}/", {**WHOLE, "version": "2"}).status_code == 302


def test_submitting_demands_strengths_and_keeps_the_text(
    client: Client, world: World, draft: uuid.UUID
) -> None:
    save_assessment_draft(world.worker, draft, version=1, answers={"who": {"children": 0}})
    url = f"/asesmen/{draft}/"
    weak = client.post(url, {**WHOLE, "strengths": "", "version": "2", "do": "submit"})
    assert weak.status_code == 422 and "Saya ingin bekerja lagi." in weak.content.decode()
    domains = {"domain_social_text": "Ibu dan dua anak", "domain_spiritual_not": "Belum ingin"}
    assert client.post(url, {**WHOLE, **domains, "version": "2", "do": "submit"}).status_code == 302
    kept = Assessment.objects.get()
    assert kept.state == "submitted" and kept.domains["spiritual"] == {"not_assessed": "Belum ingin"}
    html = client.get(url).content.decode()
    assert "is-words" in html and "Belum ingin" in html and "<form class" not in html


@pytest.mark.parametrize("language", ["id", "en"])
def test_supervisor_confirms_or_gives_back_and_the_writer_cannot(
    client: Client, world: World, language: str
) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "assessment")
    assessment_id = assess(world, case_id)
    url = f"/asesmen/{assessment_id}/tinjau/"
    client.cookies["simpul_language"] = language
    assert client.get(url).status_code == 404
    login(client, world.supervisor_staff)
    assert url in client.get(f"/asesmen/{assessment_id}/").content.decode()
    assert "Punya keterampilan menjahit." in client.get(url).content.decode()
    assert client.post(url, {"confirm": "no", "words": ""}).status_code == 422
    assert client.post(url, {"confirm": "no", "words": "Lengkapi domain kesehatan"}).status_code == 302
    login(client, world.worker_staff)
    assert "Lengkapi domain kesehatan" in client.get(f"/asesmen/{assessment_id}/").content.decode()


@pytest.mark.parametrize("page", ["", "isian/", "tinjau/"])
def test_stranger_finds_nothing(client: Client, draft: uuid.UUID, page: str) -> None:
    login(client, make_staff(role="supervisor", scope="unit"))
    url = f"/asesmen/{draft}/{page}"
    assert client.get(url).status_code == client.post(url, {"do": "save"}).status_code == 404
    assert Assessment.objects.get().version == 1


def test_planted_form_that_forgets_its_version_would_overwrite(
    client: Client, world: World, draft: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_assessment_draft(world.worker, draft, version=1, observation="Rumah gelap.")
    real = assessing.save_assessment_draft
    monkeypatch.setattr(
        assessing,
        "save_assessment_draft",
        lambda actor, one, version, **facts: real(actor, one, version=2, **facts),
    )
    assert client.post(f"/asesmen/{draft}/", {**WHOLE, "version": "1"}).status_code == 302


def test_submitting_past_the_page_is_refused_while_the_form_still_asks(
    world: World, draft: uuid.UUID
) -> None:
    """Who sends the form by hand, without its page, does not get past the questions."""
    told = {name: WHOLE[name] for name in ("client_words", "observation", "strengths")}
    version = save_assessment_draft(world.worker, draft, version=1, **told)
    with pytest.raises(InvalidInput) as refused:
        submit_assessment(world.worker, draft, version=version)
    assert [fault.field for fault in refused.value.faults] == ["answers"]
    version = save_assessment_draft(world.worker, draft, version=version, answers={"who": {"children": 0}})
    submit_assessment(world.worker, draft, version=version)
    assert Assessment.objects.get(pk=draft).state == "submitted"
