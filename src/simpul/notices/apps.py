from simpul.safeguards.discovery import ActsConfig


class NoticesConfig(ActsConfig):
    name = "simpul.notices"
    label = "notices"
    default = True
