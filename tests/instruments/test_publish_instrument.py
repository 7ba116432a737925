"""Publishing: one current version, never changed afterwards, safe to repeat."""

from __future__ import annotations

import pytest

from simpul.instruments.commands.publish_instrument import publish_instrument
from simpul.instruments.errors import FormFault
from simpul.instruments.loader import load_starters
from simpul.instruments.models import InstrumentVersion
from simpul.instruments.models.instrument import PublishedVersionsNeverChange
from simpul.instruments.queries.catalogue import instrument_catalogue
from simpul.instruments.queries.forms import AnswerSet, instrument_form
from simpul.kernel.actor import system_actor
from simpul.kernel.errors import Refused
from simpul.safeguards.guarded import writing_as
from tests.factories.instruments import make_workbook
from tests.factories.workforce import actor_of, make_office, make_staff

pytestmark = pytest.mark.django_db
ASK = "type | name | label\ntext | a | Apa?"
ASK_MORE = ASK + "\ntext | b | Lagi?"


def test_starters_come_with_the_installation_and_are_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from simpul.config.preparing import load_forms
    from simpul.instruments.commands import publish_instrument as publishing

    load_forms()
    first = set(InstrumentVersion.objects.values_list("pk", flat=True))
    assert len(first) == 9
    monkeypatch.setattr(publishing, "compile_workbook", None)
    load_forms()
    assert set(InstrumentVersion.objects.values_list("pk", flat=True)) == first


def test_head_publishes_for_the_own_office_and_the_former_version_retires() -> None:
    head = make_staff(role="head_of_office", scope="office")
    first = publish_instrument(actor_of(head), workbook=make_workbook(ASK), office_id=head.office_id)
    second = publish_instrument(
        actor_of(head), workbook=make_workbook(ASK_MORE, version="2"), office_id=head.office_id
    )
    assert InstrumentVersion.objects.get(pk=first).retired_at is not None
    worker = make_staff(office=head.office)
    assert [row.version_id for row in instrument_catalogue(actor_of(worker))] == [second]


def test_same_content_again_changes_nothing() -> None:
    office = make_office()
    head = actor_of(make_staff(role="head_of_office", scope="office", office=office))
    first = publish_instrument(head, workbook=make_workbook(ASK), office_id=office.pk)
    assert publish_instrument(head, workbook=make_workbook(ASK), office_id=office.pk) == first
    assert InstrumentVersion.objects.count() == 1


def test_other_content_under_the_same_version_is_refused() -> None:
    head = make_staff(role="head_of_office", scope="office")
    publish_instrument(actor_of(head), workbook=make_workbook(ASK), office_id=head.office_id)
    with pytest.raises(FormFault, match="Raise the version number"):
        publish_instrument(actor_of(head), workbook=make_workbook(ASK_MORE), office_id=head.office_id)


def test_form_without_version_and_borrowed_code_are_refused() -> None:
    head = make_staff(role="head_of_office", scope="office")
    for workbook in (make_workbook(ASK, version=""), make_workbook(ASK, form_id="simpul_mine")):
        with pytest.raises(FormFault):
            publish_instrument(actor_of(head), workbook=workbook, office_id=head.office_id)


def test_social_worker_and_head_elsewhere_may_not_publish() -> None:
    office = make_office()
    for stranger in (make_staff(office=office), make_staff(role="head_of_office", scope="office")):
        with pytest.raises(Refused):
            publish_instrument(actor_of(stranger), workbook=make_workbook(ASK), office_id=office.pk)
    with pytest.raises(Refused):
        head = make_staff(role="head_of_office", scope="office", office=office)
        publish_instrument(actor_of(head), workbook=make_workbook(ASK, form_id="simpul_x"))


def test_published_version_cannot_be_changed_or_deleted() -> None:
    head = make_staff(role="head_of_office", scope="office")
    version = InstrumentVersion.objects.get(
        pk=publish_instrument(actor_of(head), workbook=make_workbook(ASK), office_id=head.office_id)
    )
    version.version = "9"
    with writing_as("instruments"), pytest.raises(PublishedVersionsNeverChange):
        version.save()
    with writing_as("instruments"), pytest.raises(PublishedVersionsNeverChange):
        version.save(update_fields=["version"])
    with writing_as("instruments"), pytest.raises(PublishedVersionsNeverChange):
        version.delete()
    with writing_as("instruments"), pytest.raises(PublishedVersionsNeverChange):
        InstrumentVersion.objects.update(version="9")
    with writing_as("instruments"), pytest.raises(PublishedVersionsNeverChange):
        InstrumentVersion.objects.all().delete()


def test_starters_load_once_and_everybody_may_use_them() -> None:
    first = load_starters()
    assert load_starters() == first
    assert InstrumentVersion.objects.count() == len(first) == 9
    worker = actor_of(make_staff())
    rows = instrument_catalogue(worker)
    assert {row.version_id for row in rows} == set(first.values())
    assert all(row.starter and row.title.say("en") != row.title.say("id") for row in rows)
    assert [row.code for row in instrument_catalogue(worker, code="simpul_safety")] == ["simpul_safety"]


def test_other_offices_forms_are_not_offered_but_stay_readable() -> None:
    head = make_staff(role="head_of_office", scope="office")
    version_id = publish_instrument(actor_of(head), workbook=make_workbook(ASK), office_id=head.office_id)
    stranger = actor_of(make_staff())
    assert instrument_catalogue(stranger) == ()
    assert instrument_form(stranger, version_id).version_id == version_id


def test_answers_are_kept_with_their_version() -> None:
    version_id = load_starters()["safety"]
    form = instrument_form(system_actor(), version_id)
    kept = form.answer_set(form.evaluate({"now": {"immediate_danger": "yes"}}))
    assert kept.scores["suggested_level"] == "segera"
    assert AnswerSet.from_json(kept.as_json()) == kept
