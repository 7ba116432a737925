from simpul.safeguards.discovery import ActsConfig


class CaseworkConfig(ActsConfig):
    name = "simpul.casework"
    label = "casework"
    default = True

    def ready(self) -> None:
        super().ready()
        from simpul.casework.commands.carry_cases import carry_cases
        from simpul.casework.escalating import tell_above
        from simpul.casework.leaving import cases_without_heir
        from simpul.casework.people import records_about
        from simpul.registry.carrying import follow
        from simpul.safeguards.forgetting import leads_to
        from simpul.workforce.departure import register
        from simpul.worklist.escalation import on_escalation

        follow("cases", carry_cases)
        register(cases_without_heir)
        on_escalation(tell_above)
        leads_to(records_about)
