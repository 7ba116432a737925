"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "accept_referral": N_("accepted a referral"),
    "barrier_view": N_("read what was in the way"),
    "barriers_of_case": N_("read what was in the way"),
    "close_referral": N_("closed a referral"),
    "decline_referral": N_("declined a referral"),
    "draft_referral": N_("wrote a referral"),
    "enter_partner_door": N_("came back to a referral with the password"),
    "expire_referrals": N_("looked for referrals whose consent has ended"),
    "issue_referral_letter": N_("issued a letter of referral"),
    "note_barrier": N_("noted what was in the way"),
    "open_partner_door": N_("opened a referral with the code of its letter"),
    "own_referrals": N_("looked at the referrals in the portal"),
    "packet_preview": N_("looked at what a referral would tell"),
    "partner_seat": N_("opened the page of a referral"),
    "partner_view": N_("read what was sent with a referral, to answer it"),
    "recall_referral": N_("took a referral back"),
    "receive_referral": N_("confirmed that a referral arrived"),
    "record_attendance": N_("wrote down whether the client came"),
    "record_referral_consent": N_("recorded a consent"),
    "referral_view": N_("read a referral"),
    "referrals_of_case": N_("read a referral"),
    "referrals_waiting": N_("saw a referral in a list"),
    "relock_referrals": N_("moved referrals with their case"),
    "renew_partner_door": N_("made a new code for a referral"),
    "report_outcome": N_("told what came of a referral"),
    "revise_referral": N_("wrote a referral"),
    "schedule_referral": N_("gave an appointment for a referral"),
    "send_referral": N_("sent a referral to another agency"),
    "settle_barrier": N_("wrote how a barrier ended"),
    "tend_barriers": N_("reminded of barriers that stand open"),
    "waitlist_referral": N_("put a referral on a waiting list"),
}
