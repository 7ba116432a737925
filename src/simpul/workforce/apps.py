from simpul.safeguards.discovery import ActsConfig


class WorkforceConfig(ActsConfig):
    name = "simpul.workforce"
    label = "workforce"
    default = True
