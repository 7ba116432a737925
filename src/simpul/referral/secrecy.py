"""Agencies that shelter somebody: that a client is there is told nowhere that others may look."""

from __future__ import annotations

from django.utils.translation import gettext as _

from simpul.directory.models import Agency, Place


def shelters(agency: Agency) -> bool:
    """Whether this agency has a place whose address is nobody's to know."""
    return bool(Place.objects.filter(agency=agency, sealed=True, ended_on=None).exists())


def outward_name(agency: Agency) -> str:
    """How the agency is called on a telephone that others may hold, and on paper."""
    return _("a protected place") if shelters(agency) else agency.name
