"""Pure decisions of the referral loop."""
