"""The loop of a referral as our office and the agency both see it: its forms, words and steps."""
