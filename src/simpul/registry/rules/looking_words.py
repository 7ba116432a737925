"""What the log's acts are called when a client is told who has looked. Acts without words here are told as
"read records" or "recorded something"; none is left out."""

from __future__ import annotations

from simpul.kernel.text import N_

WORDS: dict[str, str] = {
    "registry.person_file": N_("opened the file"),
    "registry.person_banner": N_("saw the name and age"),
    "registry.consents_of": N_("looked at the consents"),
    "registry.care_team": N_("saw who accompanies the person"),
    "registry.portal_access": N_("looked whether there is a way into the portal"),
    "registry.search_persons": N_("saw the name in a search"),
    "registry.find_duplicates": N_("saw the name while registering somebody"),
    "registry.register_person": N_("registered the person"),
    "registry.correct_person": N_("corrected the data"),
    "registry.reveal_safe_address": N_("had the secret address shown"),
    "registry.break_glass": N_("used emergency access"),
    "registry.give_consent": N_("recorded a consent"),
    "registry.withdraw_consent": N_("recorded that a consent was taken back"),
    "registry.export_person_data": N_("made a copy of the data"),
    "registry.who_has_looked": N_("looked at this list"),
    "registry.emergencies_of": N_("looked at this list"),
    "registry.merge_persons": N_("merged two files"),
    "registry.undo_merge": N_("separated merged files"),
    "registry.household_file": N_("opened the household"),
    "registry.genogram_of": N_("saw the family diagram"),
    "registry.invite_to_portal": N_("made a way into the portal"),
    "registry.revoke_portal_access": N_("closed the way into the portal"),
    "registry.change_portal_password": N_("changed the password of the portal"),
    "registry.record_contact_point": N_("recorded a contact"),
    "registry.record_address": N_("recorded an address"),
    "registry.record_identity_number": N_("recorded a card"),
    "registry.record_relationship": N_("recorded a relationship"),
    "registry.propose_merge": N_("asked whether two files are one person"),
    "registry.seal_person": N_("sealed the file"),
    "registry.unseal_person": N_("opened the sealed file to others"),
    "registry.request_erasure": N_("asked for the erasure"),
    "casework.take_intake": N_("recorded the first contact"),
    "casework.case_file": N_("opened the case"),
    "casework.client_view": N_("looked at the case in the portal"),
    "casework.own_cases": N_("looked at the case in the portal"),
    "casework.what_i_was_told": N_("looked at the case in the portal"),
    "casework.case_timeline": N_("read the course of the case"),
    "casework.assessment_view": N_("read an assessment"),
    "casework.options_sheets": N_("read what was explained and decided"),
    "casework.plan_view": N_("read the plan"),
    "casework.plan_versions": N_("read the plan"),
    "casework.goals_chart": N_("read the plan"),
    "casework.conference_view": N_("read about a case conference"),
    "casework.stage_progress": N_("saw how far the case is"),
    "casework.find_cases": N_("saw the case in a list"),
    "casework.cases_of_person": N_("saw the case in a list"),
    "casework.my_caseload": N_("saw the case in a list"),
    "casework.my_day": N_("saw the case in a list"),
    "casework.supervisor_board": N_("saw the case in a list"),
    "casework.aftercare_due": N_("saw the case in a list"),
    "casework.complaints": N_("read a complaint"),
    "casework.answer_complaint": N_("answered a complaint"),
    "casework.read_letter": N_("read a letter from the portal"),
    "casework.write_from_portal": N_("wrote a letter in the portal"),
    "casework.complain": N_("complained"),
    "casework.record_contact": N_("wrote a note about a contact"),
    "casework.assign_worker": N_("assigned a worker"),
    "casework.submit_assessment": N_("finished an assessment"),
    "casework.draft_plan": N_("wrote the plan"),
    "casework.agree_plan": N_("recorded the yes to the plan"),
    "casework.refuse_plan": N_("recorded the no to the plan"),
    "casework.approve_plan": N_("looked at the plan and decided on it"),
    "documents.document_pdf": N_("opened a document"),
    "documents.document_docx": N_("opened a document"),
    "documents.document_card": N_("saw a document in a list"),
    "documents.documents_of_case": N_("saw a document in a list"),
    "documents.my_documents": N_("saw a document in a list"),
}
BY_KIND = {
    "query": N_("read records"),
    "command": N_("recorded something"),
    "step": N_("recorded something"),
}
ATTEMPTS = {
    ("registry.enter_portal", True): N_("logged in to the portal with this person's name for it"),
    ("registry.enter_portal", False): N_("tried a wrong password for the portal"),
    ("registry.open_portal", True): N_("used the one-time code of the portal"),
    ("registry.open_portal", False): N_("tried a wrong one-time code for the portal"),
}
# Parts of drawing a page: told only where nothing else tells of the same reader on the same day.
QUIET = frozenset({"registry.person_banner", "registry.consents_of", "registry.care_team"})


def words_for(act: str, kind: str, entered: object = None) -> str:
    """How an act is told."""
    return ATTEMPTS.get((act, bool(entered))) or WORDS.get(act) or BY_KIND[kind]
