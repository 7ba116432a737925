"""Recurring duties of referrals."""

from datetime import timedelta

from simpul.jobs.handlers import recurring
from simpul.kernel.actor import system_actor
from simpul.referral.commands.expire_referrals import expire_referrals
from simpul.referral.commands.tend_barriers import tend_barriers


@recurring("referral.expire_referrals", every=timedelta(hours=1))
def expire_referrals_hourly() -> None:
    """Every hour: what nobody answered or what may not be read any more comes back to its owner."""
    expire_referrals(system_actor())


@recurring("referral.tend_barriers", every=timedelta(hours=1))
def tend_barriers_hourly() -> None:
    """Every hour: no barrier that stands is without an owner and a date."""
    tend_barriers(system_actor())
