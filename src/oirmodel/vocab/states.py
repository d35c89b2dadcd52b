"""What can be so of an entity for a time: control, presence, belonging, responsibility, and where a thing stands."""

from enum import StrEnum

__all__ = [
    "Aspect",
    "Degree",
    "ParticipationRole",
    "PresenceRole",
    "Relation",
    "Share",
    "StatusOfAgreement",
    "StatusOfCommitment",
    "StatusOfOperation",
    "TimeRelation",
    "TimeUnit",
]


class Degree(StrEnum):
    """How far control reaches. Ours; ``contested`` as maps of control use it."""

    UNSTATED = "unstated"
    """The source does not say."""
    FULL = "full"
    """Excludes every other controller."""
    PARTIAL = "partial"
    """Of a part of it."""
    SHARED = "shared"
    """With another."""
    CONTESTED = "contested"
    """Fought over, so that nobody has it all."""


class Share(StrEnum):
    """Whether an owner owns alone. Ours."""

    UNSTATED = "unstated"
    """The source does not say."""
    SOLE = "sole"
    """Excludes every other owner."""
    JOINT = "joint"
    """With another."""


class PresenceRole(StrEnum):
    """What a force is at a place for; ours, with the words of US force posture statements."""

    UNSTATED = "unstated"
    """The source does not say."""
    HEADQUARTERS = "headquarters"
    """It is led from there."""
    TENANT = "tenant"
    """A guest on somebody else's base; "tenant unit" in US usage."""
    COMBAT = "combat"
    """To fight."""
    ADVISERS = "advisers"
    """To train, advise and assist."""
    ROTATIONAL = "rotational"
    """For a turn, after which others come."""
    TRANSIT = "transit"
    """On the way elsewhere."""


class Relation(StrEnum):
    """How one actor belongs to, is under, or stands by another; the command relationships are those of JP 1."""

    UNSTATED = "unstated"
    """The source does not say."""
    MEMBER_OF = "member-of"
    """Of a coalition or a body with members; SFM: ``membership``."""
    PART_OF = "part-of"
    """Of a larger force or organization; SFM: ``parent``."""
    JOINED = "joined"
    """Has become a member."""
    UNDER_COMMAND = "under-command"
    """Commanded by it, in a manner not told; JP 1: ``combatant command`` and what is below it."""
    OPERATIONAL_CONTROL = "operational-control"
    """JP 1: ``OPCON``."""
    TACTICAL_CONTROL = "tactical-control"
    """JP 1: ``TACON``."""
    ADMINISTRATIVE_CONTROL = "administrative-control"
    """JP 1: ``ADCON``."""
    SUPPORTS = "supports"
    """JP 1: ``support``; it makes nobody a part of the other."""
    ALLIED_WITH = "allied-with"
    """On one side, without belonging; ACLED: an associated actor."""

    @property
    def belongs(self) -> bool:
        """Whether it makes one of the two: membership and command do, support does not."""
        return self not in {Relation.UNSTATED, Relation.SUPPORTS, Relation.ALLIED_WITH}


class ParticipationRole(StrEnum):
    """As what an actor takes part in an operation, an event or an agreement. Ours, and PA-X for agreements."""

    UNSTATED = "unstated"
    """The source does not say."""
    LEADS = "leads"
    """It is theirs, or led by them."""
    CONDUCTS = "conducts"
    """
    Does it: flies the strike, makes the raid, withdraws; who leads is not said. The first actor of an ACLED strike,
    side A of one-sided violence in UCDP.
    """
    GIVES = "gives"
    """Hands over a base, a command or material; ACLED and UCDP have no such role."""
    RECEIVES = "receives"
    """Takes over what is handed over; ACLED and UCDP have no such role."""
    SUPPORTS = "supports"
    """With help to those who lead; JP 1: ``supporting``."""
    PARTNERS = "partners"
    """On a par with others: ``alongside``, ``partnered``."""
    OPPOSES = "opposes"
    """Takes part on the other side; the second actor of an ACLED clash, side B of a UCDP dyad."""
    TARGETED = "targeted"
    """Against whom it is directed."""
    PARTY = "party"
    """Bound by an agreement; PA-X: ``Parties``."""
    GUARANTOR = "guarantor"
    """Vouches for an agreement of others; PA-X has ``ThrdPart``, broader."""


class StatusOfOperation(StrEnum):
    """Where an operation stands; one at a time. Ours."""

    ONGOING = "ongoing"
    """It goes on."""
    TRANSITIONED = "transitioned"
    """It has become another one."""
    ENDED = "ended"
    """It is over."""


class StatusOfAgreement(StrEnum):
    """Where an agreement stands; one at a time. The steps are those of the Vienna Convention on the Law of Treaties."""

    PROPOSED = "proposed"
    """On the table."""
    AGREED = "agreed"
    """Reached or concluded, without a word on a signature; article 9, adoption."""
    SIGNED = "signed"
    """Article 12."""
    RATIFIED = "ratified"
    """Article 14."""
    IN_FORCE = "in-force"
    """Articles 24 and 26: it binds its parties."""
    EXPIRED = "expired"
    """Article 54: it has ended by its own terms."""
    REPLACED = "replaced"
    """Article 59: a later one has taken its place."""


class StatusOfCommitment(StrEnum):
    """Where a commitment stands; one at a time. Ours."""

    PENDING = "pending"
    """Still owed."""
    DEFERRED = "deferred"
    """Put off by those to whom it is owed, or by both."""
    MET = "met"
    """Done as was owed."""
    PARTLY_MET = "partly-met"
    """Done in part, with the rest still owed."""
    BREACHED = "breached"
    """Said to be broken; that a deadline passed is none by itself."""
    WAIVED = "waived"
    """Given up by those to whom it was owed."""

    @property
    def settled(self) -> bool:
        """Whether nothing is owed any more: it was met or waived."""
        return self in {StatusOfCommitment.MET, StatusOfCommitment.WAIVED}


class TimeRelation(StrEnum):
    """How one thing lies in time to another; coarser than Allen's relations, as reports are."""

    BEFORE = "before"
    """The one began no later than the other."""
    AFTER = "after"
    """The one began no earlier than the other."""
    AT_ONCE_WITH = "at-once-with"
    """They were at one time; JC3IEDM keeps such links in its temporal associations of actions."""
    LED_TO = "led-to"
    """It came before the other, and brought it about; JC3IEDM: ``Is the cause of``, between actions."""


class TimeUnit(StrEnum):
    """In what a lag is counted: days, weeks, months or years of the calendar, as ISO 8601 durations count."""

    DAYS = "days"
    """Days."""
    WEEKS = "weeks"
    """Seven days each."""
    MONTHS = "months"
    """Months of the calendar."""
    YEARS = "years"
    """Years of the calendar."""


class Aspect(StrEnum):
    """
    What of an entity sources may dispute. Ours.

    An aspect is single where a thing has one such value at a time, so that two values exclude each other as far as they
    surely differ; two wordings of one value never do.
    """

    PLACE = "place"
    """
    Where it lies. Single: two places exclude each other that share no ground, as two provinces do. They are compared
    where both claims name the place by its id; "north of Baghdad" and "west of Baghdad" are words.
    """
    RANK = "rank"
    """Of a person or a force: ``Maj. Gen.`` Single: as the US services write and abbreviate them, two differ."""
    CODE = "code"
    """
    What a register calls it, as ``scheme:value``. Single for the location indicators of ICAO and the codes of IATA,
    which give a place one at a time; another register may list a thing twice.
    """
    ORDINAL = "ordinal"
    """
    Its place in an order: ``second-largest airbase of Iraq``. By different yardsticks a thing has several.
    """
    FOUNDER = "founder"
    """Who set it up; there may be several."""
    NAME = "name"
    """What it is called; a thing has many names, and one of them excludes none."""
    POSITION = "position"
    """Its coordinates, which sources give each in their own precision."""
    RUNWAY = "runway"
    """One of its runways; OurAirports lists them one by one."""
    OTHER = "other"
    """None of these."""

    @property
    def single(self) -> bool:
        """Whether a thing has one such value at a time."""
        return self in {Aspect.PLACE, Aspect.RANK, Aspect.CODE}
