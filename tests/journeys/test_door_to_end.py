"""A client is helped from the door to the end: by a social worker on a phone, in Indonesian, page by page."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from simpul.casework.models import Case, Contact
from simpul.instruments.loader import load_starters
from simpul.kernel.clock import now, today
from simpul.reference.loader import load_all
from simpul.workforce.models import Staff
from tests.factories.workforce import PASSWORD, make_staff
from tests.journeys.screens import (
    DESK,
    PHONE,
    answer,
    fall_asleep,
    follow,
    keep,
    listen,
    log_in,
    sees,
    window,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WORDS = "Suami saya pergi dua bulan, anak-anak sering tidak makan malam."
NOTE = "Saya sudah ke sekolah, kepala sekolahnya baik sekali."
SOON = (today() + timedelta(days=30)).isoformat()


@pytest.fixture
def staff() -> tuple[Staff, Staff]:
    load_all()
    load_starters()
    worker = make_staff(full_name="Sri Wahyuni")
    return worker, make_staff(role="supervisor", scope="unit", unit=worker.unit)


def stage(page: Any, case: str, to: str) -> None:
    """Go on to the next stage, from the file."""
    page.goto(case)
    follow(page, "/tahap/")
    answer(page, {"to": to})
    keep(page)


def take_intake(page: Any, base: str) -> str:
    """Safety first, then who it is: searched before a new file is made."""
    page.goto(f"{base}/")
    sees(page, "Sri")
    follow(page, "/kasus/baru/")
    sees(page, "Keselamatan")
    assert page.locator("main [name=full_name]").count() == 0, "safety is asked before anything else"
    groups = page.locator("main fieldset.is-grouped")
    heights = groups.evaluate_all(
        "all => all.map(g => new Set([...g.querySelectorAll('label')]"
        ".map(l => l.getBoundingClientRect().top)).size)"
    )
    assert set(heights) == {1}, f"the three answers stand side by side: {heights}"
    for number in range(groups.count()):
        groups.nth(number).locator("input[value=no]").check()
    keep(page)
    page.fill("[name=full_name]", "Sulastri Handayani")
    with page.expect_response(lambda got: got.request.method == "POST" and "/kasus/baru/" in got.url):
        page.locator("main button.button[name=do][value=search]").click()
    page.get_by_text("Tidak ada berkas yang mirip").or_(page.get_by_text("orang baru")).first.wait_for()
    page.locator("main [name=who][value=new]").check()
    answer(
        page,
        {
            "birth": "34 tahun", "sex": "f", "channel": "walk_in", "source": "client",
            "presenting_words": WORDS,
            "setting": "family_child", "mine": "on",
        },
    )  # fmt: skip
    keep(page)
    page.wait_for_url(re.compile(r"/kasus/[0-9a-f-]{36}/"))
    sees(page, "Sulastri Handayani", WORDS, "belum ada persetujuan")
    assert "Sulastri" not in page.title() and "Sulastri" not in page.url
    return str(page.url)


def give_consent(page: Any, case: str) -> None:
    page.goto(case)
    follow(page, "/persetujuan/")
    given = dict.fromkeys(
        page.locator("main [name^=item_]").evaluate_all("all => all.map(one => one.name)"), "no"
    )
    given |= {"item_identity": "yes", "item_narrative": "yes", "item_plan": "yes"}
    answer(page, {"purpose": "casework", "basis": "consent", **given, "given_how": "signed"})
    keep(page)
    page.goto(case)
    sees(page, "persetujuan berlaku")


def fill_instrument(page: Any) -> None:
    """Answer what the form demands, part by part, until it is whole."""
    for _part in range(30):
        for field in page.locator("main .instrument textarea:visible").all()[:1]:
            field.fill(field.input_value() or "Klien bercerita dengan tenang.")
        if page.locator("main .instrument button[value=next]").count() == 0:
            break
        keep_part(page, "next")
    keep_part(page, "save")


def keep_part(page: Any, do: str) -> None:
    """Turn the part; what it still demands is answered first."""
    for _again in range(6):
        with page.expect_navigation():
            page.locator(f"main .instrument button[value={do}]").click()
        faults = page.locator("main #faults a")
        if faults.count() == 0:
            return
        for anchor in [one.get_attribute("href") for one in faults.all()]:
            answer_question(page, str(anchor)[1:])
    raise AssertionError(page.locator("main #faults").inner_text())


def answer_question(page: Any, anchor: str) -> None:
    """Some fitting answer to the question at this place."""
    place = page.locator(f"[id='{anchor}']")
    tag = place.evaluate("field => field.tagName")
    if tag in {"TEXTAREA", "SELECT", "INPUT"} and place.get_attribute("type") not in {"radio", "checkbox"}:
        if tag == "SELECT":
            place.select_option(index=1)
            return
        kind = place.get_attribute("type") or "text"
        number = kind == "number" or place.get_attribute("inputmode") in {"numeric", "decimal"}
        place.fill(today().isoformat() if kind == "date" else "2" if number else "Menjahit, tetangga dekat.")
        return
    box = place if tag == "INPUT" else place.locator("input").first
    box.check()


def assess(page: Any, case: str) -> None:
    stage(page, case, "assessment")
    follow(page, "/asesmen/")
    answer(page, {"kind": "holistic"})
    keep(page)
    sees(page, "Bagian 1")
    fill_instrument(page)
    answer(
        page,
        {
            "client_words": "Saya ingin anak-anak sekolah lagi.", "observation": "Dapur kosong.",
            "strengths": "Pandai menjahit.", "self_rating": "4",
        },
    )  # fmt: skip
    for field in page.locator("main [name^=domain_][name$=_text]").all():
        if not field.input_value():
            field.fill("Sudah dibicarakan bersama klien.")
    keep(page, "main button[name=do][value=submit]")


def test_a_client_is_helped_from_the_door_to_the_end(
    live_server: Any, browser: Any, staff: tuple[Staff, Staff]
) -> None:
    worker, boss = staff
    base = live_server.url
    context = browser.new_context(**PHONE)
    context.set_default_timeout(15_000)
    page = context.new_page()
    said: list[str] = []
    listen(page, said)
    log_in(page, base, worker)
    case = take_intake(page, base)
    give_consent(page, case)
    assess(page, case)
    with window(browser, base, boss, **DESK) as desk:
        desk.goto(f"{base}/papan/")
        sees(desk, "Kukuhkan asesmen")
        desk.goto(case)
        desk.locator("main #assessments a").first.click()
        follow(desk, "/tinjau/")
        answer(desk, {"confirm": "yes"})
        keep(desk)
    offer_ways(page, case)
    plan(page, case)
    with window(browser, base, boss, **DESK) as desk:
        desk.goto(f"{case}rencana/")
        follow(desk, "/setujui/")
        sees(desk, "Anak saya sekolah lagi, Bu.")
        answer(desk, {"approve": "yes"})
        keep(desk)
    accompany(page, case)
    end(page, case)
    assert said == []
    context.close()


def offer_ways(page: Any, case: str) -> None:
    """What can be done is weighed, the client decides; no conference is needed here."""
    page.goto(f"{case}tanpa-pembahasan/")
    answer(page, {"reason": "Cukup dibahas dengan supervisor."})
    keep(page)
    page.goto(case)
    follow(page, "/pilihan/")
    answer(
        page,
        {
            "question": "Bagaimana anak-anak kembali ke sekolah?", "information": "Ada bantuan seragam desa.",
            "option_1_title": "Kembali ke sekolah lama", "option_1_advised": "on",
            "option_2_title": "Kejar paket di balai desa",
        },
    )  # fmt: skip
    keep(page)
    follow(page, "/keputusan/")
    answer(page, {"choice": "option", "client_words": "Saya pilih sekolah lama, dekat rumah ibu."})
    page.locator("main [name=option_id]").first.check()
    keep(page)
    sees(page, "Saya pilih sekolah lama, dekat rumah ibu.")


def plan(page: Any, case: str) -> None:
    """The plan in the client's words; she agrees; the writer cannot approve it herself."""
    page.goto(f"{case}rencana/")
    follow(page, "/rencana/tulis/")
    for group in ("needs", "goals", "actions"):
        if page.locator(f"main [name='{group}-0-what'], main [name^='{group}-0-']").count() == 0:
            page.locator(f"main button[value=add-{group}]").click()
            page.locator(f"main [name^='{group}-0-']:visible").first.wait_for()
    answer(
        page,
        {
            "needs-0-words": "Biaya sekolah", "goals-0-client_words": "Anak saya sekolah lagi, Bu.",
            "goals-0-need": "0", "goals-0-measure": "Hari hadir sebulan", "goals-0-baseline": "0 hari",
            "goals-0-target": "20 hari", "goals-0-target_on": SOON,
            "actions-0-what": "Mengantar anak ke sekolah", "actions-0-whose": "client",
            "actions-0-due_on": SOON, "actions-0-goal": "0", "horizon": "short", "review_on": SOON,
        },
    )  # fmt: skip
    page.locator("main summary").first.click()
    answer(page, {"goals-0-step-1": "5 hari", "goals-0-step0": "20 hari", "goals-0-step1": "22 hari"})
    keep(page)
    follow(page, "/jawaban/")
    answer(page, {"agreed": "yes", "how": "signed", "client_words": "Ya, ini rencana saya."})
    keep(page)
    sees(page, "Ya, ini rencana saya.")
    page.goto(f"{case}rencana/setujui/")
    assert page.locator("main [name=approve]").count() == 0, "nobody approves her own plan"


def accompany(page: Any, case: str) -> None:
    """Contacts, one of them typed while the screen falls asleep; the goal is scored; a review."""
    stage(page, case, "intervention")
    follow(page, "/kontak/")
    answer(
        page,
        {
            "channel": "home_visit", "happened_at": (now() - timedelta(hours=8)).strftime("%Y-%m-%dT09:00"),
            "reached": "on", "client_words": NOTE, "observation": "Anak memakai seragam.", "role": "enabler",
        },
    )  # fmt: skip
    fall_asleep()
    page.locator("main form .form-end button.is-primary").click()
    page.wait_for_url("**/terkunci/")
    page.fill("#id_password", PASSWORD)
    page.click("form button.is-primary")
    page.wait_for_url("**/tersimpan/")
    sees(page, NOTE)
    with page.expect_navigation():
        page.click("main button.is-primary")
    page.goto(case)
    sees(page, NOTE)
    assert [one.client_words for one in Contact.objects.all()] == [NOTE], "kept once, not lost, not doubled"
    page.goto(f"{case}rencana/")
    follow(page, "/nilai/") if page.locator("main a[href$='/nilai/']").count() else page.locator(
        "main a[href*='/rencana/tujuan/']"
    ).first.click()
    answer(page, {"score": "0", "client_score": "1", "fact": "Hadir 20 hari bulan ini."})
    keep(page)
    stage(page, case, "review")
    page.goto(f"{case}risiko/")
    answer(page, {"level": "low"})
    keep(page)
    page.goto(f"{case}tinjauan/")
    answer(
        page,
        {"progress": "Anak sekolah setiap hari.", "client_view": "Saya lega sekali.", "outcome": "end"},
    )
    keep(page)
    sees(page, "Saya lega sekali.")


def end(page: Any, case: str) -> None:
    """The help ends with an after-care date, and the after-care visit is kept."""
    stage(page, case, "termination")
    page.goto(f"{case}bimbingan-lanjut/")
    follow(page, "/penutupan/")
    answer(
        page,
        {
            "reason": "goal_met", "view": "agrees", "summary": "Anak sekolah lagi.",
            "way_back": "Datang kapan saja.", "complaint_path": "Ke kepala dinas atau portal.",
            "client_words": "Terima kasih, Bu.",
        },
    )  # fmt: skip
    if page.locator("main [name='days-0-on']").count() == 0:
        page.locator("main button[value=add-days]").click()
        page.locator("main [name='days-0-on']").wait_for()
    keep(page)
    page.goto(f"{case}bimbingan-lanjut/")
    sees(page, "Terima kasih, Bu.")
    with page.expect_navigation():
        page.locator("main table a[href*='/bimbingan-lanjut/']").first.click()
    answer(page, {"state": "done", "situation": "better", "client_words": "Anak saya naik kelas."})
    observation = page.locator("main [name=observation]")
    if observation.count():
        observation.fill("Keluarga sehat.")
    keep(page)
    assert Case.objects.get().stage == "aftercare"
