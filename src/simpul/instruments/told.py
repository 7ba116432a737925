"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "discard_upload": N_("put an uploaded form away"),
    "instrument_cards": N_("looked which form an answer was given to"),
    "instrument_catalogue": N_("looked at the list of forms"),
    "instrument_form": N_("opened a form"),
    "publish_instrument": N_("published a form"),
    "publish_upload": N_("published an uploaded form"),
    "retire_instrument": N_("took a form out of use"),
    "upload_instrument": N_("uploaded a form"),
    "upload_preview": N_("looked at an uploaded form"),
}
