"""Retiring: no new answers, old ones stay readable, only once, only one's own."""

from __future__ import annotations

import pytest

from simpul.instruments.commands.publish_instrument import publish_instrument
from simpul.instruments.commands.retire_instrument import retire_instrument
from simpul.instruments.errors import InstrumentClosed
from simpul.instruments.loader import load_starters
from simpul.instruments.queries.catalogue import instrument_catalogue
from simpul.instruments.queries.forms import instrument_form
from simpul.kernel.errors import Hidden
from tests.factories.instruments import make_workbook
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db
ASK = "type | name | label\ntext | a | Apa?"


def test_retired_form_is_offered_no_more_but_stays_readable() -> None:
    head = make_staff(role="head_of_office", scope="office")
    actor = actor_of(head)
    version_id = publish_instrument(actor, workbook=make_workbook(ASK), office_id=head.office_id)
    retire_instrument(actor, version_id)
    assert instrument_catalogue(actor) == ()
    assert instrument_form(actor, version_id).code == "uji"
    with pytest.raises(InstrumentClosed):
        retire_instrument(actor, version_id)


def test_other_offices_forms_and_starters_cannot_be_retired() -> None:
    head = make_staff(role="head_of_office", scope="office")
    version_id = publish_instrument(actor_of(head), workbook=make_workbook(ASK), office_id=head.office_id)
    stranger = actor_of(make_staff(role="head_of_office", scope="office"))
    for target in (version_id, load_starters()["intake"]):
        with pytest.raises(Hidden):
            retire_instrument(stranger, target)
