"""Sites with one defect each, started as real processes to show that the sweeps see it."""
