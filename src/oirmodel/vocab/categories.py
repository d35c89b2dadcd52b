"""What sort of thing an entity is."""

from enum import StrEnum

__all__ = [
    "AgreementCategory",
    "EventCategory",
    "ForceCategory",
    "InstallationCategory",
    "OperationCategory",
    "OrganizationCategory",
    "PlaceCategory",
]


class ForceCategory(StrEnum):
    """What sort of force a force is; the terms of US joint doctrine (JP 1), and of ACLED for armed groups."""

    UNSTATED = "unstated"
    """The source does not say."""
    STATE_ARMED_FORCES = "state-armed-forces"
    """All armed forces of a state; ACLED: ``State forces``."""
    SERVICE = "service"
    """An army, a navy, an air force; JP 1: ``Service``."""
    COMMAND = "command"
    """A combatant or subordinate command; JP 1."""
    COALITION = "coalition"
    """Forces of several states in a common action; JP 1."""
    TASK_FORCE = "task-force"
    """A force put together for one mission; JP 1: ``joint task force``, with allies ``combined``."""
    UNIT = "unit"
    """A corps, division, brigade, regiment, squadron or smaller; SFM: ``unit``."""
    ARMED_GROUP = "armed-group"
    """A non-state group with political aims that fights; ACLED: ``Rebel group``, UCDP: a formally organized group."""
    PARAMILITARY = "paramilitary"
    """An armed body beside a state's forces; ACLED has ``Political militia`` and counts others as state forces."""
    OTHER = "other"
    """None of these."""


class OrganizationCategory(StrEnum):
    """What sort of organization an organization is. Ours."""

    UNSTATED = "unstated"
    """The source does not say."""
    STATE = "state"
    """A state, as a party to an agreement is one."""
    GOVERNMENT = "government"
    """The government of a state or of a region."""
    MINISTRY = "ministry"
    """A ministry or a department."""
    AGENCY = "agency"
    """Another public body."""
    COMMAND_STAFF = "command-staff"
    """The staff or the press office of a command, where it speaks."""
    COALITION = "coalition"
    """States in a political alliance."""
    MONITOR = "monitor"
    """Records events and harm: Airwars, SOHR."""
    ADVOCACY = "advocacy"
    """Speaks for a cause: Amnesty International."""
    NEWS_AGENCY = "news-agency"
    """Sells news to others: Reuters."""
    PUBLISHER = "publisher"
    """A newspaper, a broadcaster, a site."""
    OTHER = "other"
    """None of these."""


class InstallationCategory(StrEnum):
    """What sort of installation an installation is; in the words of US joint doctrine and reports."""

    UNSTATED = "unstated"
    """The source does not say."""
    AIRBASE = "airbase"
    """A base with a runway; OurAirports lists it as an airport."""
    AIRPORT = "airport"
    """A place with a runway, of whatever use: registers of airports tell no civil one from a military one."""
    BASE = "base"
    """From which operations are projected or supported."""
    CAMP = "camp"
    """A camp, as a name calls it."""
    OUTPOST = "outpost"
    """A small or forward post; a garrison at a crossing."""
    HEADQUARTERS = "headquarters"
    """The seat of a command."""
    COMPOUND = "compound"
    """A walled part of a base, with users of its own."""
    PORT = "port"
    """A harbour."""
    OTHER = "other"
    """None of these."""


class PlaceCategory(StrEnum):
    """What sort of place a place is; the feature codes are those of GeoNames."""

    UNSTATED = "unstated"
    """The source does not say."""
    COUNTRY = "country"
    """A state's land; GeoNames ``PCLI``."""
    PROVINCE = "province"
    """A first-order division, such as a governorate; GeoNames ``ADM1``."""
    DISTRICT = "district"
    """A second-order division; GeoNames ``ADM2``."""
    CITY = "city"
    """A populated place of any size; GeoNames ``PPL``."""
    MOUNTAINS = "mountains"
    """A mountain range; GeoNames ``MTS``."""
    AREA = "area"
    """An area without fixed borders, such as "western Iraq"; GeoNames ``RGN``."""
    OTHER = "other"
    """None of these."""


class OperationCategory(StrEnum):
    """What sort of operation an operation is; the terms of US joint doctrine (JP 3-0)."""

    UNSTATED = "unstated"
    """The source does not say."""
    CAMPAIGN = "campaign"
    """A series of operations towards one aim; JP 3-0."""
    NAMED_OPERATION = "named-operation"
    """An operation under a name of its own."""
    MISSION = "mission"
    """A task with its purpose; JP 3-0."""
    BATTLE = "battle"
    """A set of engagements over one place."""
    OTHER = "other"
    """None of these."""


class EventCategory(StrEnum):
    """What sort of event an event is; the sub-event types are those of the codebook of ACLED."""

    UNSTATED = "unstated"
    """The source does not say."""
    STRIKE = "strike"
    """From the air; ACLED: ``Air/drone strike``."""
    ATTACK = "attack"
    """By rockets, missiles, artillery or a bomb; ACLED: ``Shelling/artillery/missile attack`` and others, broader."""
    CLASH = "clash"
    """Armed forces or groups fight each other; ACLED: ``Armed clash``."""
    RAID = "raid"
    """A ground operation on a target, in and out; ACLED has no such type."""
    CAPTURE = "capture"
    """
    Of a place or a person by force; ACLED: ``Government regains territory``, ``Non-state actor overtakes territory``,
    of persons ``Arrests``, narrower each.
    """
    INVASION = "invasion"
    """A state's forces enter another state; ours."""
    HANDOVER = "handover"
    """A site passes from one to another without a fight; ACLED: ``Non-violent transfer of territory``."""
    ARRIVAL = "arrival"
    """A force comes to a place; ours."""
    WITHDRAWAL = "withdrawal"
    """A force leaves a place; ours."""
    REDEPLOYMENT = "redeployment"
    """A force moves from one place to another; ours."""
    CHANGE_OF_COMMAND = "change-of-command"
    """One commander follows another; ours."""
    ESTABLISHMENT = "establishment"
    """A command, a force or a base is set up; ACLED: ``Headquarters or base established``, of groups ``Change to
    group/activity``, narrower each."""
    CONSTRUCTION = "construction"
    """Something is built; ours."""
    DECLARATION = "declaration"
    """A formal statement that something is so, such as of victory; ours."""
    STATEMENT = "statement"
    """Somebody says or announces something; ours."""
    MEETING = "meeting"
    """Talks; ours."""
    SIGNING = "signing"
    """An agreement is signed or reached; ACLED: ``Agreement``."""
    VISIT = "visit"
    """Somebody comes to see a place; ours."""
    REGIME_CHANGE = "regime-change"
    """A government falls or is replaced; ours."""
    OTHER = "other"
    """None of these."""


class AgreementCategory(StrEnum):
    """What sort of agreement an agreement is; the terms of the law of treaties (Vienna Convention 1969), and ours."""

    UNSTATED = "unstated"
    """The source does not say."""
    TREATY = "treaty"
    """Binding in international law, under whatever name; Vienna Convention, article 2."""
    MEMORANDUM = "memorandum"
    """A memorandum of understanding."""
    JOINT_STATEMENT = "joint-statement"
    """Published by the parties together."""
    UNDERSTANDING = "understanding"
    """Reached, without a text that is known."""
    OTHER = "other"
    """None of these."""
