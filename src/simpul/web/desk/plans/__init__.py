"""The second half of a case: plan, conference, review, end, hand-over, aftercare, complaints, papers."""
