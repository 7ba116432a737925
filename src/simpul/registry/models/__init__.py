"""Persons, households, ties, contacts, and how the same person is found."""

from simpul.registry.models.contact import Address, ContactPoint
from simpul.registry.models.erasure import ErasureRequest
from simpul.registry.models.household import Household, Membership
from simpul.registry.models.identity_number import IdentityNumber
from simpul.registry.models.imports import ImportBatch, ImportRow
from simpul.registry.models.linkage import MatchKey, MergeProposal
from simpul.registry.models.person import Alias, CareTeam, Person, ProtectionTeam
from simpul.registry.models.portal import PortalDoor
from simpul.registry.models.relationship import Relationship

__all__ = [
    "Address",
    "Alias",
    "CareTeam",
    "ContactPoint",
    "ErasureRequest",
    "Household",
    "IdentityNumber",
    "ImportBatch",
    "ImportRow",
    "MatchKey",
    "Membership",
    "MergeProposal",
    "Person",
    "PortalDoor",
    "ProtectionTeam",
    "Relationship",
]
