"""What an office is called, where it is, what stands over its letters."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.workforce import policies
from simpul.workforce.faults import demand_version, missing, refuse_faults
from simpul.workforce.models import Office


@command(on=Office, reach=policies.office_reach)
def correct_office(
    actor: Actor,
    office: Office,
    *,
    version: int,
    name: str,
    address: str = "",
    city: str = "",
    postcode: str = "",
    phone: str = "",
    email: str = "",
    website: str = "",
    letterhead_over: str = "",
    letterhead_name: str = "",
) -> None:
    """Correct the facts of an office. Code and region stay: letters already carry them."""
    demand_version(office.version, version)
    refuse_faults([missing("name", name, Text(N_("Write the name of the office.")))])
    office.name, office.address, office.city, office.postcode = name.strip(), address, city, postcode
    office.phone, office.email, office.website = phone, email, website
    office.letterhead_over, office.letterhead_name = letterhead_over, letterhead_name
    office.version += 1
    office.save()
