"""What follows when a consent is taken back, in plain words and without threat."""

from __future__ import annotations

from simpul.kernel.text import N_, Text
from simpul.safeguards.consent import Purpose

FOLLOWS: dict[str, tuple[Text, ...]] = {
    Purpose.CASEWORK: (
        Text(N_("From this moment your worker writes no new assessment, plan or score about you.")),
        Text(N_("What was written before stays for a time, as the law asks; nobody adds to it.")),
        Text(N_("Help in danger goes on. You can say yes again at any time.")),
    ),
    Purpose.SHARING: (
        Text(N_("From this moment nothing more is given to the other agency.")),
        Text(N_("What it already has, it has; ask it to delete that, your worker helps you.")),
        Text(N_("The help from your own worker goes on.")),
    ),
    Purpose.CONFERENCE: (
        Text(N_("From this moment your case is not discussed with others in a conference.")),
        Text(N_("The help from your own worker goes on.")),
    ),
    Purpose.RESEARCH: (
        Text(N_("From this moment your data are left out of new statistics.")),
        Text(N_("Nothing about your help changes.")),
    ),
    Purpose.PHOTO: (
        Text(N_("From this moment no new photographs are taken.")),
        Text(N_("Tell your worker if those already taken shall be destroyed.")),
    ),
}


def follows(purpose: str) -> tuple[Text, ...]:
    """Sentence by sentence."""
    return FOLLOWS.get(purpose, ())
