"""What somebody's plain words are about: terms whose phrases occur in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from simpul.engines.matching.facts import Heard, Term
from simpul.engines.matching.words import stems_of

LEAST = 0.6  # of a phrase must be said
NEGATION = "tidak"


class Hearing:
    """The phrases of a taxonomy by their stems; a rare stem counts more than one that many phrases share."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = {term.code: term for term in terms}
        self.phrases: list[tuple[str, str, frozenset[str]]] = []
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for term in self.terms.values():
            for phrase in dict.fromkeys((term.label, *term.phrases)):
                stems = frozenset(stems_of(phrase))
                if stems:
                    for one in stems:
                        self._by_stem[one].append(len(self.phrases))
                    self.phrases.append((term.code, phrase, stems))

    def rarity(self, stem: str) -> float:
        """1 for a stem of a single phrase, falling towards 0 the more phrases share it; "not" says little."""
        shared = len(self._by_stem.get(stem, ()))
        return 0.25 if stem == NEGATION else 1 / (1 + 0.12 * max(0, shared - 1))

    def hear(self, stems: Sequence[str]) -> tuple[Heard, ...]:
        """Every term of which enough is said, the surest first."""
        said = set(stems)
        best: dict[str, Heard] = {}
        for place in {place for one in said for place in self._by_stem.get(one, ())}:
            code, phrase, wanted = self.phrases[place]
            weight = self._weight(said, wanted)
            if weight >= LEAST and (code not in best or weight > best[code].weight):
                best[code] = Heard(self.terms[code], round(weight, 4), phrase)
        return tuple(sorted(best.values(), key=lambda one: (-one.weight, one.term.code)))

    def _weight(self, said: set[str], wanted: frozenset[str]) -> float:
        whole = sum(self.rarity(one) for one in wanted)
        there = sum(self.rarity(one) for one in wanted & said)
        share = there / whole if whole else 0.0
        # A whole phrase of several words is surer than a single word that happens to fit.
        return float(share**1.5 * (0.7 + 0.1 * min(3, len(wanted & said))))
