"""How the list of readers tells what came to a person's records, and what it leaves to louder lines."""

from __future__ import annotations

from simpul.kernel.text import N_

ATTEMPTS = {
    ("registry.enter_portal", True): N_("logged in to the portal with this person's name for it"),
    ("registry.enter_portal", False): N_("tried a wrong password for the portal"),
    ("registry.open_portal", True): N_("used the one-time code of the portal"),
    ("registry.open_portal", False): N_("tried a wrong one-time code for the portal"),
}
# Parts of drawing a page: told only where nothing else tells of the same reader on the same day.
QUIET = frozenset(
    {"registry.person_banner", "registry.consents_of", "registry.refusals_of", "registry.care_team"}
)
