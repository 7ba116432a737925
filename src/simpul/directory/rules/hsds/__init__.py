"""The directory in the common language of directories: Open Referral HSDS 3.1."""
