from simpul.safeguards.discovery import ActsConfig


class WorklistConfig(ActsConfig):
    name = "simpul.worklist"
    label = "worklist"
    default = True
