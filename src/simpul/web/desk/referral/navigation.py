"""The desk's entry for referrals."""

from simpul.kernel.text import N_, Text
from simpul.web.ui.navigation import DESK, Item, declare

declare(
    DESK,
    Item(Text(N_("Referrals")), "desk_referrals", "send", act="referral.referrals_waiting", rank=22),
)
