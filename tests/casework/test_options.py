"""Ways weighed with the client, and her decision."""

from __future__ import annotations

import pytest

from simpul.casework.commands.offer_options import OptionGiven, offer_options
from simpul.casework.commands.record_decision import record_decision
from simpul.casework.queries.options import options_sheets
from simpul.kernel.errors import Hidden, InvalidInput
from tests.casework.conftest import about, case_now, fields_of
from tests.factories.casework import World, intake, make_world

pytestmark = pytest.mark.django_db

WAYS = [OptionGiven("Tinggal di rumah aman", advised=True), OptionGiven("Tetap di rumah")]


def offer(world: World, case_id, **facts):
    facts = {"question": "Di mana malam ini?", "information": "Rumah aman gratis.", "options": WAYS, **facts}
    return offer_options(world.worker, case_id, **facts)


def test_offer_options_never_overwrites(world: World, audited) -> None:
    case_id = intake(world)
    offer(world, case_id)
    offer(world, case_id, question="Dan besok?")
    sheets = options_sheets(world.worker, case_id)
    assert [(sheet.number, sheet.question) for sheet in sheets] == [
        (2, "Dan besok?"),
        (1, "Di mana malam ini?"),
    ]
    assert about(audited("offer_options"), world.client.id)


def test_offer_options_needs_two_ways(world: World) -> None:
    with pytest.raises(InvalidInput) as refusal:
        offer(world, intake(world), options=WAYS[:1], information="")
    assert fields_of(refusal) == {"options", "information"}


def test_record_decision_against_the_advice_is_kept_and_said(world: World) -> None:
    case_id = intake(world)
    sheet_id = offer(world, case_id)
    staying = options_sheets(world.worker, case_id)[0].options[1]
    record_decision(
        world.worker, sheet_id, choice="option", option_id=staying.id, client_words="Saya mau di rumah."
    )  # fmt: skip
    decision = options_sheets(world.worker, case_id)[0].decisions[0]
    assert (decision.option_id, decision.differs) == (staying.id, True)


def test_record_decision_refusing_everything_ends_nothing(world: World) -> None:
    case_id = intake(world)
    sheet_id = offer(world, case_id)
    record_decision(world.worker, sheet_id, choice="refused", client_words="Tidak keduanya.")
    record_decision(world.worker, sheet_id, choice="later", client_words="Saya pikir dulu.")
    assert [one.choice for one in options_sheets(world.worker, case_id)[0].decisions] == ["refused", "later"]
    assert case_now(case_id).is_open


def test_record_decision_needs_words_and_a_way_of_this_sheet(world: World) -> None:
    case_id = intake(world)
    first, second = offer(world, case_id), offer(world, case_id)
    foreign = options_sheets(world.worker, case_id)[1].options[0].id
    with pytest.raises(InvalidInput) as refusal:
        record_decision(world.worker, second, choice="option", option_id=foreign, client_words="")
    assert fields_of(refusal) == {"option_id", "client_words"}
    assert first != second


def test_stranger_does_not_find_the_sheet(world: World) -> None:
    sheet_id = offer(world, intake(world))
    with pytest.raises(Hidden):
        record_decision(make_world().worker, sheet_id, choice="later", client_words="x")
