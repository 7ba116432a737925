"""The sheet of a service to take home."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from simpul.directory.commands.add_place import add_place
from simpul.reference.loader import load_all
from tests.directory.entries import SECRET, make_agency, make_service, make_shelter
from tests.documents.test_typesetting import text_of
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def sheet_text(client: Client, service_id: object) -> str:
    answer = client.get(f"/bantuan/{service_id}/lembar.pdf")
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "application/pdf"
    assert answer.content == client.get(f"/bantuan/{service_id}/lembar.pdf").content
    return text_of(answer.content)


def test_everything_of_the_page_stands_on_the_sheet(client: Client, db: None) -> None:
    load_all()
    worker = actor_of(make_staff())
    agency = make_agency(worker, name="Dukcapil", phone="0300-1")
    place = add_place(worker, agency, address="Jalan Kenari 4", region_code="35.69.01.2001")
    service = make_service(
        worker, agency, name="Akta lahir", place_id=place, openings="MO-TH 08:00-15:30", papers=("kk",),
        steps=("Datang pagi", "Isi formulir"), rights="Gratis. #1 *penting* $x$ \u0e01",
    )  # fmt: skip
    text = sheet_text(client, service)
    for words in (
        "Akta lahir",
        "Dukcapil",
        "0300-1",
        "Jalan Kenari 4",
        "Datang pagi",
        "#1 *penting* $x$",
        "/bantuan/",
    ):
        assert words in text, words
    assert "08.00" in text and client.get(f"/bantuan/{agency}/lembar.pdf").status_code == 404


def test_a_shelters_sheet_has_its_telephone_alone(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_all()
    shelter = make_shelter(actor_of(make_staff()))
    text = sheet_text(client, shelter)
    assert "0800-111" in text and SECRET not in text and "Sunyi" not in text

    from simpul.directory.queries import service_sheet as sheets

    careful = sheets._place

    def leaking(place: Any, *rest: Any) -> Any:
        return replace(careful(place, *rest), sealed=False, address=place.safe_address)

    monkeypatch.setattr(sheets, "_place", leaking)
    assert SECRET in sheet_text(client, shelter), "the planted leak"
