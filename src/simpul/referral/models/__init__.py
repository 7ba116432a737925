"""Referrals, what they carry, who opens them, and what stands in the way."""

from simpul.referral.models.barrier import Barrier
from simpul.referral.models.door import PartnerDoor
from simpul.referral.models.referral import Packet, Referral, ReferralStep

__all__ = ["Barrier", "Packet", "PartnerDoor", "Referral", "ReferralStep"]
