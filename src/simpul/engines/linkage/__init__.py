"""Finding the same person: Indonesian names, likeness with reasons, keys to search by. No framework.

The ``Matcher`` protocol is the one door: a later engine replaces ``SimpleMatcher`` behind it.
"""

from simpul.engines.linkage.facts import Likeness, LikenessLevel, PersonFacts
from simpul.engines.linkage.matcher import VERSION, Matcher, SimpleMatcher
from simpul.engines.linkage.names import Shadow, shadow_of

__all__ = [
    "VERSION",
    "Likeness",
    "LikenessLevel",
    "Matcher",
    "PersonFacts",
    "Shadow",
    "SimpleMatcher",
    "shadow_of",
]
