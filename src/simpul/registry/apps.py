from simpul.safeguards.discovery import ActsConfig


class RegistryConfig(ActsConfig):
    name = "simpul.registry"
    label = "registry"
    default = True
