"""Referrals at the desk: written with the client, sent with her consent, followed until she was helped."""
