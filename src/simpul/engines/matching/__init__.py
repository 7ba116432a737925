"""Which service answers this need, for this person, here and now, and why. No framework, no database.

Needs come as plain Indonesian words or as taxonomy codes. A missing fact is *unknown*, never *no*: it is said
beside the service and costs it nothing but certainty.
"""

from simpul.engines.matching.facts import Answer, Ask, Fit, Heard, Match, Minutes, Offer, Term
from simpul.engines.matching.hearing import Hearing
from simpul.engines.matching.ranking import VERSION, Matcher
from simpul.engines.matching.words import stems_of

__all__ = [
    "VERSION",
    "Answer",
    "Ask",
    "Fit",
    "Heard",
    "Hearing",
    "Match",
    "Matcher",
    "Minutes",
    "Offer",
    "Term",
    "stems_of",
]
