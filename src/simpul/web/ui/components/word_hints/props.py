"""Words that could hurt, with kinder ones beside them. It never blocks; each writer can switch it off.

The page's field asks for it while typing, by POST:
``{% field form.words hx_post=url hx_trigger="input changed delay:1s" hx_target="#words-hints" %}
<div id="words-hints">{% show hints %}</div>``
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hint:
    found: str
    better: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True)
class WordHints:
    hints: tuple[Hint, ...] = ()
    settings_url: str = ""
