from simpul.safeguards.discovery import ActsConfig


class AdvocacyConfig(ActsConfig):
    name = "simpul.advocacy"
    label = "advocacy"
    default = True
