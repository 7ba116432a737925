"""The closed lists of referrals, with their words for people."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReferralState(models.TextChoices):
    """Where a referral stands (``rules/loop.py`` says what leads where)."""

    DRAFT = "draft", _("Being written")
    SENT = "sent", _("Sent")
    RECEIVED = "received", _("Arrived")
    ACCEPTED = "accepted", _("Accepted")
    WAITLISTED = "waitlisted", _("On the waiting list")
    DECLINED = "declined", _("Declined")
    SCHEDULED = "scheduled", _("Date agreed")
    ATTENDED = "attended", _("The client went")
    MISSED = "missed", _("The client could not go")
    SERVED = "served", _("Helped")
    PARTLY = "partly", _("Partly helped")
    NOT_SERVED = "not_served", _("Not helped")
    RECALLED = "recalled", _("Taken back")
    EXPIRED = "expired", _("No answer came")
    CLOSED = "closed", _("Closed")


class Outcome(models.TextChoices):
    """What came of it at the agency."""

    SERVED = "served", _("The client was helped")
    PARTLY = "partly", _("Helped in part; more is needed")
    NOT_SERVED = "not_served", _("The client was not helped")


class DeclineReason(models.TextChoices):
    """Why an agency says no."""

    FULL = "full", _("No place free")
    NOT_OURS = "not_ours", _("Not a service of ours")
    AREA = "area", _("Outside our area")
    CONDITIONS = "conditions", _("A condition is not met")
    PAPERS = "papers", _("Papers are missing")
    UNSAFE = "unsafe", _("We could not keep the client safe")
    KNOWN = "known", _("We already accompany the client")
    OTHER = "other", _("Another reason")


class RecallReason(models.TextChoices):
    """Why we take a referral back."""

    CLIENT = "client", _("The client no longer wants it")
    CONSENT = "consent", _("The client took her consent back")
    SAFETY = "safety", _("It is not safe any more")
    OTHER_WAY = "other_way", _("Help came another way")
    MISTAKE = "mistake", _("It was sent by mistake")


class ClientView(models.TextChoices):
    """How the client sees it, asked at the end."""

    HELPED = "helped", _("It helped")
    SOMEWHAT = "somewhat", _("It helped a little")
    NOT = "not", _("It did not help")
    HARMED = "harmed", _("It made things worse")
    NOT_ASKED = "not_asked", _("She could not be asked")


class BarrierState(models.TextChoices):
    """How it stands with a barrier. Only what stands has an owner and a date."""

    STANDS = "stands", _("It still stands")
    OVERCOME = "overcome", _("Overcome: the way is free")
    AROUND = "around", _("Got around: help came another way")
    GIVEN_UP = "given_up", _("Given up for now, with the client")


class Urgency(models.TextChoices):
    NORMAL = "normal", _("In its time")
    HIGH = "high", _("Soon")
    IMMEDIATE = "immediate", _("At once")


class ByWhom(models.TextChoices):
    """From which side a step came."""

    STAFF = "staff", _("Our office")
    PARTNER = "partner", _("The agency itself")
    SYSTEM = "system", _("Simpul")
