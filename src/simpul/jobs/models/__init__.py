"""Background work."""

from simpul.jobs.models.job import Beat, Job, JobState

__all__ = ["Beat", "Job", "JobState"]
