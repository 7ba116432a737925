from simpul.safeguards.discovery import ActsConfig


class ReferenceConfig(ActsConfig):
    name = "simpul.reference"
    label = "reference"
    default = True
