"""The closed lists of words that entities and claims choose from. ``unstated`` means that the source does not say."""

from enum import StrEnum

__all__ = [
    "AgreementCategory",
    "Aspect",
    "CasualtyBasis",
    "Certainty",
    "Counted",
    "CountingBasis",
    "Degree",
    "EventCategory",
    "ForceCategory",
    "Harm",
    "InstallationCategory",
    "Listing",
    "Manner",
    "Modality",
    "NameCategory",
    "OperationCategory",
    "OrganizationCategory",
    "ParticipationRole",
    "PlaceCategory",
    "PresenceRole",
    "Proportion",
    "Relation",
    "Share",
    "Spread",
    "StatusOfAgreement",
    "StatusOfCommitment",
    "StatusOfOperation",
    "StrengthShift",
    "TimeRelation",
    "TimeUnit",
    "Victims",
]


class Modality(StrEnum):
    """How the source puts it, which decides what a claim is evidence for."""

    ASSERTED = "asserted"
    """The speaker's own statement, also one that the outlet introduces by "claimed"; counts in full."""
    DENIED = "denied"
    """Evidence against what it names: a role, a degree, a basis; naming none, against all of it."""
    PLANNED = "planned"
    """Never evidence that something was so."""
    PREDICTED = "predicted"
    """Never evidence that something was so."""
    ALLEGED = "alleged"
    """The source keeps its distance; makes an answer possible at most."""
    ASSESSED = "assessed"
    """A judgement ("likely"); makes an answer possible at most."""
    INFERRED = "inferred"
    """Computed or concluded by the encoder from other claims or from the text; counts in full."""


class Manner(StrEnum):
    """How a speaker's words reached the next link of the chain."""

    UNSTATED = "unstated"
    DIRECT_QUOTATION = "direct-quotation"
    PARAPHRASE = "paraphrase"
    UNATTRIBUTED = "unattributed"
    """The document says it in its own voice."""


class NameCategory(StrEnum):
    """What sort of name a name is."""

    COMMON = "common"
    OFFICIAL = "official"
    ALIAS = "alias"
    TRANSLITERATION = "transliteration"
    FORMER = "former"
    MISSPELLING = "misspelling"


class ForceCategory(StrEnum):
    """What sort of force a force is."""

    UNSTATED = "unstated"
    STATE_ARMED_FORCES = "state-armed-forces"
    SERVICE = "service"
    COMMAND = "command"
    COALITION = "coalition"
    TASK_FORCE = "task-force"
    UNIT = "unit"
    ARMED_GROUP = "armed-group"
    PARAMILITARY = "paramilitary"
    OTHER = "other"


class OrganizationCategory(StrEnum):
    """What sort of organization an organization is."""

    UNSTATED = "unstated"
    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    AGENCY = "agency"
    COMMAND_STAFF = "command-staff"
    COALITION = "coalition"
    MONITOR = "monitor"
    ADVOCACY = "advocacy"
    NEWS_AGENCY = "news-agency"
    PUBLISHER = "publisher"
    OTHER = "other"


class InstallationCategory(StrEnum):
    """What sort of installation an installation is."""

    UNSTATED = "unstated"
    AIRBASE = "airbase"
    BASE = "base"
    CAMP = "camp"
    OUTPOST = "outpost"
    HEADQUARTERS = "headquarters"
    COMPOUND = "compound"
    PORT = "port"
    OTHER = "other"


class PlaceCategory(StrEnum):
    """What sort of place a place is."""

    UNSTATED = "unstated"
    COUNTRY = "country"
    PROVINCE = "province"
    DISTRICT = "district"
    CITY = "city"
    MOUNTAINS = "mountains"
    AREA = "area"
    OTHER = "other"


class OperationCategory(StrEnum):
    """What sort of operation an operation is."""

    UNSTATED = "unstated"
    CAMPAIGN = "campaign"
    NAMED_OPERATION = "named-operation"
    MISSION = "mission"
    BATTLE = "battle"
    OTHER = "other"


class EventCategory(StrEnum):
    """What sort of event an event is."""

    UNSTATED = "unstated"
    STRIKE = "strike"
    ATTACK = "attack"
    CLASH = "clash"
    RAID = "raid"
    CAPTURE = "capture"
    INVASION = "invasion"
    HANDOVER = "handover"
    ARRIVAL = "arrival"
    WITHDRAWAL = "withdrawal"
    REDEPLOYMENT = "redeployment"
    CHANGE_OF_COMMAND = "change-of-command"
    ESTABLISHMENT = "establishment"
    CONSTRUCTION = "construction"
    DECLARATION = "declaration"
    STATEMENT = "statement"
    MEETING = "meeting"
    SIGNING = "signing"
    VISIT = "visit"
    REGIME_CHANGE = "regime-change"
    OTHER = "other"


class AgreementCategory(StrEnum):
    """What sort of agreement an agreement is."""

    UNSTATED = "unstated"
    TREATY = "treaty"
    MEMORANDUM = "memorandum"
    JOINT_STATEMENT = "joint-statement"
    UNDERSTANDING = "understanding"
    OTHER = "other"


class Degree(StrEnum):
    """How far control reaches."""

    UNSTATED = "unstated"
    FULL = "full"
    """Excludes every other controller."""
    PARTIAL = "partial"
    SHARED = "shared"
    CONTESTED = "contested"


class Share(StrEnum):
    """Whether an owner owns alone."""

    UNSTATED = "unstated"
    SOLE = "sole"
    """Excludes every other owner."""
    JOINT = "joint"


class PresenceRole(StrEnum):
    """What a force is at a place for."""

    UNSTATED = "unstated"
    HEADQUARTERS = "headquarters"
    TENANT = "tenant"
    COMBAT = "combat"
    ADVISERS = "advisers"
    ROTATIONAL = "rotational"
    TRANSIT = "transit"


class Relation(StrEnum):
    """How one actor belongs to, is under, or stands by another; the command relationships are those of JP 1."""

    UNSTATED = "unstated"
    MEMBER_OF = "member-of"
    PART_OF = "part-of"
    JOINED = "joined"
    UNDER_COMMAND = "under-command"
    OPERATIONAL_CONTROL = "operational-control"
    TACTICAL_CONTROL = "tactical-control"
    ADMINISTRATIVE_CONTROL = "administrative-control"
    SUPPORTS = "supports"
    ALLIED_WITH = "allied-with"

    @property
    def belongs(self) -> bool:
        """Whether it makes one of the two: membership and command do, support does not."""
        return self not in {Relation.UNSTATED, Relation.SUPPORTS, Relation.ALLIED_WITH}


class CountingBasis(StrEnum):
    """What a strength figure counts; figures on different bases do not conflict."""

    UNSPECIFIED = "unspecified"
    FORCE_MANAGEMENT_LEVEL = "force-management-level"
    DMDC = "dmdc"
    """The quarterly tables of the US Defense Manpower Data Center."""
    SPOKESPERSON_TOTAL = "spokesperson-total"
    CORE = "core"
    TEMPORARY_ROTATIONAL = "temporary-rotational"
    CONTRACTORS = "contractors"
    AUTHORISED_CAP = "authorised-cap"


class Counted(StrEnum):
    """What a strength or a tally counts; each is a unit of its own, and one is never read as another."""

    PERSONNEL = "personnel"
    AIRCRAFT = "aircraft"
    VEHICLES = "vehicles"
    STRIKES = "strikes"
    ENGAGEMENTS = "engagements"
    SORTIES = "sorties"
    MUNITIONS = "munitions"
    INCIDENTS = "incidents"
    OPERATIONS = "operations"
    BASES = "bases"
    TRAINEES = "trainees"
    US_DOLLARS = "us-dollars"


class Harm(StrEnum):
    """What befell people."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    HARMED = "harmed"
    """Killed or wounded: a stated none of it is a none of both."""


class Victims(StrEnum):
    """As what those harmed are described."""

    UNSTATED = "unstated"
    CIVILIANS = "civilians"
    MILITARY = "military"
    FIGHTERS = "fighters"


class CasualtyBasis(StrEnum):
    """How well founded a casualty figure is; after the grading that Airwars publishes, and a party's own admission."""

    UNSTATED = "unstated"
    CONCEDED = "conceded"
    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    ALLEGED = "alleged"
    DISCOUNTED = "discounted"
    INVESTIGATED = "investigated"
    """Found by an investigation of the speaker's own."""


class StatusOfOperation(StrEnum):
    """Where an operation stands; one at a time."""

    ONGOING = "ongoing"
    TRANSITIONED = "transitioned"
    ENDED = "ended"


class Spread(StrEnum):
    """How a claim about several places, or a wide one, is about them."""

    UNSTATED = "unstated"
    TOGETHER = "together"
    """One figure or state for all of them at once: never to be split."""
    INCLUDING = "including"
    """These among others: the list is open."""
    MAINLY = "mainly"
    PARTS_OF = "parts-of"


class Listing(StrEnum):
    """Whether a list is said to be the whole of it."""

    UNSTATED = "unstated"
    CLOSED = "closed"
    """These and no others."""
    OPEN = "open"
    """These among others: ``including F-16s``."""


class StrengthShift(StrEnum):
    """How the strength of a force somewhere changed."""

    UNSTATED = "unstated"
    SURGE = "surge"
    """More came, for a time."""
    REINFORCEMENT = "reinforcement"
    """More came."""
    DRAWDOWN = "drawdown"
    """Some left, or all."""


class Proportion(StrEnum):
    """What share of a force a change concerns, in the words that reports use where they give no number."""

    ALL = "all"
    NEARLY_ALL = "nearly-all"
    MAJORITY = "majority"
    """More than a half: most of them."""
    HALF = "half"
    MINORITY = "minority"
    """Fewer than a half."""
    PART = "part"
    """Some of them; how many is not said."""


class ParticipationRole(StrEnum):
    """As what an actor takes part in an operation, an event or an agreement."""

    UNSTATED = "unstated"
    LEADS = "leads"
    SUPPORTS = "supports"
    PARTNERS = "partners"
    """On a par with others: ``alongside``, ``partnered``."""
    OPPOSES = "opposes"
    """Takes part on the other side."""
    TARGETED = "targeted"
    """Against whom it is directed."""
    PARTY = "party"
    """Bound by an agreement."""
    GUARANTOR = "guarantor"


class Certainty(StrEnum):
    """How surely the speaker holds somebody responsible."""

    UNSTATED = "unstated"
    KNOWN = "known"
    SUSPECTED = "suspected"
    CONTESTED = "contested"
    """The speaker knows that others name somebody else."""


class StatusOfAgreement(StrEnum):
    """Where an agreement stands; one at a time."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    """Reached or concluded, without a word on a signature."""
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in-force"
    EXPIRED = "expired"
    REPLACED = "replaced"


class StatusOfCommitment(StrEnum):
    """Where a commitment stands; one at a time."""

    PENDING = "pending"
    DEFERRED = "deferred"
    MET = "met"
    PARTLY_MET = "partly-met"
    BREACHED = "breached"
    WAIVED = "waived"

    @property
    def settled(self) -> bool:
        """Whether nothing is owed any more: it was met or waived."""
        return self in {StatusOfCommitment.MET, StatusOfCommitment.WAIVED}


class TimeRelation(StrEnum):
    """How one thing lies in time to another."""

    BEFORE = "before"
    AFTER = "after"
    AT_ONCE_WITH = "at-once-with"
    LED_TO = "led-to"
    """It came before the other, and brought it about."""


class TimeUnit(StrEnum):
    """In what a lag is counted: days, weeks, months or years of the calendar."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Aspect(StrEnum):
    """What of an entity sources may dispute."""

    PLACE = "place"
    RANK = "rank"
    """Of a person or a force: ``Maj. Gen.``"""
    ORDINAL = "ordinal"
    """Its place in an order: ``second-largest airbase of Iraq``."""
    FOUNDER = "founder"
    NAME = "name"
    OTHER = "other"
