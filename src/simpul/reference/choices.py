"""Words with a fixed meaning inside the reference data."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Certainty(models.TextChoices):
    """How far an entry can be relied on; shown wherever the entry decides something."""

    READ = "read", _("read in the source")
    UNVERIFIED = "unverified", _("from memory, to be verified")
    OWN = "own", _("our own proposal, not law")


class RegionLevel(models.TextChoices):
    PROVINCE = "province", _("province")
    REGENCY = "regency", _("regency or city")
    DISTRICT = "district", _("district")
    VILLAGE = "village", _("village")


class CategoryGroup(models.TextChoices):
    """Needs (PPKS) and strengths (PSKS) of the welfare system."""

    PPKS = "ppks", _("need for social services (PPKS)")
    PSKS = "psks", _("source of social welfare (PSKS)")


class Sensitivity(models.TextChoices):
    """How carefully a fact about a person must be kept (UU 27/2022 art. 4)."""

    GENERAL = "general", _("general personal data")
    SPECIFIC = "specific", _("specific personal data")
    SEALED = "sealed", _("sealed: only those who need to know")


class ClockUnit(models.TextChoices):
    HOURS = "hours", _("hours")
    DAYS = "days", _("calendar days")
    WORKING_DAYS = "working_days", _("working days")
    MONTHS = "months", _("months")
    NONE = "none", _("no fixed length")


class HolidayKind(models.TextChoices):
    NATIONAL = "national", _("national holiday")
    COLLECTIVE_LEAVE = "collective_leave", _("collective leave")


class PracticeKind(models.TextChoices):
    """The three tags of every contact: which role, in which setting, at which level."""

    ROLE = "role", _("role")
    SETTING = "setting", _("setting")
    LEVEL = "level", _("level")


class RiskLevel(models.TextChoices):
    IMMEDIATE = "immediate", _("immediate")
    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")


class Fate(models.TextChoices):
    """What happens to a file when its keeping time is over."""

    DESTROY = "destroy", _("destroyed with a signed record")
    REVIEW = "review", _("looked at again")
    PERMANENT = "permanent", _("kept permanently")


class ArticleKind(models.TextChoices):
    VALUE = "value", _("value")
    PRINCIPLE = "principle", _("principle")
    DUTY = "duty", _("duty")


class WordLanguage(models.TextChoices):
    INDONESIAN = "id", _("Indonesian")
    ENGLISH = "en", _("English")


class TermKind(models.TextChoices):
    """What a term of the taxonomy names."""

    AREA = "area", _("area of life")
    NEED = "need", _("difficulty, as people say it")
    SERVICE = "service", _("service that answers it")


class WordingUnless(models.TextChoices):
    """What makes a word right that is better avoided without it."""

    PROFESSIONAL = "professional", _("a named professional and a date stand beside it")
