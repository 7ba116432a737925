"""An office in which every kind of record exists, for tests that open every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.core.cache import cache

from simpul.casework.commands.ask_plan_answer import ask_plan_answer
from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.complain import complain
from simpul.casework.commands.convene_conference import Guest, convene_conference
from simpul.casework.commands.draft_plan import draft_plan
from simpul.casework.commands.offer_options import OptionGiven, offer_options
from simpul.casework.commands.print_plan import print_plan
from simpul.casework.commands.record_case_consent import record_case_consent
from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.models import Plan
from simpul.directory.commands.report_entry import report_entry
from simpul.instruments.commands.publish_upload import publish_upload
from simpul.instruments.commands.upload_instrument import upload_instrument
from simpul.instruments.loader import load_starters
from simpul.kernel.actor import public_actor
from simpul.kernel.clock import now
from simpul.reference.loader import load_all
from simpul.referral.commands.decline_referral import decline_referral
from simpul.registry.commands.break_glass import break_glass
from simpul.registry.commands.keep_import_rows import keep_import_rows
from simpul.registry.commands.propose_merge import propose_merge
from simpul.registry.commands.stage_import import stage_import
from simpul.registry.queries.read_upload import read_upload
from simpul.safeguards.consent import Purpose
from simpul.workforce.commands.declare_own_record import declare_own_record
from tests.advocacy.counted import Counted, kept_finding, last_quarter
from tests.directory import packages as foreign
from tests.directory.entries import make_agency, make_service, make_shelter
from tests.factories.casework import (
    CLOSING,
    CONSENT,
    World,
    intake,
    make_world,
    plan_agreed,
    plan_facts,
    walk_to,
)
from tests.factories.instruments import make_workbook
from tests.factories.referral import House, sent
from tests.factories.referral import drafted as drafted_one
from tests.factories.registry import make_household, make_person, make_tie
from tests.factories.workforce import actor_of, make_staff
from tests.registry.workbooks import people, table
from tests.web_portal.test_in_browser import full_file


def make_everything() -> World:
    """An office in which every kind of record exists."""
    cache.clear()
    load_all()
    starters = load_starters()
    made = make_world()
    full_file(made)
    case_id = intake(made)
    walk_to(made, case_id, "assessment")
    start_assessment(made.worker, case_id, kind="safety", instrument_version_id=starters["safety"])
    record_case_consent(made.worker, case_id, consent=replace(CONSENT, purpose=Purpose.CONFERENCE.value))
    guests = [Guest(staff_id=made.supervisor_staff.id), Guest(name="Pak Guru Hadi", capacity="wali kelas")]
    convene_conference(
        made.worker, case_id, planned_for=now() + timedelta(days=2), place="Balai desa",
        purpose="Membahas sekolah anak", guests=guests,
    )  # fmt: skip
    for stage in ("plan", "intervention", "review", "aftercare"):
        other = intake(made)
        walk_to(made, other, "termination" if stage == "aftercare" else stage)
        if stage == "plan":
            plan_agreed(made, other)
        if stage == "aftercare":
            close_case(made.worker, other, **CLOSING)
    drafted = intake(made)
    walk_to(made, drafted, "plan")
    draft_plan(made.worker, drafted, **plan_facts())
    asked = intake(made)
    walk_to(made, asked, "plan")
    ask_plan_answer(made.worker, draft_plan(made.worker, asked, **plan_facts()))
    own_forms(made)
    declare_own_record(made.worker, made.worker_staff.id, nik="3573014509750001")
    print_plan(made.worker, Plan.objects.filter(state="approved").values_list("id", flat=True)[0])
    listed = read_upload(made.supervisor, file=table(people(4)), filename="warga.csv")
    batch_id = stage_import(made.supervisor, table=listed, source="Desa Contoh, 2026")
    keep_import_rows(made.supervisor, batch_id, rows=listed.rows)
    offer_options(
        made.worker, case_id, question="Ke mana dulu?", information="Ada dua jalan.",
        options=[OptionGiven("Sekolah"), OptionGiven("Kerja")],
    )  # fmt: skip
    double = make_person("Sulastri Handayanie", office_id=made.office.id, unit_id=made.unit.id)
    make_household(made.client, double, kk="9901010105120001", office_id=made.office.id)
    make_tie(made.client, "sibling", double)
    break_glass(actor_of(make_staff()), double.id, reason="Anak sendirian di rumah sejak pagi")
    complain(made.client_actor, case_id, about="worker", words="Saya tidak didengar.")
    propose_merge(made.supervisor, made.client.id, other_id=double.id, reason="Dua kartu, satu orang")
    agency_id = make_agency(made.worker)
    make_service(
        made.worker, agency_id, steps=("Daftar", "Tunggu"), papers=("ktp",), rights="Boleh bertanya."
    )
    foreign.stage(made.worker, foreign.package(schedules=foreign.FAULTY))
    report_entry(public_actor(), service_id=make_shelter(made.worker), words="Nomornya tidak aktif")
    house = House(made, case_id, make_service(made.worker, agency_id))
    drafted_one(house)
    decline_referral(made.worker, sent(house).referral_id, reason="full")
    Counted(made).meet(12, "document", at=last_quarter())
    kept_finding(made.office.id, made.supervisor.id)
    return made


def own_forms(world: World) -> None:
    """A form of the office's own in use, and one that it only looks at yet."""
    home = make_workbook("type | name | label\ntext | roof | Bagaimana atap?", form_title="Rumah Sehat")
    asks = "type | name | label\ninteger | meals | Makan berapa kali?\nselect_one yn | water | Ada air?"
    kitchen = make_workbook(asks, form_id="dapur", form_title="Dapur dan Air")
    used, _looked_at = (
        upload_instrument(world.head, workbook=one, office_id=world.office.id, purpose="home_visit")
        for one in (home, kitchen)
    )
    publish_upload(world.head, used)
