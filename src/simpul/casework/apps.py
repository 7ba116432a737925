from simpul.safeguards.discovery import ActsConfig


class CaseworkConfig(ActsConfig):
    name = "simpul.casework"
    label = "casework"
    default = True
