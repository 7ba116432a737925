from simpul.safeguards.discovery import ActsConfig


class RegistryConfig(ActsConfig):
    name = "simpul.registry"
    label = "registry"
    default = True

    def ready(self) -> None:
        super().ready()
        from simpul.registry.kin import barred_to
        from simpul.safeguards.reach import bar

        bar(barred_to)
