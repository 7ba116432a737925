"""Deadlines: those that a law sets, and those that we set ourselves and say so."""

from typing import ClassVar

from django.db import models

from simpul.reference.choices import ClockUnit, Fate, RiskLevel
from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current


class StatutoryClock(DatedEntry):
    """What must be done how soon after what, by whom, under which article.

    ``ours`` clocks run for this office; the others are duties of police, prosecutor or court,
    which we only remind of. ``lasts_*`` says how long the measure itself may last.
    """

    code = models.CharField(max_length=8)
    position = models.PositiveSmallIntegerField()
    trigger_id = models.CharField(max_length=300)
    trigger_en = models.CharField(max_length=300)
    duty_id = models.CharField(max_length=300)
    duty_en = models.CharField(max_length=300)
    holder = models.CharField(max_length=40)
    ours = models.BooleanField(default=False)
    amount = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=12, choices=ClockUnit)
    lasts_amount = models.PositiveSmallIntegerField(null=True, blank=True)
    lasts_unit = models.CharField(max_length=12, choices=ClockUnit, default=ClockUnit.NONE)
    basis = models.CharField(max_length=160)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            one_current("statutory_clock_one_current", "code"),
            certainty_is_known("statutory_clock_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "code", "position", "trigger_id", "trigger_en", "duty_id", "duty_en", "holder",
            "ours", "amount", "unit", "lasts_amount", "lasts_unit", "basis", "note",
        )  # fmt: skip


class RiskTarget(DatedEntry):
    """How soon we promise to act at a level of risk. Our own promise, never a law."""

    level = models.CharField(max_length=10, choices=RiskLevel)
    position = models.PositiveSmallIntegerField()
    label_id = models.CharField(max_length=60)
    label_en = models.CharField(max_length=60)
    amount = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=12, choices=ClockUnit)
    meaning_id = models.CharField(max_length=250)
    meaning_en = models.CharField(max_length=250)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            one_current("risk_target_one_current", "level"),
            certainty_is_known("risk_target_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "level", "position", "label_id", "label_en", "amount", "unit", "meaning_id",
            "meaning_en",
        )  # fmt: skip


class PracticePeriod(DatedEntry):
    """How long the house gives itself: to answer a complaint, to look at a plan again, to visit afterwards.

    A series of dates (after-care) has one row for each ``turn``, counted from 1.
    """

    code = models.CharField(max_length=30)
    turn = models.PositiveSmallIntegerField(default=1)
    amount = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=12, choices=ClockUnit)
    meaning_id = models.CharField(max_length=250)
    meaning_en = models.CharField(max_length=250)

    class Meta:
        ordering = ("code", "turn")
        constraints: ClassVar = [
            one_current("practice_period_one_current", "code", "turn"),
            certainty_is_known("practice_period_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (*PROVENANCE, "code", "turn", "amount", "unit", "meaning_id", "meaning_en")


class RetentionRule(DatedEntry):
    """How long a kind of file is kept and what happens then; a legal hold always wins."""

    code = models.CharField(max_length=30)
    record_id = models.CharField(max_length=120)
    record_en = models.CharField(max_length=120)
    active_years = models.PositiveSmallIntegerField(null=True, blank=True)
    inactive_years = models.PositiveSmallIntegerField(null=True, blank=True)
    until_age = models.PositiveSmallIntegerField(null=True, blank=True)
    fate = models.CharField(max_length=10, choices=Fate)
    starts_at = models.CharField(max_length=40)
    note = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ("code",)
        constraints: ClassVar = [
            one_current("retention_rule_one_current", "code"),
            certainty_is_known("retention_rule_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "code", "record_id", "record_en", "active_years", "inactive_years", "until_age",
            "fate", "starts_at", "note", "basis",
        )  # fmt: skip
