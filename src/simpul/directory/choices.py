"""Kinds of help systems, of places, and of what is known about a service."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SystemKind(models.TextChoices):
    """The three kinds of systems that help people (Pincus and Minahan)."""

    INFORMAL = "informal", _("Family, neighbours, friends")
    MEMBERSHIP = "membership", _("Membership: circle, cooperative, congregation")
    SOCIETAL = "societal", _("Institution")


class ServiceStatus(models.TextChoices):
    """Whether a service can be used (values of HSDS 3.1)."""

    ACTIVE = "active", _("Open")
    INACTIVE = "inactive", _("Resting")
    DEFUNCT = "defunct", _("Ended")
    CLOSED = "temporarily closed", _("Closed for some time")


class PlaceKind(models.TextChoices):
    """What kind of place it is (values of HSDS 3.1)."""

    PHYSICAL = "physical", _("A place to go to")
    POSTAL = "postal", _("A postal address")
    VIRTUAL = "virtual", _("By telephone or online")


class Cost(models.TextChoices):
    UNKNOWN = "unknown", _("Not known")
    FREE = "free", _("Free")
    SOME = "some", _("Costs something")


class Sexes(models.TextChoices):
    ALL = "", _("Everybody")
    WOMEN = "f", _("Women and girls")
    MEN = "m", _("Men and boys")


class Access(models.TextChoices):
    """What helps a person to get in and to be understood."""

    WHEELCHAIR = "wheelchair", _("Step-free for wheelchairs")
    TOILET = "toilet", _("Accessible toilet")
    SIGN = "sign", _("Sign language")
    LARGE_PRINT = "large_print", _("Large print or reading aloud")
    QUIET = "quiet", _("A quiet room")
    ESCORT = "escort", _("Somebody fetches you at the gate")


class Paper(models.TextChoices):
    """Papers that services ask for."""

    KTP = "ktp", _("Identity card (KTP)")
    KK = "kk", _("Family card (KK)")
    BIRTH = "birth", _("Birth certificate")
    MARRIAGE = "marriage", _("Marriage certificate")
    BPJS = "bpjs", _("Health insurance card")
    SKTM = "sktm", _("Letter of limited means")
    REFERRAL = "referral", _("Referral letter")
    SCHOOL = "school", _("School report or letter")
    DEATH = "death", _("Death certificate")
    POLICE = "police", _("Police report")


class ReportOutcome(models.TextChoices):
    CORRECTED = "corrected", _("The entry was corrected")
    RIGHT = "right", _("The entry is right")
    UNCLEAR = "unclear", _("It could not be found out")


class PackageStage(models.TextChoices):
    """How far a foreign package is."""

    READING = "reading", _("Being read")
    CHECKED = "checked", _("Checked; waits for a decision")
    WRITING = "writing", _("Being taken over")
    DONE = "done", _("Taken over")
    CANCELLED = "cancelled", _("Not taken")
