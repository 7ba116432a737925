"""Which file becomes which records."""

from __future__ import annotations

from simpul.reference.models import (
    AgeBand,
    BarrierType,
    Category,
    CountingLimit,
    EthicsArticle,
    Holiday,
    PaperWarning,
    PracticePeriod,
    PracticeTerm,
    ReferralTarget,
    RetentionRule,
    RiskTarget,
    StatutoryClock,
    TaxonomyTerm,
    Wording,
)
from simpul.reference.tables.reading import Topic

TOPICS = (
    Topic("categories", Category, ("code", "valid_from")),
    Topic("statutory-clocks", StatutoryClock, ("code", "valid_from")),
    Topic("risk-targets", RiskTarget, ("level", "valid_from")),
    Topic("practice-periods", PracticePeriod, ("code", "turn", "valid_from")),
    Topic("paper-warnings", PaperWarning, ("days_before", "valid_from")),
    Topic("retention-rules", RetentionRule, ("code", "valid_from")),
    Topic("holidays", Holiday, ("day", "label_id")),
    Topic("practice-terms", PracticeTerm, ("kind", "code", "valid_from")),
    Topic("code-of-ethics", EthicsArticle, ("version", "number")),
    Topic("taxonomy-terms", TaxonomyTerm, ("code", "valid_from")),
    Topic("barrier-types", BarrierType, ("code", "valid_from")),
    Topic("referral-targets", ReferralTarget, ("state", "valid_from")),
    Topic("counting-limits", CountingLimit, ("code", "valid_from")),
    Topic("age-bands", AgeBand, ("code", "valid_from")),
    Topic("wordings", Wording, ("language", "avoid", "valid_from")),
)
