"""A question mark beside a word that a newcomer may not know; the answer opens in place, without script."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Help:
    """``about`` is the word that is explained; screen readers hear it with the question mark."""

    about: str
    text: str
