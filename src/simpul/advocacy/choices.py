"""The closed lists of patterns and findings, with their words for people."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Dimension(models.TextChoices):
    """By what the barriers of a quarter are counted beside their kind. One at a time, never two (ADR 31)."""

    KIND = "kind", _("Kind alone")
    QUARTER = "quarter", _("Quarters")
    MONTH = "month", _("Months")
    AGENCY = "agency", _("Agency")
    RULE = "rule", _("Rule")
    AREA = "area", _("Area")
    SEX = "sex", _("Sex")
    AGE = "age", _("Age")
    DISABILITY = "disability", _("Disability")
    SETTING = "setting", _("Field of practice")


class FindingStatus(models.TextChoices):
    """Where a finding stands. Sending and answering come with a later version."""

    DRAFT = "draft", _("Draft")
