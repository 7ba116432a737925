from simpul.safeguards.discovery import ActsConfig


class ReferralConfig(ActsConfig):
    name = "simpul.referral"
    label = "referral"
    default = True

    def ready(self) -> None:
        super().ready()
        from simpul.casework.strands import add_to_the_course
        from simpul.referral.carrying import records_about
        from simpul.referral.commands.relock_referrals import relock_referrals
        from simpul.referral.doors import known_as
        from simpul.referral.in_the_course import STRAND
        from simpul.referral.leaving import open_referrals_of
        from simpul.registry.carrying import follow
        from simpul.registry.outsiders import outsiders_are_named_by
        from simpul.safeguards.forgetting import leads_to
        from simpul.workforce.departure import register

        add_to_the_course(STRAND)
        follow("referrals", relock_referrals)
        register(open_referrals_of)
        leads_to(records_about)
        outsiders_are_named_by(known_as)
