from simpul.safeguards.discovery import ActsConfig


class JobsConfig(ActsConfig):
    name = "simpul.jobs"
    label = "jobs"
    default = True
