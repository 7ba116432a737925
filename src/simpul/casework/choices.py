"""Words with a fixed meaning in casework; codes that rules decide by are the same as in ``rules``."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """The nine stages of practice and the end of the file."""

    ACCESS = "access", _("Access and first contact")
    INTAKE = "intake", _("Intake and contract")
    ASSESSMENT = "assessment", _("Assessment")
    CONFERENCE = "conference", _("Case conference")
    PLAN = "plan", _("Intervention plan")
    INTERVENTION = "intervention", _("Intervention")
    REVIEW = "review", _("Monitoring and evaluation")
    TERMINATION = "termination", _("Termination")
    AFTERCARE = "aftercare", _("Aftercare")
    CLOSED = "closed", _("Closed")


class Risk(models.TextChoices):
    IMMEDIATE = "immediate", _("Immediate")
    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    LOW = "low", _("Low")


class Channel(models.TextChoices):
    """How the person came to us."""

    WALK_IN = "walk_in", _("Came to the office")
    VISIT = "visit", _("Met during a visit")
    HOTLINE = "hotline", _("Telephone or message")
    REPORT = "report", _("Report by somebody else")
    REFERRAL = "referral", _("Referred by an agency")


class Source(models.TextChoices):
    """Who told us."""

    CLIENT = "client", _("The client")
    FAMILY = "family", _("Family")
    NEIGHBOUR = "neighbour", _("Neighbour")
    VILLAGE = "village", _("Village or volunteer")
    SCHOOL = "school", _("School")
    HEALTH = "health", _("Health service")
    POLICE = "police", _("Police or court")
    AGENCY = "agency", _("Another agency")
    ANONYMOUS = "anonymous", _("Somebody who stays unnamed")


class UnknownBecause(models.TextChoices):
    """Why the client's identity is not known (yet). It never blocks help."""

    CANNOT_TELL = "cannot_tell", _("Cannot tell at the moment")
    NOT_YET = "not_yet", _("Does not want to tell yet")
    REPORTED = "reported", _("Reported by somebody else, not met yet")
    NO_PAPERS = "no_papers", _("Not found and without papers")
    ANONYMOUS = "anonymous", _("Wishes to stay anonymous")


class Setting(models.TextChoices):
    FAMILY_CHILD = "family_child", _("Family and child")
    HEALTH = "health", _("Health and rehabilitation")
    COMMUNITY = "community", _("Community development")
    PROTECTION = "protection", _("Social protection")
    EMERGENCY = "emergency", _("Emergency")
    SCHOOL = "school", _("School")
    INDUSTRY = "industry", _("Industry")


class Level(models.TextChoices):
    MICRO = "micro", _("Micro: person and family")
    MEZZO = "mezzo", _("Mezzo: group and organisation")
    MACRO = "macro", _("Macro: community and policy")


class PracticeRole(models.TextChoices):
    """The role that the worker plays in a contact."""

    BROKER = "broker", _("Broker")
    ENABLER = "enabler", _("Enabler")
    MEDIATOR = "mediator", _("Mediator")
    ADVOCATE = "advocate", _("Advocate")
    CONFEREE = "conferee", _("Conferee")
    GUARDIAN = "guardian", _("Guardian")
    FACILITATOR = "facilitator", _("Facilitator")
    INITIATOR = "initiator", _("Initiator")
    NEGOTIATOR = "negotiator", _("Negotiator")


class TeamRole(models.TextChoices):
    """What somebody is to a case."""

    PRIMARY = "primary", _("Case worker")
    CO = "co", _("Fellow worker")
    SUPERVISOR = "supervisor", _("Supervisor")


class ScreenAnswer(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known")


class AssessmentKind(models.TextChoices):
    INTAKE = "intake", _("Intake")
    SAFETY = "safety", _("Safety and risk")
    HOLISTIC = "holistic", _("Biopsychosocial-spiritual")
    PIE = "pie", _("Person in environment")
    CHILD = "child", _("Child")
    OLDER = "older", _("Older person")
    DISABILITY = "disability", _("Disability and functioning")
    ECONOMY = "economy", _("Household economy")
    HOME_VISIT = "home_visit", _("Home visit")


class AssessmentState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waits for the supervisor")
    CONFIRMED = "confirmed", _("Confirmed")


class Domain(models.TextChoices):
    """What an assessment looks at; each is answered or marked as not assessed, with the reason."""

    HOUSEHOLD = "household", _("Identity and household")
    BIOLOGICAL = "biological", _("Body and health")
    PSYCHOLOGICAL = "psychological", _("Mind and feeling")
    SOCIAL = "social", _("Family, network, work and home")
    SPIRITUAL = "spiritual", _("Meaning and faith")
    RISK = "risk", _("Risk and safety")
    CULTURE = "culture", _("Culture and language")
    RESOURCES = "resources", _("Sources tried")


class Choice(models.TextChoices):
    """What the client decided on an options sheet."""

    OPTION = "option", _("Chose one of the ways")
    OWN_WAY = "own_way", _("Chose a way of her own")
    LATER = "later", _("Wants to think it over")
    REFUSED = "refused", _("Wants none of them")


class PlanState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    AGREED = "agreed", _("Agreed by the client, waits for approval")
    REFUSED = "refused", _("Not accepted by the client")
    RETURNED = "returned", _("Came back from the supervisor")
    APPROVED = "approved", _("In force")
    REPLACED = "replaced", _("Replaced by a later version")


class Horizon(models.TextChoices):
    IMMEDIATE = "immediate", _("Immediate (up to 1 month)")
    SHORT = "short", _("Short (up to 3 months)")
    MEDIUM = "medium", _("Medium (up to 12 months)")
    LONG = "long", _("Long (a year or more)")


class Whose(models.TextChoices):
    """Who promises to do it."""

    WORKER = "worker", _("Social worker")
    CLIENT = "client", _("Client")
    FAMILY = "family", _("Family")
    OTHER = "other", _("Somebody else")


class GivenBy(models.TextChoices):
    """How the client said yes or no to a plan."""

    SIGNED = "signed", _("Signed")
    SPOKEN = "spoken", _("Spoken, with a witness")
    GUARDIAN = "guardian", _("By the guardian, the client was heard")
    PORTAL = "portal", _("In the portal")


class ContactChannel(models.TextChoices):
    HOME_VISIT = "home_visit", _("Home visit")
    OFFICE = "office", _("At the office")
    ELSEWHERE = "elsewhere", _("At another place")
    PHONE = "phone", _("Telephone")
    MESSAGE = "message", _("Message")
    VIDEO = "video", _("Video call")
    NOTE = "note", _("Note without contact")


class Invited(models.TextChoices):
    WAITING = "waiting", _("No answer yet")
    COMING = "coming", _("Will come")
    NOT_COMING = "not_coming", _("Will not come")


class ConferenceState(models.TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")


class ReviewOutcome(models.TextChoices):
    CONTINUE = "continue", _("Continue as planned")
    CHANGE_PLAN = "change_plan", _("Change the plan")
    REFER = "refer", _("Refer to another service")
    END = "end", _("Prepare the end")


class EndReason(models.TextChoices):
    GOAL_MET = "goal_met", _("Goals reached")
    MOVED = "moved", _("Moved away")
    REFERRED = "referred", _("Accompanied by another agency")
    REFUSED = "refused", _("The client does not wish to continue")
    LOST = "lost", _("Contact lost")
    DIED = "died", _("Died")


class EndView(models.TextChoices):
    """Where the client stands on the end of the help."""

    AGREES = "agrees", _("Agrees")
    DISAGREES = "disagrees", _("Does not agree")
    NOT_REACHED = "not_reached", _("Could not be asked")


class AftercareState(models.TextChoices):
    PLANNED = "planned", _("Planned")
    DONE = "done", _("Done")
    NOT_MET = "not_met", _("Not met")
    CANCELLED = "cancelled", _("Cancelled")


class HandoverState(models.TextChoices):
    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")


class Situation(models.TextChoices):
    BETTER = "better", _("Better")
    SAME = "same", _("The same")
    WORSE = "worse", _("Worse")


class ComplaintAbout(models.TextChoices):
    WORKER = "worker", _("How I was treated")
    DECISION = "decision", _("A decision")
    WAITING = "waiting", _("Waiting too long")
    PRIVACY = "privacy", _("My privacy")
    OTHER = "other", _("Something else")
