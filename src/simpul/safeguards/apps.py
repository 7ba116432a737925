from simpul.safeguards.discovery import ActsConfig


class SafeguardsConfig(ActsConfig):
    name = "simpul.safeguards"
    label = "safeguards"
    default = True
