"""Accounts, offices, units, posts, staff and what they may do."""

from simpul.workforce.models.absence import Absence, Cover, Departure
from simpul.workforce.models.account import Account
from simpul.workforce.models.ethics import ConflictDeclaration, EthicsAcceptance
from simpul.workforce.models.grant import RoleGrant
from simpul.workforce.models.held import HeldText
from simpul.workforce.models.office import Office, Post, Unit
from simpul.workforce.models.own_record import OwnRecord
from simpul.workforce.models.staff import Credential, Staff
from simpul.workforce.models.supervision import ReflectionNote, SupervisionAgreement

__all__ = [
    "Absence",
    "Account",
    "ConflictDeclaration",
    "Cover",
    "Credential",
    "Departure",
    "EthicsAcceptance",
    "HeldText",
    "Office",
    "OwnRecord",
    "Post",
    "ReflectionNote",
    "RoleGrant",
    "Staff",
    "SupervisionAgreement",
    "Unit",
]
