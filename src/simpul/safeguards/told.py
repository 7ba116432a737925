"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "audit_trail": N_("read the log"),
    "audit_verdict": N_("checked whether the log is whole"),
    "carry_subject": N_("put what stands under two files together"),
    "confirm_cleaning": N_("confirmed that an erasure is complete"),
    "destroy_person_key": N_("destroyed the key of a file"),
    "erase_sensitive_text": N_("made the texts of a file unreadable"),
    "forget_records": N_("blanked what stood in clear"),
    "hold_legally": N_("set a legal hold"),
    "judge_glass": N_("judged an emergency reading"),
    "lift_hold": N_("lifted a legal hold"),
    "note_erasures": N_("noted an erasure"),
    "open_glass": N_("used emergency access"),
    "record_consent": N_("recorded a consent"),
    "record_refusal": N_("recorded that the client said no"),
    "withdraw_consent": N_("recorded that a consent was taken back"),
}
