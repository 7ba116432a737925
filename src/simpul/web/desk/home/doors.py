"""Where the work of those is who accompany nobody themselves: the desk, the office, the log."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.kernel.actor import Actor
from simpul.safeguards.permissions import may

MOST = 4


@dataclass(frozen=True)
class Door:
    """A page, and what is done there."""

    label: str
    note: str
    icon: str
    url: str


def doors(actor: Actor) -> tuple[Door, ...]:
    """The pages that this actor works on, what is nearest to a person first."""
    known = (
        (
            "casework.supervisor_board", "desk_board", "layout-dashboard", _("Supervisor's board"),
            _("Who must be seen today, what waits for you, who carries how much"),
        ),
        (
            "casework.complaints", "desk_complaints", "megaphone", _("Complaints"),
            _("What clients complain of, and until when they must be answered"),
        ),
        (
            "registry.search_persons", "desk_search", "user-search", _("Search"),
            _("Whether somebody is known here already"),
        ),
        (
            "registry.register_person", "register_person", "user-plus", _("Register a person"),
            _("For somebody who comes for the first time"),
        ),
        (
            "workforce.invite_staff", "desk_people", "users-round", _("Staff"),
            _("Invite colleagues, end accounts, see whose papers run out"),
        ),
        (
            "workforce.pending_grants", "desk_roles", "shield-check", _("Roles"),
            _("Who may do what; roles that wait for a second signature"),
        ),
        (
            "workforce.open_office", "desk_offices", "building-2", _("Offices"),
            _("Offices, teams and letterheads"),
        ),
        (
            "safeguards.audit_trail", "desk_audit", "file-search", _("Log"),
            _("Who did what and when; whether the chain is whole"),
        ),
        (
            "registry.broken_glasses", "desk_glasses", "siren", _("Emergency readings"),
            _("Files that were opened in an emergency, and what was found"),
        ),
        (
            "casework.find_cases", "desk_cases", "folder", _("Cases"),
            _("Cases that were shared with you"),
        ),
        (
            "directory.find_services", "desk_directory", "life-buoy", _("Find help"),
            _("Who helps with what, where and when"),
        ),
    )  # fmt: skip
    found = [
        Door(label, note, icon, reverse(name)) for act, name, icon, label, note in known if may(actor, act)
    ]
    return tuple(found[:MOST])
