"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "age_bands": N_("looked at the bands of age"),
    "barrier_types": N_("looked at the list of barriers"),
    "categories": N_("looked at the categories"),
    "category": N_("looked at a category"),
    "code_of_ethics": N_("read the code of ethics"),
    "counting_limit": N_("looked up from how many people numbers are shown"),
    "district_was_on_map": N_("checked a code of the map"),
    "find_regions": N_("searched for a region"),
    "holidays": N_("looked at the holidays"),
    "load_reference": N_("loaded the reference tables"),
    "load_regions": N_("loaded the tables of regions"),
    "practice_periods": N_("looked at a period of practice"),
    "practice_terms": N_("looked at the terms of practice"),
    "referral_targets": N_("looked at the targets for referrals"),
    "region_children": N_("looked at regions"),
    "region_labels": N_("looked at names of regions"),
    "region_loads": N_("looked which tables of regions were loaded"),
    "region_outlines": N_("looked at a map"),
    "region_place": N_("looked where a region lies"),
    "retention_rules": N_("looked how long files are kept"),
    "risk_targets": N_("looked at the targets for risk"),
    "statutory_clock": N_("looked at a deadline of the law"),
    "statutory_clocks": N_("looked at the deadlines of the law"),
    "taxonomy": N_("looked at the kinds of help"),
    "villages_named": N_("searched for a village by name"),
    "wordings": N_("looked at kinder words"),
    "working_calendar": N_("looked at the working days"),
}
