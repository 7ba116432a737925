"""The kinds of offices, teams, papers and absences."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from simpul.kernel.actor import Role, Scope


class OfficeKind(models.TextChoices):
    """Where social work is done and answered for (PP 2/2018, Permensos 7/2021, Permensos 15/2018)."""

    DINSOS_PROVINCE = "dinsos_province", _("Provincial social office")
    DINSOS = "dinsos", _("Social office of a regency or city")
    UPTD_PPA = "uptd_ppa", _("Protection unit for women and children")
    UPTD = "uptd", _("Technical unit of a social office")
    SENTRA = "sentra", _("Service centre of the ministry")
    LKS = "lks", _("Social welfare organisation")
    VILLAGE = "village", _("Village office")
    PUSKESOS = "puskesos", _("Village welfare desk")


class UnitKind(models.TextChoices):
    """What a team is for. A protection team's cases are sealed from everybody else."""

    SERVICE = "service", _("Service team")
    PROTECTION = "protection", _("Protection team")
    FRONT_OFFICE = "front_office", _("Front office")
    FIELD = "field", _("Field team")
    PROGRAMME = "programme", _("Programme team")
    ADMINISTRATION = "administration", _("Administration")
    AUDIT = "audit", _("Internal audit")


class CredentialKind(models.TextChoices):
    """The papers of the profession (UU 14/2019): examined, registered, allowed to practise alone."""

    CERTIFICATE = "certificate", _("Competence certificate")
    STR = "str", _("Registration (STR)")
    SIPPS = "sipps", _("Practice permit (SIPPS)")


class AbsenceKind(models.TextChoices):
    """Why somebody is away, as far as colleagues need to know."""

    LEAVE = "leave", _("Leave")
    SICK = "sick", _("Sick leave")
    TRAINING = "training", _("Training")
    DUTY = "duty", _("Duty elsewhere")
    OTHER = "other", _("Other")


class DepartureKind(models.TextChoices):
    """How somebody leaves the service."""

    TRANSFER = "transfer", _("Transfer to another office")
    RETIREMENT = "retirement", _("Retirement")
    RESIGNATION = "resignation", _("Resignation")
    CONTRACT_END = "contract_end", _("End of contract")
    OTHER = "other", _("Other")


class TieKind(models.TextChoices):
    """Why a worker must not work with a person."""

    KIN = "kin", _("Kinship")
    CONFLICT = "conflict", _("Conflict of interest")


class GrantableRole(models.TextChoices):
    """The roles that a member of staff can hold."""

    SOCIAL_WORKER = Role.SOCIAL_WORKER, _("Social worker")
    SUPERVISOR = Role.SUPERVISOR, _("Supervisor")
    HEAD_OF_OFFICE = Role.HEAD_OF_OFFICE, _("Head of office")
    FRONT_DESK = Role.FRONT_DESK, _("Front desk")
    VOLUNTEER = Role.VOLUNTEER, _("Volunteer")
    PROTECTION_WORKER = Role.PROTECTION_WORKER, _("Protection worker")
    ADMIN = Role.ADMIN, _("Administrator")
    AUDITOR = Role.AUDITOR, _("Auditor")


class GrantScope(models.TextChoices):
    """How far a role reaches."""

    OWN = Scope.OWN, _("Own cases only")
    UNIT = Scope.UNIT, _("The team")
    OFFICE = Scope.OFFICE, _("The office")
    AREA = Scope.AREA, _("An area")
