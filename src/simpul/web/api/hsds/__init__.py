"""The directory of services as Open Referral HSDS 3.1."""
