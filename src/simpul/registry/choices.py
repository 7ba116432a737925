"""The closed lists of the registry, with their words for people."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """As recorded on the card or told; empty means not known."""

    FEMALE = "f", _("Female")
    MALE = "m", _("Male")


class Precision(models.TextChoices):
    """How exactly a birth date is known."""

    DAY = "day", _("The day")
    MONTH = "month", _("The month")
    YEAR = "year", _("The year")
    ESTIMATED = "estimated", _("Estimated from the age")


class NumberKind(models.TextChoices):
    """Which card a number stands on."""

    NIK = "nik", _("NIK")
    BPJS = "bpjs", _("BPJS / KIS")
    PASSPORT = "passport", _("Passport")
    BIRTH_CERTIFICATE = "birth_certificate", _("Birth certificate")
    DISABILITY_CARD = "disability_card", _("Disability card")
    OTHER = "other", _("Other card")


class NumberStatus(models.TextChoices):
    """Whether a number counts: recorded, contested by another file, absent, or replaced."""

    RECORDED = "recorded", _("Recorded")
    CONTESTED = "contested", _("Waits for review: another file has it")
    ABSENT = "absent", _("Not on file")
    ENDED = "ended", _("No longer used")


class CheckedLevel(models.TextChoices):
    """What somebody has seen of the card."""

    TOLD = "told", _("Told")
    SEEN = "seen", _("Card seen")
    COPIED = "copied", _("Copy kept")
    VERIFIED = "verified", _("Verified at Dukcapil")


class AbsentReason(models.TextChoices):
    """Why there is no number. None of these stops help."""

    NOT_YET = "not_yet", _("Has none yet")
    UNKNOWN = "unknown", _("Does not know it")
    REFUSED = "refused", _("Prefers not to say")
    FOREIGNER = "foreigner", _("Foreign national")


class UnknownIdentity(models.TextChoices):
    """Why it is not known who somebody is."""

    CANNOT_TELL = "cannot_tell", _("Cannot tell us now (unconscious, very young, confused)")
    PREFERS_NOT = "prefers_not", _("Prefers to stay anonymous")
    FOUND = "found", _("Found without papers")
    REPORTED = "reported", _("Reported by somebody else, not yet met")


class ShdkRelation(models.TextChoices):
    """Place in the family card (SHDK)."""

    HEAD = "1", _("Head of family")
    HUSBAND = "2", _("Husband")
    WIFE = "3", _("Wife")
    CHILD = "4", _("Child")
    CHILD_IN_LAW = "5", _("Son- or daughter-in-law")
    GRANDCHILD = "6", _("Grandchild")
    PARENT = "7", _("Parent")
    PARENT_IN_LAW = "8", _("Parent-in-law")
    OTHER_FAMILY = "9", _("Other relative")
    HOUSEHOLD_WORKER = "10", _("Household worker")
    OTHER = "11", _("Other")


class LeavingReason(models.TextChoices):
    """Why somebody left a household."""

    MOVED = "moved", _("Moved away")
    MARRIED = "married", _("Married")
    SEPARATED = "separated", _("Separated or divorced")
    DIED = "died", _("Died")
    PLACED = "placed", _("Placed in care")
    FLED = "fled", _("Had to leave for safety")
    ERROR = "error", _("Recorded by mistake")
    OTHER = "other", _("Other")


class TieKind(models.TextChoices):
    """How two persons stand to each other. The first is the subject of the sentence."""

    PARENT = "parent", _("is a parent of")
    ADOPTIVE_PARENT = "adoptive_parent", _("is an adoptive parent of")
    FOSTER_PARENT = "foster_parent", _("is a foster parent of")
    SIBLING = "sibling", _("is a brother or sister of")
    TWIN = "twin", _("is a twin of")
    RELATIVE = "relative", _("is a relative of")
    MARRIED = "married", _("is married to")
    COHABITING = "cohabiting", _("lives as a couple with")
    SEPARATED = "separated", _("lives apart from the spouse")
    DIVORCED = "divorced", _("is divorced from")
    WIDOWED = "widowed", _("is the widow or widower of")
    GUARDIAN = "guardian", _("is the legal guardian of")
    CARER = "carer", _("cares for")
    VERY_CLOSE = "very_close", _("is very close to")
    CLOSE = "close", _("is close to")
    DISTANT = "distant", _("is distant from")
    CONFLICT = "conflict", _("is in conflict with")
    CUT_OFF = "cut_off", _("has broken off contact with")
    VIOLENCE = "violence", _("uses violence against")


DIRECTED_TIES = frozenset(
    {
        TieKind.PARENT,
        TieKind.ADOPTIVE_PARENT,
        TieKind.FOSTER_PARENT,
        TieKind.GUARDIAN,
        TieKind.CARER,
        TieKind.VIOLENCE,
    }
)
UNION_TIES = frozenset(
    {TieKind.MARRIED, TieKind.COHABITING, TieKind.SEPARATED, TieKind.DIVORCED, TieKind.WIDOWED}
)
CONFLICT_TIES = frozenset({TieKind.CONFLICT, TieKind.CUT_OFF, TieKind.VIOLENCE})


class ContactKind(models.TextChoices):
    """How somebody can be reached."""

    PHONE = "phone", _("Telephone")
    WHATSAPP = "whatsapp", _("WhatsApp")
    EMAIL = "email", _("E-mail")
    VISIT = "visit", _("In person")
    OTHER = "other", _("Other way")


class Safety(models.TextChoices):
    """Whether using a contact may put the client in danger."""

    SAFE = "safe", _("Safe")
    UNSAFE = "unsafe", _("Not safe")
    UNKNOWN = "unknown", _("Not asked yet")


class RevealPurpose(models.TextChoices):
    """Why a secret address must be seen now."""

    VISIT = "visit", _("To visit or fetch the client")
    EMERGENCY = "emergency", _("Danger: help must reach the client")
    DELIVERY = "delivery", _("To bring goods or documents")
    LEGAL = "legal", _("A court or the police may know it")
    CHECK = "check", _("To check or correct it with the client")


class AddressKind(models.TextChoices):
    """Which address: on the card, where she lives, or a place to be kept secret."""

    KTP = "ktp", _("On the KTP")
    DOMICILE = "domicile", _("Lives here")
    SAFE = "safe", _("Safe place (kept secret)")


class FunctionalDomain(models.TextChoices):
    """What somebody may find hard to do (nine domains of the national form)."""

    SEEING = "seeing", _("Seeing, even with glasses")
    HEARING = "hearing", _("Hearing, even with a hearing aid")
    WALKING = "walking", _("Walking or climbing steps")
    HANDS = "hands", _("Using hands and fingers")
    LEARNING = "learning", _("Learning and understanding")
    BEHAVIOUR = "behaviour", _("Controlling behaviour")
    SPEAKING = "speaking", _("Speaking and being understood")
    SELF_CARE = "self_care", _("Washing, dressing, eating")
    REMEMBERING = "remembering", _("Remembering or concentrating")


class Difficulty(models.TextChoices):
    """How hard it is."""

    NONE = "1", _("No difficulty")
    SOME = "2", _("Some difficulty")
    MUCH = "3", _("A lot of difficulty")
    CANNOT = "4", _("Cannot do it at all")


class CareRole(models.TextChoices):
    """Why a member of staff belongs to somebody's care team."""

    CASEWORKER = "caseworker", _("Case worker")
    CO_WORKER = "co_worker", _("Co-worker")
    COVER = "cover", _("Covers for the worker")
    SUPERVISOR = "supervisor", _("Supervisor")
    INTAKE = "intake", _("Intake")


class ProposalStatus(models.TextChoices):
    """What became of the question whether two files are one person."""

    WAITING = "waiting", _("Waits for review")
    MERGED = "merged", _("Merged")
    DISTINCT = "distinct", _("Two persons")
    UNDONE = "undone", _("Merged and separated again")


class ProposalOrigin(models.TextChoices):
    """Where the question came from."""

    WORKER = "worker", _("A worker")
    SAME_NUMBER = "same_number", _("Same identity number")
    IMPORT = "import", _("An import")


class ImportKind(models.TextChoices):
    """How a staged file was made."""

    PERSONS = "persons", _("Persons and households")


class ImportStage(models.TextChoices):
    """How far an import is."""

    READING = "reading", _("Being read")
    MAPPING = "mapping", _("Choose the columns")
    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Waits for your decision")
    WRITING = "writing", _("Being written")
    DONE = "done", _("Done")
    UNDOING = "undoing", _("Being taken back")
    UNDONE = "undone", _("Taken back")
    CANCELLED = "cancelled", _("Cancelled")


class RowOutcome(models.TextChoices):
    """What a row of an import is good for, or became."""

    READY = "ready", _("Ready")
    FAULTY = "faulty", _("Has faults")
    LIKELY_KNOWN = "likely_known", _("Probably known already")
    WRITTEN = "written", _("Written")
    LEFT_OUT = "left_out", _("Left out")
    KEPT = "kept", _("Kept, because somebody works with it")


class HandedOver(models.TextChoices):
    """How the client wants to be given her way into the portal."""

    SPOKEN = "spoken", _("Said or shown to the client, nothing on paper")
    NEUTRAL = "neutral", _("On a paper that names neither the office nor its work")
    NAMED = "named", _("On a paper that names the office")
