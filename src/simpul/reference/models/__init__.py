from simpul.reference.models.calendar import Holiday
from simpul.reference.models.categories import Category
from simpul.reference.models.clocks import PracticePeriod, RetentionRule, RiskTarget, StatutoryClock
from simpul.reference.models.counting import AgeBand, CountingLimit
from simpul.reference.models.papers import PaperWarning
from simpul.reference.models.practice import EthicsArticle, PracticeTerm
from simpul.reference.models.referrals import BarrierType, ReferralTarget
from simpul.reference.models.regions import Region, RegionBoundary, RegionLoad
from simpul.reference.models.taxonomy import TaxonomyTerm
from simpul.reference.models.wordings import Wording

__all__ = [
    "AgeBand",
    "BarrierType",
    "Category",
    "CountingLimit",
    "EthicsArticle",
    "Holiday",
    "PaperWarning",
    "PracticePeriod",
    "PracticeTerm",
    "ReferralTarget",
    "Region",
    "RegionBoundary",
    "RegionLoad",
    "RetentionRule",
    "RiskTarget",
    "StatutoryClock",
    "TaxonomyTerm",
    "Wording",
]
