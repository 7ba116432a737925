"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "add_place": N_("added a place of help"),
    "agencies": N_("looked at the list of agencies"),
    "agency_sheet": N_("opened an agency of the directory"),
    "cancel_package": N_("dropped a package for the directory"),
    "check_service": N_("confirmed that an entry of the directory holds"),
    "correct_agency": N_("corrected an agency of the directory"),
    "correct_service": N_("corrected a service of the directory"),
    "entries_to_check": N_("looked which entries of the directory wait for a check"),
    "entry_reports": N_("looked at reports about the directory"),
    "find_services": N_("searched for help in the directory"),
    "hsds_list": N_("read the directory by machine"),
    "hsds_record": N_("read the directory by machine"),
    "hsds_state": N_("asked by machine whether the directory is new"),
    "keep_package_pieces": N_("uploaded a package for the directory"),
    "kept_agency": N_("opened an agency to correct it"),
    "kept_service": N_("opened a service to correct it"),
    "list_agency": N_("entered an agency in the directory"),
    "offer_service": N_("entered a service in the directory"),
    "package_faults": N_("took the faults of a package away"),
    "package_page": N_("looked at a package for the directory"),
    "packages": N_("looked at the packages for the directory"),
    "read_foreign_package": N_("had a package for the directory read"),
    "report_entry": N_("reported a fault of the directory"),
    "reported": N_("opened a report about the directory"),
    "service_sheet": N_("opened a service of the directory"),
    "settle_report": N_("settled a report about the directory"),
    "stage_package": N_("began to upload a package for the directory"),
    "take_package": N_("had a package entered in the directory"),
    "tell_capacity": N_("told how much room a service has"),
    "write_package": N_("entered a part of a package in the directory"),
}
