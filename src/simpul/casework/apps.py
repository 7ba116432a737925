from simpul.safeguards.discovery import ActsConfig


class CaseworkConfig(ActsConfig):
    name = "simpul.casework"
    label = "casework"
    default = True

    def ready(self) -> None:
        super().ready()
        from simpul.casework.leaving import cases_without_heir
        from simpul.workforce.departure import register

        register(cases_without_heir)
