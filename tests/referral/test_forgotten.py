"""After an erasure nothing of a referral can be read, by anybody."""

from __future__ import annotations

import pytest

from simpul.referral.models import Barrier, BarrierTry, Packet, PartnerDoor, Referral, ReferralStep
from simpul.registry.commands.erase_person import erase_person
from tests.factories.marked import make_marked

pytestmark = pytest.mark.django_db(databases=["default", "keys"], transaction=True)


def test_texts_of_referrals_die_with_the_key() -> None:
    told = make_marked()
    kinds = (Referral, ReferralStep, Packet, PartnerDoor, Barrier, BarrierTry)
    assert {one._meta.label for one in kinds} <= told.filled
    erase_person(told.world.supervisor, told.person_id, sure=True)
    for model in kinds:
        for row in model._default_manager.all():
            said = " ".join(str(getattr(row, name) or "") for name in model.Privacy.sensitive)
            assert "ZQX" not in said, model
