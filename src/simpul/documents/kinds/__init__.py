"""One file for each kind of document: what must be said in it, in the order in which it is read."""

from simpul.documents.kinds.access_report import AccessReport, Look
from simpul.documents.kinds.accompaniment_letter import AccompanimentLetter
from simpul.documents.kinds.assessment_report import AssessedDomain, AssessmentReport
from simpul.documents.kinds.conference_minutes import Attendee, ConferenceMinutes, Decision
from simpul.documents.kinds.genogram_print import GenogramPrint
from simpul.documents.kinds.hand_over import HandedItem, HandOver
from simpul.documents.kinds.informed_consent import ConsentedPurpose, InformedConsent
from simpul.documents.kinds.intervention_plan import InterventionPlan, PlannedAction, PlannedGoal
from simpul.documents.kinds.introduction_letter import IntroductionLetter
from simpul.documents.kinds.laporan_sosial import LaporanSosial
from simpul.documents.kinds.paper import Paper, Signer, Subject
from simpul.documents.kinds.progress_report import GoalProgress, ProgressReport
from simpul.documents.kinds.referral_letter import ReferralLetter
from simpul.documents.kinds.safety_plan import SafetyPlan
from simpul.documents.kinds.service_contract import ServiceContract
from simpul.documents.kinds.statement_letter import StatementLetter
from simpul.documents.kinds.termination_letter import TerminationLetter

__all__ = [
    "AccessReport",
    "AccompanimentLetter",
    "AssessedDomain",
    "AssessmentReport",
    "Attendee",
    "ConferenceMinutes",
    "ConsentedPurpose",
    "Decision",
    "GenogramPrint",
    "GoalProgress",
    "HandOver",
    "HandedItem",
    "InformedConsent",
    "InterventionPlan",
    "IntroductionLetter",
    "LaporanSosial",
    "Look",
    "Paper",
    "PlannedAction",
    "PlannedGoal",
    "ProgressReport",
    "ReferralLetter",
    "SafetyPlan",
    "ServiceContract",
    "Signer",
    "StatementLetter",
    "Subject",
    "TerminationLetter",
]
