"""The records of casework."""

from simpul.casework.models.assessment import Assessment
from simpul.casework.models.case import Assignment, Case
from simpul.casework.models.conference import Conference, ConferenceDecision, Invitation
from simpul.casework.models.contact import Contact
from simpul.casework.models.course import Handover, Reopening, StageChange
from simpul.casework.models.ending import AftercareVisit, Closure, Review
from simpul.casework.models.explaining import ExplainedService
from simpul.casework.models.options import ClientDecision, Option, OptionsSheet
from simpul.casework.models.own_voice import GoalRemark, OwnRating, PlanQuestion
from simpul.casework.models.plan import (
    Agreement,
    Approval,
    Goal,
    GoalScaling,
    Need,
    Plan,
    PlannedAction,
)
from simpul.casework.models.record import CaseRecord
from simpul.casework.models.safety import RiskRating, SafetyPlan, SafetyScreen
from simpul.casework.models.voice import ClientLetter, Complaint

__all__ = [
    "AftercareVisit",
    "Agreement",
    "Approval",
    "Assessment",
    "Assignment",
    "Case",
    "CaseRecord",
    "ClientDecision",
    "ClientLetter",
    "Closure",
    "Complaint",
    "Conference",
    "ConferenceDecision",
    "Contact",
    "ExplainedService",
    "Goal",
    "GoalRemark",
    "GoalScaling",
    "Handover",
    "Invitation",
    "Need",
    "Option",
    "OptionsSheet",
    "OwnRating",
    "Plan",
    "PlanQuestion",
    "PlannedAction",
    "Reopening",
    "Review",
    "RiskRating",
    "SafetyPlan",
    "SafetyScreen",
    "StageChange",
]
