"""Referrals of the marked world: one sent and opened, one being written, a barrier; and a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.referral.commands.note_barrier import BarrierGiven, note_barrier
from simpul.referral.commands.settle_barrier import settle_barrier
from tests.advocacy.counted import kept_finding
from tests.directory.entries import make_agency, make_service
from tests.factories.casework import World
from tests.factories.referral import House, drafted, opened, sent
from tests.factories.workforce import actor_of

if TYPE_CHECKING:
    from tests.sweeps.world import Marked


def refer_everybody(world: Marked, keeper: dict[str, str]) -> None:
    """Each by her own worker, to an agency of her own."""
    for owner, login in keeper.items():
        if owner not in world.persons:
            continue
        staff = world.staff[login]
        actor, account = actor_of(staff), world.accounts[f"client_{owner}"]
        assert account is not None
        place = World(
            staff.office, staff.unit, staff, staff, actor, actor, actor, world.persons[owner], account
        )
        keeper_actor = actor_of(world.staff["w1"])
        service = make_service(keeper_actor, make_agency(keeper_actor, name=f"Klinik {owner.title()}"))
        house = House(place, world.cases[owner].id, service)
        opened(sent(house, caution="Telepon pagi saja."))
        drafted(house)
        barrier = BarrierGiven("fee", words="Ongkos tidak ada.")
        noted = note_barrier(actor, house.case_id, barrier=barrier)
        settle_barrier(actor, noted, tried="Minta keringanan ke loket.", result="stands")
    boss = world.staff["boss"]
    kept_finding(boss.office_id, boss.id)
