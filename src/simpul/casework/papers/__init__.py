"""Papers of a case: what comes from the file, what the worker words herself, the paper made of both."""
