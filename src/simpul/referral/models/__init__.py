"""Referrals, what they carry, who opens them, and what stands in the way."""

from simpul.referral.models.barrier import Barrier, BarrierTry
from simpul.referral.models.door import PartnerDoor
from simpul.referral.models.referral import Packet, Referral, ReferralStep

__all__ = ["Barrier", "BarrierTry", "Packet", "PartnerDoor", "Referral", "ReferralStep"]
